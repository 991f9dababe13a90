using PublicStats.Data.Publishing;
using PublicStats.Data.Queries;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

/// <summary>Days that have not happened have no figures; a statement may be about a time that is not over.</summary>
public sealed class DaysToCome : IDisposable
{
    private static readonly SealOrder Order = new("2026-03-06 09:30", "Sample", "A sample.", "editor");

    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2026-02-27", 1)]
    [InlineData("2026-02-28", 0)]
    [InlineData("2026-02", 0)]
    [InlineData("2026-01", 1)]
    [InlineData("2026", 0)]
    public void A_period_ends_by_the_last_day_on_which_its_source_can_have_been_published(string published, int faults)
    {
        TwoOffices.Replace(folder, "sources.csv", "2026-03-01", published);

        Assert.Equal(faults, folder.Workflow.Seal(Order).Faults.Count);
    }

    [Fact]
    public void A_release_that_fills_in_the_past_holds_no_day_after_it()
    {
        TwoOffices.Replace(folder, "sources.csv", "2026-03-01", "2026-02");

        var fault = Assert.Single(
            folder
                .Workflow.Seal(Order with { At = "2026-02-28 12:00", Backfill = true })
                .Faults.Concat(folder.Workflow.Seal(Order with { At = "2026-02-27 12:00", Backfill = true }).Faults)
        );

        Assert.Contains("had been published by 2026-02-27", fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_statement_about_a_time_that_is_not_over_says_so_wherever_it_is_read()
    {
        AsStatements("2026,all,people,1300,over,book");
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 7, 9, 0, 0, TimeSpan.Zero));
        await using var surface = await Surface.Open(folder, folder.Clock);

        Assert.Contains(
            "2026 so far, as stated on 1 March 2026",
            (await Answer.To(surface.Http, new("GET", "/sample/people/all/2026/"))).Text,
            StringComparison.Ordinal
        );
        var answer = (await Answer.To(surface.Http, new("GET", "/v1/figures/sample/people/all/2026"))).Text;
        Assert.Contains("\"note\": \"So far, as stated on 1 March 2026.\"", answer, StringComparison.Ordinal);
        Assert.Contains(
            "2026 so far, as stated on 1 March 2026",
            System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("cite").GetString(),
            StringComparison.Ordinal
        );
        Assert.Contains(
            ",\"So far, as stated on 1 March 2026.\"",
            (await Answer.To(surface.Http, new("GET", "/v1/datasets/sample/figures.csv"))).Text,
            StringComparison.Ordinal
        );
        var release = folder.Store.Open(folder.Store.History().Last!).Publication;
        Assert.Equal(
            "More than 1,300 people in 2026 so far, as stated on 1 March 2026.",
            Assert.Single(HeadlineQuery.OfHome(release)).Sentence
        );
    }

    [Fact]
    public void A_statement_does_not_begin_after_it_was_made()
    {
        AsStatements("2027,all,people,1300,over,book");

        var fault = Assert.Single(folder.Workflow.Seal(Order).Faults);

        Assert.Equal(
            "datasets/sample/figures.csv:2: period: 2027 begins on 1 January 2027, after 1 March 2026, the last day on which "
                + "its source book can have been published. "
                + "Take out what had not happened; or, if the source is newer, write its day in sources.csv.",
            fault.ToString()
        );
    }

    private void AsStatements(string row)
    {
        TwoOffices.Replace(folder, "datasets/sample/datapackage.json", "\"month\"", "\"statement\"");
        TwoOffices.Replace(folder, "datasets/sample/datapackage.json", "\"additivity\": \"all\"", "\"additivity\": \"none\"");
        TwoOffices.Replace(folder, "datasets/sample/datapackage.json", "\"period\": \"2026-01\"", $"\"period\": \"{row[..4]}\"");
        File.WriteAllText(folder.Of("datasets/sample/figures.csv"), $"period,area,measure,value,bound,source\n{row}\n");
        File.WriteAllText(folder.Of("pages/method.md"), "---\ntitle: Method\ndescription: How.\n---\nNone.\n");
    }
}
