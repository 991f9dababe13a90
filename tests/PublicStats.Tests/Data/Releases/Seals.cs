using System.Globalization;
using PublicStats.Data.Files;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

public class Seals
{
    private static readonly SealOrder Order = new("2026-03-06 09:30", "Sample", "A sample.", "editor");

    [Fact]
    public void Sealing_the_same_again_changes_no_byte()
    {
        using var folder = new SamplePublication();
        Assert.True(folder.Workflow.Seal(Order).Changed);
        var before = Surface.Contents(folder.Of("releases"));
        folder.Clock.Advance(TimeSpan.FromHours(1));

        var again = folder.Workflow.Seal(Order);

        Assert.Equal((false, "2026-03-06"), (again.Changed, again.Release!.Id));
        Assert.Equal(before, Surface.Contents(folder.Of("releases")));
        Assert.Equal(
            "Release 2026-03-06 is published at that time or later.",
            Assert.Single(folder.Workflow.Seal(Order with { Title = "Another" }).Faults).Problem
        );
    }

    [Fact]
    public void Two_folders_of_the_same_files_seal_to_the_same_bytes()
    {
        using var one = new SamplePublication();
        using var other = new SamplePublication();
        one.Workflow.Seal(Order);
        other.Workflow.Seal(Order);

        Assert.Equal(Surface.Contents(one.Of("releases")), Surface.Contents(other.Of("releases")));
    }

    [Fact]
    public void A_second_release_of_a_day_waits_until_the_first_is_published_and_then_is_numbered()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Change("2026-02,all,people,1300", "2026-02,all,people,");
        folder.Change("2026-02,all,people,,", "2026-02,all,people,1300,");
        var waiting = folder.Workflow.Seal(Order with { At = "2026-03-06 11:00", Title = "Second" });
        var fault = Assert.Single(waiting.Faults);
        Assert.Equal(
            "releases/2026-03-06:1: release: Release 2026-03-06 is sealed for that day and not yet published. To change only "
                + "its time, reschedule it. To change what is in it, cancel it first.",
            fault.ToString()
        );
        Assert.Equal([AdvisedAct.Reschedule, AdvisedAct.Cancel], fault.Advice.Select(advice => advice.Act));

        folder.Clock.SetUtcNow(new(2026, 3, 6, 10, 0, 0, TimeSpan.Zero));

        Assert.Equal("2026-03-06-2", folder.Workflow.Seal(Order with { At = "2026-03-06 11:00", Title = "Second" }).Release!.Id);
    }

    [Theory]
    [InlineData("2026-03-27T09:30", "2026-03-27T09:30:00+00:00", "")]
    [InlineData("2026-03-30 09:30", "2026-03-30T09:30:00+01:00", "")]
    [InlineData("2026-03-29 01:30", null, "does not exist in Europe/London")]
    [InlineData("2026-10-25 01:30", null, "Say which one: 2026-10-25 01:30+01:00 or 2026-10-25 01:30+00:00.")]
    [InlineData("2026-10-25 01:30+01:00", "2026-10-25T01:30:00+01:00", "")]
    [InlineData("2026-10-25 01:30+00:00", "2026-10-25T01:30:00+00:00", "")]
    [InlineData("2026-03-01 09:30", null, "is in the past")]
    [InlineData("tomorrow", null, "is not a time")]
    public void A_time_is_the_publications_own_across_both_changes_of_the_clocks(string civil, string? moment, string said)
    {
        using var folder = new SamplePublication();
        var act = folder.Workflow.Seal(Order with { At = civil });

        Assert.Equal(moment, act.Release?.Manifest.PublishedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Assert.Contains(said, act.Faults.Count == 0 ? "" : Assert.Single(act.Faults).ToString(), StringComparison.Ordinal);
        Assert.Equal(moment is null, !Directory.Exists(folder.Of("releases")));
    }

    [Fact]
    public void The_past_is_filled_in_only_on_purpose_and_holds_only_what_was_out_by_then()
    {
        using var folder = new SamplePublication();
        TwoOffices.Replace(folder, "sources.csv", "2026-03-01", "2026-02-02");
        File.AppendAllText(folder.Of("sources.csv"), "late,The Late Book,The Publisher,2026-03-01,https://sample.example/late,\n");
        folder.Change("2026-02,all,people,1300,,,", "2026-02,all,people,1300,,late,");
        folder.Change("2026-02,north,people,750,,,", "2026-02,north,people,750,,late,");
        folder.Change("2026-02,south,people,550,,,", "2026-02,south,people,550,,late,");
        TwoOffices.Replace(
            folder,
            "datasets/sample/datapackage.json",
            "\"headlines\": [",
            "\"headlines\": [{\"id\": \"second\", \"measure\": \"people\", \"codes\": {\"area\": \"all\"}, \"period\": "
                + "\"2026-02\", \"label\": \"People\", \"sentence\": \"{figure} people {in period}.\"},"
        );
        TwoOffices.Replace(folder, "publication.json", "\"sample/first\"", "\"sample/second\", \"sample/first\"");
        Assert.Contains(
            "seal a backfill",
            Assert.Single(folder.Workflow.Seal(Order with { At = "2026-02-13 09:30" }).Faults).Cure,
            StringComparison.Ordinal
        );

        var past = folder.Workflow.Seal(Order with { At = "2026-02-13 09:30", Backfill = true });
        Assert.Empty(past.Faults);
        var opened = folder.Store.Open(past.Release!);
        Assert.Equal(
            (3, "first", "book"),
            (
                opened.Publication.Datasets[0].Figures.Count,
                Assert.Single(PublicStats.Data.Queries.HeadlineQuery.OfHome(opened.Publication)).Headline.Id,
                Assert.Single(opened.Publication.Sources).Id
            )
        );

        // Filled in, it stands at its own time, however late it was approved.
        folder.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new(2026, 2, 13, 9, 30, 0, TimeSpan.Zero), folder.Workflow.Approve("2026-02-13", "approver").Release!.PublishedAt);
        Assert.Equal(6, folder.Publish("2026-03-06 09:30").Manifest.Datasets[0].Figures);
        Assert.NotEmpty(folder.Workflow.Seal(Order with { At = "2026-02-20 09:30", Backfill = true }).Faults);
        Assert.Contains(
            "not in the past",
            Assert.Single(folder.Workflow.Seal(Order with { At = "2026-03-20 09:30", Backfill = true }).Faults).Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void What_was_revised_is_marked_by_comparing_and_stays_so_when_it_comes_back()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        var second = folder.Workflow.Seal(Order with { At = "2026-03-09 09:30" }).Release!;
        folder.Change("2026-02,north,people,740", "2026-02,north,people,750");
        folder.Change("2026-02,south,people,560", "2026-02,south,people,550");
        Assert.Contains(
            "Approve that one first",
            folder.Workflow.Seal(Order with { At = "2026-03-10 09:30" }) is { Release: { } third }
                ? Assert.Single(folder.Workflow.Approve(third.Id, "approver").Faults).Cure
                : "",
            StringComparison.Ordinal
        );

        Assert.Equal(["n", "r", "r"], Revised(folder, second.Id));
        Assert.Equal(["n", "r", "r"], Revised(folder, "2026-03-10"));
        folder.Change("2026-02,north,people,750,,", "2026-02,north,people,750,r,");
        Assert.Contains(
            "r",
            Assert.Single(folder.Workflow.Seal(Order with { At = "2026-03-11 09:30" }).Faults).ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_desks_at_once_one_is_told_to_wait()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        await using (File.Open(folder.Of("releases/.lock"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            Assert.StartsWith(
                "Somebody else is sealing",
                Assert.Throws<IOException>(() => folder.Workflow.Seal(Order with { At = "2026-03-09 09:30" })).Message,
                StringComparison.Ordinal
            );
        }

        Assert.Empty(folder.Workflow.Seal(Order with { At = "2026-03-09 09:30" }).Faults);
    }

    private static IEnumerable<string> Revised(SamplePublication folder, string id)
    {
        var table = folder.Store.Open(folder.Store.History().Find(id)!).Publication.Datasets[0].Figures;
        return Enumerable
            .Range(0, table.Count)
            .Select(row => table[row])
            .Where(figure => figure.Period.Code == "2026-02")
            .OrderBy(figure => figure.Key, StringComparer.Ordinal)
            .Select(figure => figure.Status == PublicStats.Data.Figures.FigureStatus.Revised ? "r" : "n");
    }
}
