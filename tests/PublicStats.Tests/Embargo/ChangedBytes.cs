using PublicStats.Data.Publishing;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.Tests.Data.Reading;

namespace PublicStats.Tests.Embargo;

public class ChangedBytes
{
    private const string Figure = "/v1/figures/sample/people/north/2026-02";

    private static readonly string[] Ids = ["2026-03-06", "2026-03-09", "2026-03-11"];

    private static readonly decimal[] Values = [750, 740, 730];

    [Fact]
    public void Every_byte_of_the_log_and_of_a_manifest_is_held()
    {
        using var folder = Three();
        foreach (var file in (string[])["log.jsonl", "2026-03-09/release.json"])
        {
            var path = folder.Of("releases/" + file);
            var bytes = File.ReadAllBytes(path);
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(path, bytes);
                bytes[at] ^= (byte)(1 << (at % 8));
                Assert.Contains(folder.Store.History().Faults, name => name.StartsWith(file, StringComparison.Ordinal));
            }

            File.WriteAllBytes(path, bytes);
            Assert.Empty(folder.Store.Verify());
        }
    }

    [Fact]
    public void One_changed_byte_of_any_file_is_named()
    {
        using var folder = Three();
        var random = new Random(20260306);
        foreach (
            var path in Directory
                .GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            var bytes = File.ReadAllBytes(path);
            // The head and the tail of a packed file hold what unpacking does not need: a time, a system, a checksum.
            foreach (
                var at in Enumerable
                    .Range(0, 10)
                    .Concat(Enumerable.Range(bytes.Length - 8, 8))
                    .Concat(Enumerable.Range(0, 4).Select(_ => random.Next(bytes.Length)))
            )
            {
                bytes[at] ^= (byte)(1 << random.Next(8));
                var changed = bytes[at];
                File.WriteAllBytes(path, bytes);
                Assert.Contains(
                    folder.Store.Verify(),
                    name =>
                        name.Contains(
                            Path.GetFileName(path) is "log.jsonl" or "release.json"
                                ? Path.GetRelativePath(folder.Of("releases"), path)
                                : Path.GetFileName(path),
                            StringComparison.Ordinal
                        )
                );
                bytes = File.ReadAllBytes(path);
                Assert.Equal(changed, bytes[at]);
                File.WriteAllBytes(path, bytes = Whole(folder, path));
            }
        }

        Assert.Empty(folder.Store.Verify());
    }

    [Theory]
    [InlineData("2026-03-06/release.json", false, 2, 0)]
    [InlineData("2026-03-09/release.json", false, 2, 1)]
    [InlineData("2026-03-11/release.json", false, 1, -1)]
    [InlineData("2026-03-06/release.json", true, 2, 0)]
    [InlineData("2026-03-09/release.json", true, 2, 1)]
    [InlineData("2026-03-11/release.json", true, 1, 2)]
    [InlineData("figures of 0", false, 2, 0)]
    [InlineData("figures of 1", false, 2, 1)]
    [InlineData("figures of 2", false, 1, 2)]
    [InlineData("figures of 0", true, 2, 0)]
    [InlineData("figures of 1", true, 2, 1)]
    [InlineData("figures of 2", true, 1, 2)]
    [InlineData("log.jsonl", false, 2, -1)]
    [InlineData("log.jsonl", true, 2, -1)]
    public async Task A_damaged_release_is_not_served_the_last_good_one_is_and_health_says_so(
        string file,
        bool whileRunning,
        int served,
        int refused
    )
    {
        using var folder = Three();
        var path = folder.Of("releases/" + (file.StartsWith("figures", StringComparison.Ordinal) ? Figures(folder, file[^1] - '0') : file));
        var surface = whileRunning ? await Surface.Open(folder, folder.Clock) : null;
        foreach (var address in whileRunning ? Addresses() : [])
        {
            Assert.Equal(200, (await Answer.To(surface!.Http, new("GET", address))).Status);
        }

        var whole = File.ReadAllBytes(path);
        var bytes = whole.ToArray();
        bytes[bytes.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        surface ??= await Surface.Open(folder, folder.Clock);
        await using (surface)
        {
            await TurnOver.Within(
                TimeSpan.FromSeconds(2),
                async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 503
            );
            Assert.Equal((Values[served], Ids[served]), TurnOver.Said(await Answer.To(surface.Http, new("GET", Figure))));
            var health = (await Answer.To(surface.Http, new("GET", "/health/ready"))).Text;
            Assert.Contains(refused < 0 ? "not" : Ids[refused], health, StringComparison.Ordinal);
            foreach (var address in Addresses())
            {
                var status = (await Answer.To(surface.Http, new("GET", address))).Status;
                // What a release says of itself is its manifest's to say; what it holds is not served at all.
                var isOf = refused >= 0 && address.Contains(Ids[refused], StringComparison.Ordinal);
                Assert.True(
                    isOf && address.Count(character => character == '/') > 3
                        ? status == 503
                        : status == 200 || (isOf && status == 503) || (refused < 0 && status == 404),
                    $"{address}: {status}"
                );
            }

            await File.WriteAllBytesAsync(path, whole, TestContext.Current.CancellationToken);
            await TurnOver.Within(
                TimeSpan.FromSeconds(2),
                async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 200
            );
            Assert.Equal((Values[2], Ids[2]), TurnOver.Said(await Answer.To(surface.Http, new("GET", Figure))));
            Assert.Empty(surface.Log.All);
        }
    }

    [Fact]
    public async Task What_is_answered_while_a_release_is_damaged_is_kept_by_nobody_and_is_whole_once_the_release_is()
    {
        using var folder = Three();
        var path = folder.Of("releases/" + Figures(folder, 0));
        string[] addresses =
        [
            "/releases/",
            "/releases/2026-03-06/",
            "/revisions/",
            Figure,
            "/sample/people/north/2026-02/",
            "/v1/releases/2026-03-09/figures/sample/people/north/2026-02",
            "/releases/2026-03-09/sample/people/north/2026-02/",
        ];
        await using var whole = await Surface.Open(folder, folder.Clock);
        var right = new List<Answer>();
        foreach (var address in addresses)
        {
            right.Add(await Answer.To(whole.Http, new("GET", address)));
        }

        File.Move(path, folder.Of("away"));
        await using var surface = await Surface.Open(folder, folder.Clock);
        foreach (var address in addresses)
        {
            var answer = await Answer.To(surface.Http, new("GET", address));
            Assert.Contains("Cache-Control: no-store", answer.Headers, StringComparison.Ordinal);
            Assert.DoesNotContain("ETag:", answer.Headers, StringComparison.Ordinal);
        }

        File.Move(folder.Of("away"), path);
        await TurnOver.Within(
            TimeSpan.FromSeconds(2),
            async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 200
        );
        for (var i = 0; i < addresses.Length; i++)
        {
            Assert.True((await Answer.To(surface.Http, new("GET", addresses[i]))).Against(right[i]) is null, addresses[i]);
        }
    }

    [Fact]
    public async Task A_site_built_while_a_release_is_damaged_keeps_what_was_built_of_it_and_is_whole_once_the_release_is()
    {
        using var folder = Three();
        var into = Directory.CreateTempSubdirectory("publicstats-");
        var path = folder.Of("releases/" + Figures(folder, 0));
        try
        {
            var whole = await Surface.Static(folder, folder.Clock, into.FullName);
            File.Move(path, folder.Of("away"));
            await Surface.Static(folder, folder.Clock, into.FullName);
            Assert.True(File.Exists(Path.Combine(into.FullName, "releases/2026-03-06/sample/index.html")));

            // In an empty folder there is nothing to keep, so all of it is made again later.
            into.Delete(recursive: true);
            await Surface.Static(folder, folder.Clock, into.FullName);
            File.Move(folder.Of("away"), path);
            Assert.Equal(whole, await Surface.Static(folder, folder.Clock, into.FullName));
        }
        finally
        {
            into.Delete(recursive: true);
        }
    }

    // Whichever line of the log is damaged, and though everything that was ever written still lies in the folder.
    [Fact]
    public void A_damaged_line_makes_nothing_public_that_was_cancelled_moved_withdrawn_or_is_to_come()
    {
        using var folder = Three();
        folder.Clock.SetUtcNow(new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        using var kept = new SampleFolder();
        void Act(ActResult act)
        {
            Assert.Empty(act.Faults);
            kept.Copy(folder.Path);
            folder.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Act(folder.Desk.Withdraw(["sample/people/south/2026-01"], "2026-03-13 09:30", "Counted twice.", "editor"));
        Act(folder.Desk.Approve("2026-03-13", "approver"));
        folder.Clock.SetUtcNow(new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,730", "2026-02,north,people,111");
        folder.Change("2026-02,south,people,570", "2026-02,south,people,1189");
        Act(folder.Desk.Seal(new("2026-03-18 09:30", "Cancelled", "A sample.", "editor")));
        Act(folder.Desk.Approve("2026-03-18", "approver"));
        var cancelled = File.ReadAllBytes(folder.Of("releases/2026-03-18/release.json"));
        Act(folder.Desk.Cancel("2026-03-18", "editor", "A mistake."));
        folder.Change("2026-02,north,people,111", "2026-02,north,people,222");
        folder.Change("2026-02,south,people,1189", "2026-02,south,people,1078");
        Act(folder.Desk.Seal(new("2026-03-18 09:31", "Moved", "A sample.", "editor")));
        Act(folder.Desk.Approve("2026-03-18", "approver"));
        Act(folder.Desk.Reschedule("2026-03-18", "2026-03-20 09:30", "editor", "Late."));
        Act(folder.Desk.Approve("2026-03-20", "approver"));
        var log = File.ReadAllLines(kept.Of("releases/log.jsonl"));
        var moved = File.ReadAllBytes(kept.Of("releases/2026-03-18/release.json"));
        const int Withdrawal = 7,
            Cancelling = 10,
            Moving = 13;
        Assert.Equal(15, log.Length);
        for (var i = 0; i < log.Length; i++)
        {
            foreach (
                var (damage, cut) in Enumerable
                    .Range(i + 1, log.Length - i)
                    .SelectMany(cut => new[] { ("\"at\":", cut), ("\"act\":\"", cut) })
            )
            {
                var lines = log.ToArray();
                var at = lines[i].IndexOf(damage, StringComparison.Ordinal) + damage.Length;
                lines[i] = lines[i][..at] + "z" + lines[i][(at + 1)..];
                File.WriteAllText(kept.Of("releases/log.jsonl"), string.Join('\n', lines.Take(cut)) + "\n");
                File.WriteAllBytes(kept.Of("releases/2026-03-18/release.json"), cut <= Cancelling + 1 ? cancelled : moved);
                foreach (var day in (string[])["2026-03-17", "2026-03-19", "2026-03-21"])
                {
                    var view = View(kept, day);
                    var number = view is null
                        ? null
                        : FigureLookup.Find(view.Shown.Publication, "sample/people/north/2026-02", out _)?.Figure.Value;
                    Assert.False(
                        number == 111 && (cut > Cancelling || day == "2026-03-17"),
                        $"The cancelled release is public on {day} when line {i + 1} of {cut} is damaged."
                    );
                    Assert.False(
                        number == 222 && day != "2026-03-21" && (cut > Moving || day == "2026-03-17"),
                        $"The release that was moved is public on {day} when line {i + 1} of {cut} is damaged."
                    );
                    // That the withdrawal was approved is known from the line that says so, or from one that follows it and was approved.
                    Assert.False(
                        damage == "\"at\":"
                            && cut > Withdrawal + 1
                            && i < cut - 1
                            && (i != Withdrawal || cut >= Moving)
                            && view?.Shown.Manifest.Withdrawals.Count != 1,
                        $"The withdrawn figure is an answer on {day} when line {i + 1} of {cut} is damaged."
                    );
                }
            }
        }
    }

    private static ReleaseView? View(SampleFolder folder, string day) =>
        new PublishedReleases(
            new(folder.Of("releases")),
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
                DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)
            )
        ).TryNow();

    private static string[] Addresses() =>
        [
            Figure,
            "/",
            "/sample/",
            "/v1",
            "/v1/releases",
            "/releases/",
            "/v1/headlines",
            "/v1/datasets/sample/revisions",
            "/v1/timemap/headlines",
            .. Ids.SelectMany(id =>
                new[]
                {
                    $"/v1/releases/{id}",
                    $"/v1/releases/{id}/headlines",
                    $"/v1/releases/{id}/datasets/sample/figures",
                    $"/v1/releases/{id}/figures/sample/people/north/2026-02",
                    $"/releases/{id}/sample/",
                }
            ),
        ];

    private static string Figures(SampleFolder folder, int release) =>
        folder.Store.History().Releases[release].Manifest.Files.Single(file => file.Path == "datasets/sample/figures.csv").ObjectPath;

    private static byte[] Whole(SampleFolder folder, string path) =>
        File.ReadAllBytes(folder.Of("whole/" + Path.GetRelativePath(folder.Of("releases"), path)));

    private static SampleFolder Three()
    {
        var folder = new SampleFolder();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        Assert.Empty(
            folder
                .Correct(
                    "2026-03-09 09:30",
                    "Correction",
                    new("It was 750.", "A slip.", "Nobody."),
                    "sample/people/north/2026-02",
                    "sample/people/south/2026-02"
                )
                .Faults
        );
        Assert.Empty(folder.Desk.Approve("2026-03-09", "approver").Faults);
        folder.Clock.SetUtcNow(new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,740", "2026-02,north,people,730");
        folder.Change("2026-02,south,people,560", "2026-02,south,people,570");
        folder.Publish("2026-03-11 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));
        foreach (var file in Directory.GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories))
        {
            var to = folder.Of("whole/" + Path.GetRelativePath(folder.Of("releases"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }

        return folder;
    }
}
