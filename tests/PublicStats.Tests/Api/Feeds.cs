using System.ServiceModel.Syndication;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml;
using PublicStats.Data.Publishing;
using PublicStats.Data.Vintages;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public partial class Feeds(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Fact]
    public async Task A_feed_reader_finds_every_release_once_newest_first()
    {
        using var response = await service.Http.GetAsync("/releases.atom", TestContext.Current.CancellationToken);
        var feed = SyndicationFeed.Load(
            XmlReader.Create(new StringReader(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)))
        );
        var releases = (await service.Json("/v1/releases"))
            .GetProperty("releases")
            .EnumerateArray()
            .Select(element => element.GetProperty("id").GetString()!)
            .ToList();
        var entry = feed.Items.Single(item => item.Id == "tag:publicstats.example,2026-05-01:release/2026-05-01");

        Assert.Equal("application/atom+xml", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            releases.Select(release => $"https://publicstats.example/releases/{release}/"),
            feed.Items.Select(item => item.Links.Single().Uri.AbsoluteUri)
        );
        Assert.Equal(feed.Items.First().LastUpdatedTime, feed.LastUpdatedTime);
        Assert.Equal(
            ("tag:publicstats.example,2025-11-14:releases", "https://publicstats.example/releases.atom"),
            (feed.Id, feed.Links.Single(link => link.RelationshipType == "self").Uri.AbsoluteUri)
        );
        Assert.Equal(
            (new(2026, 5, 1, 16, 5, 4, TimeSpan.FromHours(1)), new(2026, 5, 1, 16, 5, 4, TimeSpan.FromHours(1))),
            (entry.PublishDate, entry.LastUpdatedTime)
        );
        Assert.Contains(
            "Revised: Crossings prevented by French authorities, people prevented, week ending 19 April 2026: 390 before, 322 now.",
            ((TextSyndicationContent)entry.Content).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_JSON_feed_says_the_same_and_gives_the_numbers()
    {
        using var response = await service.Http.GetAsync("/releases.json", TestContext.Current.CancellationToken);
        var feed = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        var item = feed.GetProperty("items")
            .EnumerateArray()
            .Single(element => element.GetProperty("id").GetString() == "tag:publicstats.example,2026-05-01:release/2026-05-01");
        var changes = await service.Json("/v1/releases/2026-05-01/changes");

        Assert.Equal("application/feed+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("https://jsonfeed.org/version/1.1", feed.GetProperty("version").GetString());
        Assert.Equal(
            ("2026-05-01T16:05:04+01:00", "2026-05-01T16:05:04+01:00"),
            (item.GetProperty("date_published").GetString(), item.GetProperty("date_modified").GetString())
        );
        Assert.Contains(
            "week ending 19 April 2026: 390 before, 322 now.",
            item.GetProperty("content_text").GetString(),
            StringComparison.Ordinal
        );
        Assert.All(
            ["added", "revised", "removed"],
            (string kind) => Assert.Equal(changes.GetProperty(kind).GetInt32(), item.GetProperty("_release").GetProperty(kind).GetInt32())
        );
    }

    [Theory]
    [InlineData("/releases.atom")]
    [InlineData("/releases.json")]
    [InlineData("/calendar.ics")]
    public async Task A_feed_that_is_held_is_not_sent_again(string path)
    {
        using var first = await service.Http.GetAsync(path, TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var again = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((System.Net.HttpStatusCode.OK, System.Net.HttpStatusCode.NotModified), (first.StatusCode, again.StatusCode));
        Assert.Equal(
            "2025-11-14",
            Assert.Single(
                Id()
                    .Matches(await service.Http.GetStringAsync(path + "?asOf=2025-11-15", TestContext.Current.CancellationToken))
                    .Select(match => match.Groups[1].Value)
                    .Distinct()
            )
        );
    }

    [Fact]
    public async Task A_correction_says_first_what_was_wrong_why_and_who_is_affected()
    {
        using var folder = new SamplePublication();
        CorrectedAnswers.Correct(folder);
        await using var served = await ServedSite.Of(folder);

        var item = (await served.Json("/releases.json")).GetProperty("items")[0];
        Assert.Equal("Correction: February was too low.", item.GetProperty("title").GetString());
        Assert.Equal(
            "Correction: February was too low. Why: Ten people were left out. Who is affected: Whoever used February.\n\n0 "
                + "figures added, 2 revised, 0 removed.\n\n"
                + "Revised: Sample, people, All, February 2026: 1,300 before, 1,310 now.\n\nRevised: Sample, people, North, "
                + "February 2026: 750 before, 760 now.",
            item.GetProperty("content_text").GetString()
        );
        Assert.Contains(
            "<title type=\"text\">Correction: February was too low.</title>",
            await served.Text("/releases.atom"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_withdrawal_names_the_figure_and_a_purge_says_that_the_content_is_gone()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 12, 0, 0, TimeSpan.Zero));
        Assert.Empty(
            folder.Workflow.Withdraw(["sample/people/north/2026-02"], "2026-03-09 09:30", "It told of a person.", "editor").Faults
        );
        folder.Workflow.Approve("2026-03-09", "approver");
        folder.Clock.SetUtcNow(new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
        folder.Workflow.Purge("2026-03-06", "It told of a person.", "editor", "approver");
        await using var served = await ServedSite.Of(folder);

        var items = (await served.Json("/releases.json")).GetProperty("items");
        Assert.StartsWith(
            "Withdrawn: sample/people/north/2026-02. It told of a person.",
            items[0].GetProperty("content_text").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("Withdrawal: A figure is withdrawn", items[0].GetProperty("title").GetString());
        Assert.Equal(
            ("Taken away: Sample", "The content of this release was taken away: It told of a person.", "2026-03-10T12:00:00+00:00"),
            (
                items[1].GetProperty("title").GetString(),
                items[1].GetProperty("summary").GetString(),
                items[1].GetProperty("date_modified").GetString()
            )
        );
        Assert.Contains(
            "The content of this release was taken away: It told of a person.",
            await served.Text("/releases.atom"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/releases.atom")]
    [InlineData("/releases.json")]
    [InlineData("/calendar.ics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/sitemap.xml")]
    public async Task Nothing_of_a_release_is_told_before_its_time_and_all_of_it_from_then_on(string path)
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 7, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);
        var before = await served.Text(path);
        folder.Change("2026-02,all,people,1300", "2026-02,all,people,1310");
        folder.Change("2026-02,north,people,750", "2026-02,north,people,760");
        await File.WriteAllTextAsync(
            folder.Of("calendar.csv"),
            "at,title,state\n2026-04-10 09:30,An announced one,confirmed\n",
            TestContext.Current.CancellationToken
        );
        folder.Publish("2026-03-13 09:30", "An embargoed title");
        folder.Clock.Advance(PublishedReleases.LookAgainAfter);

        Assert.Equal(before, await served.Text(path));
        folder.Clock.SetUtcNow(new(2026, 3, 13, 9, 30, 0, TimeSpan.Zero));
        var after = await served.Text(path);
        Assert.NotEqual(before, after);
        Assert.Equal(path is "/sitemap.xml" or "/openapi/v1.json", !after.Contains("An embargoed title", StringComparison.Ordinal));
        Assert.Equal(path == "/calendar.ics", after.Contains("An announced one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_subscriber_finds_the_releases_to_come_and_those_published_in_the_calendar()
    {
        using var folder = new SamplePublication();
        await File.WriteAllTextAsync(
            folder.Of("calendar.csv"),
            "at,title,state\n2026-03-01 09:30,Long past,confirmed\n2026-03-13 09:30,Février – a title long enough that it has "
                + "to be folded: “é” takes two octets and “–” three,confirmed\n2026-04-10 09:30,April,provisional\n",
            TestContext.Current.CancellationToken
        );
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 7, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);

        var text = await served.Text("/calendar.ics");
        var calendar = Ical.Net.Calendar.Load(text)!;
        var events = calendar.Events.OrderBy(calendarEvent => calendarEvent.Uid, StringComparer.Ordinal).ToList();

        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), name => Assert.True(Encoding.UTF8.GetByteCount(name) <= 75, name));
        Assert.Equal(
            ["release-2026-03-06@sample.example", "release-2026-03-13@sample.example", "release-2026-04-10@sample.example"],
            events.Select(calendarEvent => calendarEvent.Uid)
        );
        Assert.Equal(["CONFIRMED", "CONFIRMED", "TENTATIVE"], events.Select(calendarEvent => calendarEvent.Status));
        Assert.Equal(
            ["Sample", "Février – a title long enough that it has to be folded: “é” takes two octets and “–” three", "April"],
            events.Select(calendarEvent => calendarEvent.Summary)
        );
        Assert.Equal(new DateTime(2026, 4, 10, 8, 30, 0, DateTimeKind.Utc), events[2].DtStart!.AsUtc);
        Assert.All(
            events,
            calendarEvent => Assert.Equal(new DateTime(2026, 3, 6, 9, 30, 0, DateTimeKind.Utc), calendarEvent.DtStamp!.AsUtc)
        );
    }

    [Fact]
    public async Task An_announced_release_keeps_its_event_when_it_is_published()
    {
        using var folder = new SamplePublication();
        await File.WriteAllTextAsync(
            folder.Of("calendar.csv"),
            "at,title,state\n2026-03-13 09:30,One,confirmed\n2026-03-13 16:00,Two,confirmed\n",
            TestContext.Current.CancellationToken
        );
        folder.Publish("2026-03-06 09:30");
        folder.Publish("2026-03-13 09:30", "Published");
        folder.Clock.SetUtcNow(new(2026, 3, 7, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);

        Assert.Equal("2026-03-06 Sample, 2026-03-13 One, 2026-03-13-2 Two", await Events());
        folder.Clock.SetUtcNow(new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero));
        Assert.Equal("2026-03-06 Sample, 2026-03-13 Published, 2026-03-13-2 Two", await Events());

        async Task<string> Events() =>
            string.Join(
                ", ",
                Ical.Net.Calendar.Load(await served.Text("/calendar.ics"))!
                    .Events.Select(calendarEvent => $"{calendarEvent.Uid!.Split('@')[0]["release-".Length..]} {calendarEvent.Summary}")
                    .Order(StringComparer.Ordinal)
            );
    }

    [GeneratedRegex(@"release[/-](\d{4}-\d{2}-\d{2})")]
    private static partial Regex Id();
}
