using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

public class Embargoed
{
    public static TheoryData<string> Futures => [.. TwoOffices.Futures.Keys];

    [Theory]
    [MemberData(nameof(Futures))]
    public async Task Before_its_time_nothing_anywhere_tells_that_a_release_is_sealed_and_at_its_time_it_is_told(string what)
    {
        using var offices = new TwoOffices();
        var release = offices.Seal(what);
        await using var plain = await Surface.Open(offices.Plain, offices.Clock);
        await using var embargoed = await Surface.Open(offices.Sealed, offices.Clock);
        var addresses = await Addresses(release, plain, embargoed);

        Assert.True(addresses.Count > 300, $"Only {addresses.Count} addresses.");
        Assert.Empty(await Surface.Compare(plain, embargoed, Questions(addresses)));
        offices.Clock.SetUtcNow(TwoOffices.Moment.AddTicks(-1));
        Assert.Empty(await Surface.Compare(plain, embargoed, addresses.Select(address => new Question("GET", address))));
        Assert.Equal(await Built(offices.Plain, offices), await Built(offices.Sealed, offices));

        offices.Clock.SetUtcNow(TwoOffices.Moment);
        var differ = await Surface.Compare(plain, embargoed, addresses.Select(address => new Question("GET", address)));
        foreach (
            var address in (string[])
                [
                    "/v1",
                    "/v1/releases",
                    "/v1/datasets",
                    $"/v1/releases/{TwoOffices.Future}",
                    "/releases/",
                    "/health/ready",
                    "/v1/figures/sample/people/all/2026-01",
                ]
        )
        {
            Assert.Contains(differ, name => name.StartsWith($"GET {address}:", StringComparison.Ordinal));
        }

        Assert.NotEqual(await Built(offices.Plain, offices), await Built(offices.Sealed, offices));
    }

    [Fact]
    public async Task A_release_that_nobody_approved_is_not_seen_even_after_its_time_nor_are_those_after_it()
    {
        using var offices = new TwoOffices();
        var release = offices.Seal("a figure that was revised", approve: false);
        Assert.Empty(offices.Sealed.Workflow.Seal(new("2026-03-16 09:30", "Secret too", "Secret.", "editor")).Faults);
        await using var plain = await Surface.Open(offices.Plain, offices.Clock);
        await using var embargoed = await Surface.Open(offices.Sealed, offices.Clock);
        var addresses = await Addresses(release, plain, embargoed);
        offices.Clock.SetUtcNow(TwoOffices.Moment.AddDays(5));

        Assert.Empty(await Surface.Compare(plain, embargoed, Questions(addresses)));

        // Not even by being damaged: that is the press office's to know, from publicstats verify.
        await File.AppendAllTextAsync(offices.Sealed.Of("releases/" + release.Path), " ", TestContext.Current.CancellationToken);
        offices.Clock.Advance(PublishedReleases.LookAgainAfter);
        Assert.NotEmpty(offices.Sealed.Store.Verify());
        Assert.Empty(await Surface.Compare(plain, embargoed, addresses.Select(address => new Question("GET", address))));
    }

    [Fact]
    public async Task A_name_that_is_sealed_is_refused_like_a_name_that_never_was()
    {
        using var offices = new TwoOffices();
        var release = offices.Seal("a dataset that is new");
        await using var plain = await Surface.Open(offices.Plain, offices.Clock);
        await using var embargoed = await Surface.Open(offices.Sealed, offices.Clock);
        foreach (
            var address in (await Addresses(release, plain, embargoed)).Where(name =>
                name.Contains(TwoOffices.Future, StringComparison.Ordinal)
            )
        )
        {
            var future = await Answer.To(embargoed.Http, new("GET", address));
            var never = await Answer.To(
                embargoed.Http,
                new("GET", address.Replace(TwoOffices.Future, TwoOffices.Never, StringComparison.Ordinal))
            );

            Assert.True(
                future.Renamed(TwoOffices.Future, TwoOffices.Never).Against(never.Renamed(TwoOffices.Future, TwoOffices.Never)) is null,
                address
            );
            // No name is said back where a release is refused: there the answers are the same as they are sent.
            if (
                address.StartsWith($"/v1/releases/{TwoOffices.Future}", StringComparison.Ordinal)
                && future.Text.Contains("no-such-release", StringComparison.Ordinal)
            )
            {
                Assert.Null(future.Against(never));
            }
        }
    }

    [Fact]
    public async Task What_is_sealed_is_not_even_touched_before_its_time()
    {
        using var offices = new TwoOffices();
        var release = offices.Seal("a dataset that is new");
        var before = offices
            .Sealed.Store.Open(offices.Sealed.Store.History().Find("2026-03-09")!)
            .Manifest.Files.Select(file => file.ObjectPath)
            .ToHashSet();
        foreach (var file in release.Manifest.Files.Where(file => !before.Contains(file.ObjectPath)))
        {
            // Reading any of it would fail, and be told of.
            File.Delete(Path.Combine(offices.Sealed.Store.Folder, file.ObjectPath));
        }

        await using var plain = await Surface.Open(offices.Plain, offices.Clock);
        await using var embargoed = await Surface.Open(offices.Sealed, offices.Clock);
        Assert.Empty(await Surface.Compare(plain, embargoed, Questions(await Addresses(release, plain, embargoed))));
        offices.Clock.SetUtcNow(TwoOffices.Moment);
        Assert.Equal(503, (await Answer.To(embargoed.Http, new("GET", "/health/ready"))).Status);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_release_whose_manifest_has_not_arrived_is_not_told_of_to_anybody_before_its_time(bool announced)
    {
        using var offices = new TwoOffices();
        foreach (var office in announced ? [offices.Plain, offices.Sealed] : Array.Empty<SamplePublication>())
        {
            await File.WriteAllTextAsync(
                office.Of("calendar.csv"),
                $"at,title,state\n{TwoOffices.Future} 09:30,Next,confirmed\n",
                TestContext.Current.CancellationToken
            );
            office.Publish("2026-03-12 09:00");
        }

        var release = offices.Seal("a figure that was revised");
        File.Delete(offices.Sealed.Of("releases/" + release.Path));
        await using var plain = await Surface.Open(offices.Plain, offices.Clock);
        await using var embargoed = await Surface.Open(offices.Sealed, offices.Clock);
        offices.Clock.SetUtcNow(TwoOffices.Moment.AddTicks(-1));
        Assert.Empty(
            await Surface.Compare(
                plain,
                embargoed,
                Questions(["/health/ready", "/v1", "/v1/releases", $"/v1/releases/{TwoOffices.Future}", $"/releases/{TwoOffices.Future}/"])
            )
        );

        offices.Clock.SetUtcNow(TwoOffices.Moment.AddDays(announced ? 0 : 1));
        var health = await Answer.To(embargoed.Http, new("GET", "/health/ready"));
        Assert.Equal((503, $"Release {TwoOffices.Future} is not as it was sealed, and is not served.\n"), (health.Status, health.Text));
    }

    internal static async Task<IReadOnlyCollection<string>> Addresses(Release release, Surface plain, Surface embargoed)
    {
        string[] keys =
        [
            "sample/people/all/2026-01",
            "sample/people/south/2026-02",
            "sample/people/all/2026-03",
            "sample/people/secret/2026-01",
            "secret/people/all/2026-01",
        ];
        string[] ids = [.. TwoOffices.Past, TwoOffices.Future, "2026-03-16", TwoOffices.Never];
        string[] files = [.. release.Manifest.Files.Select(file => file.Path)];
        var names = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["release"] = ids,
            ["dataset"] = ["sample", "secret"],
            ["key"] = keys,
            ["resource"] = [.. keys.Select(key => "figures/" + key), "datasets/secret", "headlines", "secret/", "sample/"],
            ["path"] = [.. files, .. keys.Select(key => key + "/"), "secret/", "secret"],
            ["*"] = ["secret", .. ids],
        };
        string[] day =
        [
            .. ids.SelectMany(id =>
                new[]
                {
                    $"/releases/{id}/",
                    $"/releases/{id}",
                    $"/releases/{id}/sample/",
                    $"/releases/{id}/secret/",
                    $"/releases/{id}/method/",
                    $"/v1/releases/{id}.json",
                    $"/v1/releases/{id}/figures/{keys[0]}",
                    $"/v1/releases/{id}/datasets/secret/figures.csv",
                    $"/v1/releases/{id}/headlines",
                    $"/v1?release={id}",
                    $"/v1/datasets?asOf={id}",
                    $"/v1/figures/{keys[1]}?release={id}",
                    $"/v1/figures/{keys[1]}?asOf={id}",
                    $"/sample/?release={id}",
                    $"/sample/?asOf={id}T09:30",
                    $"/v1/datasets/sample/figures?cursor={id}.2",
                    $"/data/releases/{id}/release.json",
                    $"/releases/{id}/release.json",
                    $"/{id}/release.json",
                    $"/{id}/",
                }
            ),
        ];
        string[] objects =
        [
            .. release.Manifest.Files.SelectMany(file =>
                new[]
                {
                    "/" + file.ObjectPath,
                    "/releases/" + file.ObjectPath,
                    "/data/releases/" + file.ObjectPath,
                    "/v1/objects/" + file.Sha256,
                }
            ),
            $"/v1/releases/{release.Digest}",
        ];
        string[] guessed =
        [
            "/",
            "/releases/log.jsonl",
            "/data/releases/log.jsonl",
            "/log.jsonl",
            "/v1/log",
            "/releases/",
            "/releases.atom",
            "/releases.json",
            "/feed.json",
            "/calendar.ics",
            "/calendar/",
            "/revisions/",
            "/corrections/",
            "/sitemap.xml",
            "/robots.txt",
            "/openapi/v1.json",
            "/docs/index.html",
            "/health",
            "/health/live",
            "/health/ready",
            "/secret/",
            "/secret",
            "/pages/secret/",
            "/v1/datasets/sample/figures?by=total",
            "/v1/datasets/sample/figures?period=2026-03",
            "/v1/datasets/sample/figures?area=secret",
            "/v1/headlines?asOf=2030-01-01",
        ];
        var seeds = plain.OfRoutes(names).Concat(day).Concat(objects).Concat(guessed).ToList();
        return [.. (await plain.Crawl(seeds)).Union(await embargoed.Crawl(seeds)).Order(StringComparer.Ordinal)];
    }

    internal static IEnumerable<Question> Questions(IEnumerable<string> addresses) =>
        addresses.SelectMany(address =>
            new Question[]
            {
                new("GET", address),
                new("HEAD", address),
                new("OPTIONS", address),
                new("POST", address),
                new("GET", address, Surface.Header(TwoOffices.Moment)),
                new("GET", address, Surface.Header(TwoOffices.Moment.AddYears(4))),
            }
        );

    private static async Task<string> Built(SamplePublication folder, TwoOffices offices)
    {
        var into = Directory.CreateTempSubdirectory("publicstats-");
        try
        {
            return await Surface.Static(folder, offices.Clock, into.FullName);
        }
        finally
        {
            into.Delete(recursive: true);
        }
    }
}
