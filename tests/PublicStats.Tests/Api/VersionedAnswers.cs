using System.Net;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class VersionedAnswers
{
    private static readonly string[] Kept =
    [
        "/v1/releases/2026-03-06/figures/sample/people/north/2026-02",
        "/v1/releases/2026-03-06/datasets",
        "/v1/releases/2026-03-06/datasets/sample",
        "/v1/releases/2026-03-06/datasets/sample/revisions",
        "/v1/releases/2026-03-06/datasets/sample/figures",
        "/v1/releases/2026-03-06/datasets/sample/figures.csv",
        "/v1/releases/2026-03-06/headlines",
        "/v1/releases/2026-03-06/headlines.json",
    ];

    [Fact]
    public async Task A_frozen_answer_is_the_same_bytes_after_every_later_release()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        Revise(folder);
        folder.Publish("2026-03-13 09:30");
        folder.Workflow.Seal(new("2026-03-20 09:30", "Later", "Later.", "editor"));
        folder.Clock.SetUtcNow(new(2026, 3, 7, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);

        var before = new List<string>();
        foreach (var path in Kept)
        {
            before.Add(await served.Text(path));
        }

        folder.Clock.SetUtcNow(new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("2026-03-13", (await served.Json("/v1")).GetProperty("release").GetProperty("id").GetString());
        for (var i = 0; i < Kept.Length; i++)
        {
            Assert.Equal(before[i], await served.Text(Kept[i]));
        }
    }

    [Theory]
    [InlineData("v1/releases")]
    [InlineData("v1/timemap/headlines")]
    [InlineData("v1/figures/sample/people/north/2026-02")]
    [InlineData("openapi/v1.json")]
    [InlineData("releases.atom")]
    [InlineData("calendar.ics")]
    [InlineData("health/ready")]
    public async Task What_is_not_a_page_has_no_address_among_the_pages_of_a_release_where_it_would_be_kept_for_ever(string what)
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.Advance(TimeSpan.FromDays(5));
        await using var served = await ServedSite.Of(folder);

        await served.Text($"/releases/2026-03-06/{what}", HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("/sample?asOf=2026-03-07", 301, "/sample/?asOf=2026-03-07")]
    [InlineData("/sample/?asOf=2026-03-07", 302, "/releases/2026-03-06/sample/")]
    [InlineData("/?asOf=2026-03-07", 302, "/releases/2026-03-06/")]
    [InlineData("/?release=2026-03-06", 302, "/releases/2026-03-06/")]
    [InlineData("/revisions/?asOf=2026-03-07", 200, null)]
    public async Task A_reader_who_asks_for_a_page_of_the_past_is_led_there_and_told_no_untruth(string path, int status, string? to)
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        Revise(folder);
        folder.Publish("2026-03-13 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);

        using var answer = await served.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal((status, to), ((int)answer.StatusCode, answer.Headers.Location?.OriginalString));
        Assert.DoesNotContain(
            "cannot be shown",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/v1/releases/2026-03-06/headlines")]
    [InlineData("/v1/releases/2026-03-06/figures/sample/people/north/2026-02.json")]
    public async Task A_frozen_answer_that_is_held_is_not_sent_again_and_HEAD_tells_the_same(string path)
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.Advance(TimeSpan.FromDays(5));
        await using var served = await ServedSite.Of(folder);

        using var first = await served.Http.GetAsync(path, TestContext.Current.CancellationToken);
        using var head = await served.Http.SendAsync(new(HttpMethod.Head, path), TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await served.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal("public, max-age=86400, immutable", Assert.Single(first.Headers.GetValues("Cache-Control")));
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.GetValues("Memento-Datetime"), again.Headers.GetValues("Memento-Datetime"));
        Assert.Equal((first.Headers.ETag, first.Content.Headers.ContentLength), (head.Headers.ETag, head.Content.Headers.ContentLength));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/releases/{0}")]
    [InlineData("/v1/releases/{0}/manifest")]
    [InlineData("/v1/releases/{0}/changes")]
    [InlineData("/v1/releases/{0}/changes.csv")]
    [InlineData("/v1/releases/{0}/files/publication.json")]
    [InlineData("/v1/releases/{0}/headlines")]
    [InlineData("/v1/releases/{0}/datasets/sample/figures")]
    [InlineData("/v1/releases/{0}/figures/sample/people/north/2026-02")]
    [InlineData("/v1/headlines?release={0}")]
    [InlineData("/v1/figures/sample/people/all/2026-01?release={0}")]
    public async Task A_release_that_waits_cannot_be_told_from_one_that_never_was(string path)
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        Revise(folder);
        folder.Publish("2026-03-13 09:30");
        folder.Clock.Advance(TimeSpan.FromDays(5));
        await using var served = await ServedSite.Of(folder);

        var (waiting, never) = (await Answer("2026-03-13"), await Answer("2026-03-12"));
        Assert.StartsWith("404", waiting, StringComparison.Ordinal);
        Assert.Equal(never, waiting);

        async Task<string> Answer(string id)
        {
            using var response = await served.Http.GetAsync(string.Format(null, path, id), TestContext.Current.CancellationToken);
            var headers = response
                .Headers.Concat(response.Content.Headers)
                .Where(header => header.Key != "Date")
                .Select(header => $"{header.Key}: {string.Join(',', header.Value)}");
            return $"{(int)response.StatusCode}\n{string.Join('\n', headers)}\n"
                + $"{await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)}";
        }
    }

    [Fact]
    public async Task A_purged_release_is_gone_with_the_reason_and_its_tombstone_stays()
    {
        using var folder = new SamplePublication();
        var first = folder.Publish("2026-03-06 09:30");
        Revise(folder);
        folder.Publish("2026-03-13 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero));
        folder.Workflow.Purge("2026-03-06", "It told of a person.", "editor", "approver");
        await using var served = await ServedSite.Of(folder);

        foreach (
            var path in (string[])
                [
                    "/headlines",
                    "/datasets/sample/figures.csv",
                    "/figures/sample/people/all/2026-01",
                    "/changes",
                    "/changes.csv",
                    "/files/publication.json",
                ]
        )
        {
            var problem = await served.Json("/v1/releases/2026-03-06" + path, HttpStatusCode.Gone);
            Assert.Contains("It told of a person.", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
            Assert.Equal("/v1/releases/2026-03-06", problem.GetProperty("tombstone").GetString());
        }

        var tombstone = await served.Json("/v1/releases/2026-03-06");
        Assert.Equal("It told of a person.", tombstone.GetProperty("purged").GetProperty("reason").GetString());
        Assert.Equal(first.Manifest.Files.Count, tombstone.GetProperty("files").GetArrayLength());
        Assert.Equal(first.Digest, tombstone.GetProperty("sha256").GetString());
        Assert.DoesNotContain("2026-03-06", await served.Text("/v1/timemap/headlines"), StringComparison.Ordinal);
        await served.Json("/v1/headlines?asOf=2026-03-07", HttpStatusCode.Gone);
    }

    [Fact]
    public async Task A_withdrawn_figure_is_gone_with_the_reason_and_the_past_keeps_it()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 0, 0, 0, TimeSpan.Zero));
        Assert.Empty(
            folder.Workflow.Withdraw(["sample/people/north/2026-02"], "2026-03-09 09:30", "It was counted twice.", "editor").Faults
        );
        folder.Workflow.Approve("2026-03-09", "approver");
        folder.Clock.SetUtcNow(new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);

        var gone = await served.Json("/v1/figures/sample/people/north/2026-02", HttpStatusCode.Gone);
        var then = await served.Json("/v1/releases/2026-03-06/figures/sample/people/north/2026-02");

        Assert.Equal(
            ("It was counted twice.", "2026-03-09"),
            (
                gone.GetProperty("withdrawn").GetProperty("reason").GetString(),
                gone.GetProperty("withdrawn").GetProperty("release").GetString()
            )
        );
        Assert.Equal(750, then.GetProperty("figure").GetProperty("value").GetInt32());
        Assert.Equal(
            700,
            (await served.Json("/v1/figures/sample/people/north/2026-01")).GetProperty("figure").GetProperty("value").GetInt32()
        );
    }

    [Fact]
    public async Task A_file_that_was_touched_is_not_served()
    {
        using var folder = new SamplePublication();
        var first = folder.Publish("2026-03-06 09:30");
        Revise(folder);
        folder.Publish("2026-03-13 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero));
        await File.WriteAllTextAsync(
            folder.Of("releases/" + first.Manifest.Files.Single(file => file.Path == "datasets/sample/figures.csv").ObjectPath),
            "nonsense",
            TestContext.Current.CancellationToken
        );
        await using var served = await ServedSite.Of(folder);

        Assert.Contains(
            "2026-03-06 are not as they were sealed",
            (await served.Json("/v1/releases/2026-03-06/files/datasets/sample/figures.csv", HttpStatusCode.ServiceUnavailable))
                .GetProperty("detail")
                .GetString()!,
            StringComparison.Ordinal
        );
        await served.Json("/v1/releases/2026-03-06/headlines", HttpStatusCode.ServiceUnavailable);
        await served.Json("/v1/headlines");
    }

    private static void Revise(SamplePublication folder)
    {
        folder.Change("2026-02,all,people,1300", "2026-02,all,people,1310");
        folder.Change("2026-02,north,people,750", "2026-02,north,people,760");
    }
}
