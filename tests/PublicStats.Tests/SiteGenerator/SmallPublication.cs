using PublicStats.Data.Drafts;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>
/// The small publication of the fixtures with a release of each kind: the first one purged, one backfilled, a correction, a withdrawal,
/// and the latest, which revises, adds and removes figures.
/// </summary>
internal static class SmallPublication
{
    private const string Visits = "datasets/visits/figures.csv";
    private const string Letters = "datasets/letters/figures.csv";

    public static SamplePublication Make()
    {
        var folder = new SamplePublication("small-publication");
        Backfill(folder);
        Correct(folder);
        Withdraw(folder);
        Revise(folder);
        Assert.Empty(folder.Workflow.Purge("2026-01-09", "It named a visitor.", "editor", "head of statistics").Faults);
        return folder;
    }

    private static void Backfill(SamplePublication folder)
    {
        Release(
            folder,
            folder.Workflow.Seal(new("2026-01-09 09:30", "Visits to December 2025", "First figures.", "editor", Backfill: true))
        );
        Edit(folder, Visits, "2025-Q4,north,people,468,p,", "2025-Q4,north,people,470,p,");
        Edit(folder, Visits, "2025-Q4,all,people,1201,p,", "2025-Q4,all,people,1203,p,");
        Release(folder, folder.Workflow.Seal(new("2026-02-06 09:30", "Visits, counted again", "A recount.", "editor", Backfill: true)));
    }

    private static void Correct(SamplePublication folder)
    {
        folder.Clock.SetUtcNow(new(2026, 3, 3, 12, 0, 0, TimeSpan.Zero));
        Edit(folder, Visits, "2025-Q4,south,people,733,p,", "2025-Q4,south,people,735,p,");
        Edit(folder, Visits, "2025-Q4,all,people,1203,p,", "2025-Q4,all,people,1205,p,");
        var words = new CorrectionWords("Two visits were missing.", "A sheet of the \"south & coast\" book was lost.", "All readers.");
        Edit(folder, "pages/method.md", "counted at the door.", "counted at the door, going in.");
        var parts = new CorrectedParts(["visits/people/south/2025-Q4", "visits/people/all/2025-Q4"], ["pages/method.md"]);
        Release(folder, folder.Workflow.Correct(new("2026-03-04 09:30", "Correction", words, "editor", parts)));
    }

    private static void Withdraw(SamplePublication folder)
    {
        folder.Clock.SetUtcNow(new(2026, 3, 4, 12, 0, 0, TimeSpan.Zero));
        Release(folder, folder.Workflow.Withdraw(["letters/received/2024"], "2026-03-05 14:00", "The keepers took it back.", "editor"));
    }

    private static void Revise(SamplePublication folder)
    {
        folder.Clock.SetUtcNow(new(2026, 3, 11, 12, 0, 0, TimeSpan.Zero));
        Edit(folder, Visits, "2025-Q3,north,people,376,,", "2025-Q3,north,people,380,,");
        Edit(folder, Visits, "2025-Q3,all,people,977,,", "2025-Q3,all,people,981,,");
        Edit(folder, Visits, "2025-Q2,south,people,590,,", "2025-Q2,south,people,588,,");
        Edit(folder, Visits, "2025-Q2,all,people,991,,", "2025-Q2,all,people,989,,");
        Edit(folder, Letters, "2025,received,1600,about,about,,letters,,about 1600 letters this year,,\n", "");
        Edit(folder, Letters, "2024,answered,", "2023,answered,97,,,,per cent of letters,,,,\n2024,answered,");
        Release(folder, folder.Workflow.Seal(new("2026-03-12 09:30", "Visits, and letters of 2023", "Late sheets.", "editor")));
        folder.Clock.SetUtcNow(new(2026, 3, 13, 12, 0, 0, TimeSpan.Zero));
    }

    private static void Release(SamplePublication folder, ActResult sealing)
    {
        Assert.Empty(sealing.Faults);
        Assert.Empty(folder.Workflow.Approve(sealing.Release!.Id, "head of statistics").Faults);
    }

    private static void Edit(SamplePublication folder, string path, string from, string to)
    {
        var text = File.ReadAllText(folder.Of(path));
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(folder.Of(path), text.Replace(from, to, StringComparison.Ordinal));
    }
}
