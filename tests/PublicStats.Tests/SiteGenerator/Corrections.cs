using System.Net;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>What readers are told when figures were wrong, are withdrawn, or are taken away.</summary>
public sealed class Corrections : IDisposable
{
    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reader_of_a_corrected_figure_is_told_above_all_else_and_the_page_as_it_was_stays_as_it_was()
    {
        folder.Publish("2026-03-02 12:00");
        Correct();
        await using var site = await ServedSite.Of(folder);

        foreach (var path in new[] { "/", "/sample/", "/sample/people/all/2026-01/", "/releases/2026-03-03/" })
        {
            var page = await site.Text(path);
            Assert.True(
                page.IndexOf("A row was counted twice.", StringComparison.Ordinal) is var told
                    && told > 0
                    && told < page.IndexOf("<h1", StringComparison.Ordinal),
                path
            );
        }

        var figure = await site.Text("/sample/people/all/2026-01/");
        Assert.Contains("<h1>1,190 people, January 2026</h1>", figure, StringComparison.Ordinal);
        Assert.Contains(
            "<a href=\"/releases/2026-03-02/sample/people/all/2026-01/\">2 March 2026</a></th><td class=\"n\" data-is=\"Value\">1,200</td>",
            figure,
            StringComparison.Ordinal
        );
        Assert.Contains("<td class=\"n\" data-is=\"Difference\">\u221210</td>", figure, StringComparison.Ordinal);
        Assert.DoesNotContain("counted twice", await site.Text("/sample/people/all/2026-02/"), StringComparison.Ordinal);

        var then = await site.Text("/releases/2026-03-02/sample/people/all/2026-01/");
        Assert.Contains("<h1>1,200 people, January 2026</h1>", then, StringComparison.Ordinal);
        Assert.DoesNotContain("counted twice", then, StringComparison.Ordinal);

        var revisions = await site.Text("/revisions/");
        Assert.Contains("<h3>A row was counted twice.</h3>", revisions, StringComparison.Ordinal);
        Assert.Contains("Anyone who used January.", revisions, StringComparison.Ordinal);
        Assert.Contains(
            "1,200 <span class=\"nb\">(<a class=\"nb\" href=\"/releases/2026-03-02/\">2 March 2026</a>)</span>",
            revisions,
            StringComparison.Ordinal
        );
        Assert.Contains("1 correction", revisions, StringComparison.Ordinal);
        Assert.Contains("2 figures revised", await site.Text("/releases/"), StringComparison.Ordinal);
        Assert.Contains("\"wrong\": \"A row was counted twice.\"", await site.Text("/v1/headlines"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_of_words_is_told_on_the_page_they_are_of_and_on_no_other()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.Advance(TimeSpan.FromDays(1));
        File.AppendAllText(folder.Of("pages/method.md"), "\nThe north is counted by its own office.\n");
        var words = new CorrectionWords("The method left the north out.", "A paragraph was lost.", "Whoever quoted the method.");
        Approve(folder.Workflow.Correct(new(null, "Correction", words, "editor", new([], ["pages/method.md"]))));
        await using var site = await ServedSite.Of(folder);

        foreach (var path in new[] { "/method/", "/releases/2026-03-03/method/", "/releases/2026-03-03/" })
        {
            var page = await site.Text(path);
            var place = page.IndexOf("The method left the north out.", StringComparison.Ordinal);
            Assert.True(place > 0 && place < page.IndexOf("<h1", StringComparison.Ordinal), path);
            Assert.Contains("Which pages were corrected", page, StringComparison.Ordinal);
        }

        foreach (var path in new[] { "/", "/sample/", "/releases/2026-03-02/method/" })
        {
            Assert.DoesNotContain("class=\"notice\"", await site.Text(path), StringComparison.Ordinal);
        }

        var revisions = await site.Text("/revisions/");
        Assert.Contains("<dt>Pages</dt><dd><ul><li><a href=\"/method/\">Method</a></li></ul></dd>", revisions, StringComparison.Ordinal);
        Assert.DoesNotContain("<dt>Figures</dt>", revisions, StringComparison.Ordinal);
        var release = System.Text.Json.JsonDocument.Parse(await site.Text("/v1/releases/2026-03-03")).RootElement;
        Assert.Contains("\"pages/method.md\"", release.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("datasets/sample/datapackage.json", "/", "/sample/")]
    [InlineData("publication.json", "/")]
    public async Task A_correction_of_a_headline_or_a_title_is_told_where_readers_see_it(string file, params string[] pages)
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.Advance(TimeSpan.FromDays(1));
        var text = await File.ReadAllTextAsync(folder.Of(file), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            folder.Of(file),
            text.Replace("A sample", "One sample", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var words = new CorrectionWords("It was described wrongly.", "A slip.", "Whoever quoted it.");
        Approve(folder.Workflow.Correct(new(null, "Correction", words, "editor", new([], [file]))));
        await using var site = await ServedSite.Of(folder);

        foreach (var path in pages)
        {
            Assert.Contains("It was described wrongly.", await site.Text(path), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_page_that_quotes_a_corrected_figure_says_so()
    {
        folder.Publish("2026-03-02 12:00");
        Correct();
        await using var site = await ServedSite.Of(folder);

        Assert.Contains("A row was counted twice.", await site.Text("/method/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_older_than_ninety_days_stays_among_the_revisions()
    {
        folder.Publish("2026-03-02 12:00");
        Correct();
        folder.Clock.Advance(TimeSpan.FromDays(91));
        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1301,,,\n2026-02,north,people,751");
        folder.Publish("2026-06-02 13:00");
        await using var site = await ServedSite.Of(folder);

        Assert.DoesNotContain("class=\"notice\"", await site.Text("/sample/"), StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"notice\"", await site.Text("/"), StringComparison.Ordinal);
        Assert.Contains("class=\"notice\"", await site.Text("/releases/2026-03-03/sample/"), StringComparison.Ordinal);
        Assert.Contains("A row was counted twice.", await site.Text("/revisions/"), StringComparison.Ordinal);
        Assert.Contains("A row was counted twice.", await site.Text("/sample/people/all/2026-01/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawn_figure_says_so_at_its_own_address_and_nowhere_says_its_value()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.Advance(TimeSpan.FromDays(1));
        Approve(folder.Workflow.Withdraw(["sample/people/all/2026-01"], null, "It was counted by another rule.", "editor"));
        await using var site = await ServedSite.Of(folder);

        var page = await site.Text("/sample/people/all/2026-01/", HttpStatusCode.Gone);
        Assert.Contains("Withdrawn: Sample: People, January 2026", page, StringComparison.Ordinal);
        Assert.Contains("It was counted by another rule.", page, StringComparison.Ordinal);
        Assert.Contains(
            "Withdrawn by the release of <a class=\"nb\" href=\"/releases/2026-03-03/\">3 March 2026</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains("href=\"/releases/2026-03-02/sample/people/all/2026-01/\"", page, StringComparison.Ordinal);
        Assert.Contains(
            "<h1>1,200 people, January 2026</h1>",
            await site.Text("/releases/2026-03-02/sample/people/all/2026-01/"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "there were <a class=\"fig\" href=\"/sample/people/all/2026-01/\">[withdrawn]</a> people",
            await site.Text("/method/"),
            StringComparison.Ordinal
        );

        var release = await site.Text("/releases/2026-03-03/");
        Assert.Contains("<h1>Release of 3 March 2026: 1 figure withdrawn</h1>", release, StringComparison.Ordinal);
        Assert.True(
            release.IndexOf("It was counted by another rule.", StringComparison.Ordinal) < release.IndexOf("<h1", StringComparison.Ordinal)
        );
        foreach (var path in new[] { "/", "/sample/", "/method/", "/sample/people/all/2026-01/" })
        {
            using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(
                "1,200",
                await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
                StringComparison.Ordinal
            );
        }

        foreach (var path in new[] { "/", "/sample/" })
        {
            var told = await site.Text(path);
            var notice = told.IndexOf("It was counted by another rule.", StringComparison.Ordinal);
            Assert.True(notice < told.IndexOf("<h1", StringComparison.Ordinal), path);
            var place = told.IndexOf(
                "<p class=\"say\">People: <a href=\"/sample/people/all/2026-01/\">withdrawn</a></p>",
                StringComparison.Ordinal
            );
            Assert.True(place > 0, path);
            Assert.Contains("It was counted by another rule. Withdrawn by the release of", told[place..], StringComparison.Ordinal);
        }

        var headline = System.Text.Json.JsonDocument.Parse(await site.Text("/v1/headlines")).RootElement.GetProperty("headlines")[0];
        Assert.Equal("People: not available.", headline.GetProperty("sentence").GetString());
        Assert.Equal("It was counted by another rule.", headline.GetProperty("withdrawn")[0].GetProperty("reason").GetString());
        Assert.Contains("<h1>Sample</h1>", await site.Text("/sample/"), StringComparison.Ordinal);
        Assert.Contains("It was counted by another rule.", await site.Text("/revisions/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_is_silent_about_what_touches_none_of_its_figures()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.Advance(TimeSpan.FromDays(1));
        Approve(folder.Workflow.Withdraw(["sample/people/all/2026-02"], null, "It was counted by another rule.", "editor"));
        await using var site = await ServedSite.Of(folder);

        Assert.DoesNotContain("class=\"notice\"", await site.Text("/"), StringComparison.Ordinal);
        Assert.Contains("class=\"notice\"", await site.Text("/sample/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_purged_release_keeps_a_page_that_says_what_was_taken_away_and_why()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.Advance(TimeSpan.FromDays(1));
        Approve(folder.Workflow.Withdraw(["sample/people/north/2026-01"], null, "It could identify somebody.", "editor"));
        Assert.Empty(folder.Workflow.Purge("2026-03-02", "A figure in it could identify somebody.", "editor", "head of statistics").Faults);
        await using var site = await ServedSite.Of(folder);

        var page = await site.Text("/releases/2026-03-02/");
        Assert.Contains("<h1 class=\"quiet\">Release of 2 March 2026: its content was taken away</h1>", page, StringComparison.Ordinal);
        Assert.Contains("A figure in it could identify somebody.", page, StringComparison.Ordinal);
        Assert.Contains("by the editor and the head of statistics together", page, StringComparison.Ordinal);
        Assert.Contains("datasets/sample/figures.csv", page, StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                "/releases/2026-03-02/sample/",
                "/releases/2026-03-02/sample/people/north/2026-01/",
                "/releases/2026-03-02/nothing/",
            }
        )
        {
            Assert.Contains(
                "A figure in it could identify somebody.",
                await site.Text(path, HttpStatusCode.Gone),
                StringComparison.Ordinal
            );
        }

        Assert.Contains("Its content was taken away", await site.Text("/releases/"), StringComparison.Ordinal);
        Assert.DoesNotContain("700", await site.Text("/revisions/"), StringComparison.Ordinal);
        Assert.Equal(
            await site.Text("/nowhere/", HttpStatusCode.NotFound),
            await site.Text("/releases/2026-03-03/nowhere/", HttpStatusCode.NotFound)
        );
    }

    private void Correct()
    {
        folder.Clock.Advance(TimeSpan.FromDays(1));
        folder.Change("2026-01,all,people,1200,,,\n2026-01,north,people,700", "2026-01,all,people,1190,,,\n2026-01,north,people,690");
        Approve(
            folder.Correct(
                null,
                "January corrected",
                new("A row was counted twice.", "A slip in the sheet.", "Anyone who used January."),
                "sample/people/all/2026-01",
                "sample/people/north/2026-01"
            )
        );
    }

    private void Approve(ActResult result)
    {
        Assert.Empty(result.Faults);
        Assert.Empty(folder.Workflow.Approve(result.Release!.Id, "approver").Faults);
    }
}
