using PublicStats.Data.Publishing;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

/// <summary>One line of the log is damaged: nothing that was not public becomes public.</summary>
public class DamagedLog
{
    // Whichever line of the log is damaged, and though everything that was ever written still lies in the folder.
    [Fact]
    public void A_damaged_line_makes_nothing_public_that_was_cancelled_moved_withdrawn_or_is_to_come()
    {
        using var folder = ThreeReleases.Make();
        folder.Clock.SetUtcNow(new(2026, 3, 12, 12, 0, 0, TimeSpan.Zero));
        using var kept = new SamplePublication();
        void Act(ActResult act)
        {
            Assert.Empty(act.Faults);
            kept.Copy(folder.Path);
            folder.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Act(folder.Workflow.Withdraw(["sample/people/south/2026-01"], "2026-03-13 09:30", "Counted twice.", "editor"));
        Act(folder.Workflow.Approve("2026-03-13", "approver"));
        folder.Clock.SetUtcNow(new(2026, 3, 16, 12, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,730", "2026-02,north,people,111");
        folder.Change("2026-02,south,people,570", "2026-02,south,people,1189");
        Act(folder.Workflow.Seal(new("2026-03-18 09:30", "Cancelled", "A sample.", "editor")));
        Act(folder.Workflow.Approve("2026-03-18", "approver"));
        var cancelled = File.ReadAllBytes(folder.Of("releases/2026-03-18/release.json"));
        Act(folder.Workflow.Cancel("2026-03-18", "editor", "A mistake."));
        folder.Change("2026-02,north,people,111", "2026-02,north,people,222");
        folder.Change("2026-02,south,people,1189", "2026-02,south,people,1078");
        Act(folder.Workflow.Seal(new("2026-03-18 09:31", "Moved", "A sample.", "editor")));
        Act(folder.Workflow.Approve("2026-03-18", "approver"));
        Act(folder.Workflow.Reschedule("2026-03-18", "2026-03-20 09:30", "editor", "Late."));
        Act(folder.Workflow.Approve("2026-03-20", "approver"));
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
                        : FigureLookup.Find(view.Shown.Publication, "sample/people/north/2026-02")?.Figure.Value;
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

    private static ReleaseView? View(SamplePublication folder, string day) =>
        new PublishedReleases(
            new(folder.Of("releases")),
            new Microsoft.Extensions.Time.Testing.FakeTimeProvider(
                DateTimeOffset.Parse(day + "T12:00:00Z", System.Globalization.CultureInfo.InvariantCulture)
            )
        ).TryNow();
}
