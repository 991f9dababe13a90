using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

public class Approvals
{
    private static readonly SealOrder Order = new("2026-03-06 09:30", "Sample", "A sample.", "editor");

    [Theory]
    [InlineData("editor")]
    [InlineData("Editor ")]
    [InlineData("editor\u200b")]
    [InlineData("\u2060 ed\u00aditor")]
    [InlineData("edi\u200ator")]
    [InlineData("edi tor")]
    [InlineData("\u0435ditor")]
    [InlineData("edit\u03bfr")]
    [InlineData("\uff25\uff24\uff29\uff34\uff2f\uff32")]
    [InlineData("\U0001d41e\U0001d41d\U0001d422\U0001d42d\U0001d428\U0001d42b")]
    [InlineData("e\u0301ditor")]
    [InlineData("\u00e9ditor")]
    public void Nobody_approves_what_they_sealed_themselves(string by)
    {
        using var folder = new SamplePublication();
        folder.Workflow.Seal(Order);

        Assert.Equal(
            "A second person must approve it. Give another name.",
            Assert.Single(folder.Workflow.Approve("2026-03-06", by).Faults).Cure
        );
        Assert.Null(folder.Store.History().Last!.PublishedAt);
    }

    [Fact]
    public void An_act_that_leaves_out_who_or_why_is_refused()
    {
        using var folder = new SamplePublication();
        folder.Workflow.Seal(Order);

        Assert.Equal(("by", "Write who does it, by role or name."), Only(folder.Workflow.Approve("2026-03-06", " ")));
        Assert.Equal(("reason", "Write one sentence."), Only(folder.Workflow.Cancel("2026-03-06", "editor", "")));
        Assert.Equal(("reason", "Write one sentence."), Only(folder.Workflow.Reschedule("2026-03-06", "2026-03-07 09:30", "editor", " ")));
        Assert.Equal([LogAction.Seal], folder.Store.Log.Read(out _).Select(entry => entry.Act));

        static (string, string) Only(ActResult act) => Assert.Single(act.Faults) is var fault ? (fault.Place.Part, fault.Cure) : default;
    }

    [Fact]
    public void A_release_that_follows_on_a_day_never_takes_a_name_before_one_that_is_there()
    {
        using var folder = new SamplePublication();
        folder.Workflow.Seal(Order);
        Assert.Equal("2026-03-06-2", folder.Workflow.Reschedule("2026-03-06", "2026-03-06 10:30", "editor", "Late.").Release!.Id);
        folder.Workflow.Approve("2026-03-06-2", "approver");
        folder.Clock.SetUtcNow(new(2026, 3, 6, 11, 0, 0, TimeSpan.Zero));

        Assert.Equal(
            "2026-03-06-3",
            folder.Workflow.Withdraw(["sample/people/south/2026-01"], null, "Counted twice.", "editor").Release!.Id
        );
    }

    [Fact]
    public void An_approval_that_comes_late_publishes_late()
    {
        using var folder = new SamplePublication();
        folder.Workflow.Seal(Order);
        folder.Clock.SetUtcNow(new(2026, 3, 6, 10, 15, 0, TimeSpan.Zero));

        Assert.Equal(folder.Clock.GetUtcNow(), folder.Workflow.Approve("2026-03-06", "approver").Release!.PublishedAt);
        Assert.False(folder.Workflow.Approve("2026-03-06", "another").Changed);
    }

    [Fact]
    public void A_release_that_fills_in_the_past_is_not_published_before_the_one_it_follows_and_is_not_moved_into_the_future()
    {
        using var folder = new SamplePublication();
        folder.Workflow.Seal(Order);
        folder.Clock.SetUtcNow(new(2026, 3, 10, 12, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        Assert.Empty(folder.Workflow.Seal(Order with { At = "2026-03-09 09:30", Backfill = true }).Faults);

        Assert.Contains(
            "fills in the past",
            Assert.Single(folder.Workflow.Reschedule("2026-03-09", "2026-03-20 09:30", "editor", "Later.").Faults).Problem,
            StringComparison.Ordinal
        );
        var late = folder.Workflow.Approve("2026-03-06", "approver").Release!.PublishedAt;
        Assert.Equal(folder.Clock.GetUtcNow(), late);
        Assert.Equal(late, folder.Workflow.Approve("2026-03-09", "approver").Release!.PublishedAt);
    }

    [Theory]
    [InlineData("release.json")]
    [InlineData("figures.csv")]
    [InlineData("notes.md")]
    public void What_is_changed_after_its_approval_is_not_published_and_the_release_before_stays(string file)
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        File.AppendAllText(folder.Of("datasets/sample/notes.md"), "\nMore.\n");
        var second = folder.Publish("2026-03-09 09:30");
        var path = folder.Of(
            "releases/"
                + (
                    file == "release.json"
                        ? second.Path
                        : second.Manifest.Files.Single(releaseFile => releaseFile.Path.EndsWith(file, StringComparison.Ordinal)).ObjectPath
                )
        );
        var bytes = File.ReadAllBytes(path);
        bytes[^3] ^= 1;
        File.WriteAllBytes(path, bytes);
        folder.Clock.SetUtcNow(new(2026, 3, 10, 9, 0, 0, TimeSpan.Zero));

        var releases = new PublishedReleases(folder.Store, folder.Clock);

        Assert.Equal("2026-03-06", releases.Now().Shown.Manifest.Id);
        Assert.Contains("2026-03-09", releases.Problem(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_release_that_is_moved_takes_the_name_of_its_new_day_and_must_be_approved_anew()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        var moved = folder.Workflow.Reschedule("2026-03-06", "2026-03-09 09:30", "editor", "Late.").Release!;
        Assert.Equal(("2026-03-09", (DateTimeOffset?)null), (moved.Id, moved.PublishedAt));

        // Moved back, it is the very bytes that were approved once; that approval does not count any more.
        var back = folder.Workflow.Reschedule("2026-03-09", "2026-03-06 09:30", "editor", "In time after all.").Release!;
        Assert.Equal(("2026-03-06", (DateTimeOffset?)null), (back.Id, back.PublishedAt));
        Assert.False(folder.Workflow.Reschedule("2026-03-06", "2026-03-06 09:30", "editor", "The same.").Changed);
        Assert.Contains(
            "in the past",
            Assert.Single(folder.Workflow.Reschedule("2026-03-06", "2026-03-01 09:30", "editor", "Early.").Faults).Problem,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["2026-03-06", "objects"],
            Directory.GetDirectories(folder.Of("releases")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Empty(folder.Store.Verify());
    }

    [Fact]
    public void An_act_sweeps_away_what_a_crash_left_and_nothing_that_somebody_else_keeps_there()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        string[] theirs = ["lost+found", ".snapshots", "2026-03-06 copy", "2026-03-09"],
            ours = ["2026-03-09-2.partial", "2026-03-12.partial"];
        foreach (var their in (string[])[.. theirs, .. ours])
        {
            Directory.CreateDirectory(folder.Of("releases/" + their));
        }

        folder.Publish("2026-03-10 09:30");

        Assert.All(theirs, name => Assert.True(Directory.Exists(folder.Of("releases/" + name)), name));
        Assert.All(ours, name => Assert.False(Directory.Exists(folder.Of("releases/" + name)), name));
    }

    [Fact]
    public void An_older_log_put_in_the_place_of_a_newer_is_noticed_and_loses_nothing()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        var older = File.ReadAllBytes(folder.Of("releases/log.jsonl"));
        folder.Change("2026-02,all,people,1300", "2026-02,all,people,1310");
        folder.Change("2026-02,north,people,750", "2026-02,north,people,760");
        folder.Publish("2026-03-13 09:30");
        var newer = File.ReadAllBytes(folder.Of("releases/log.jsonl"));
        File.WriteAllBytes(folder.Of("releases/log.jsonl"), older);

        Assert.Equal(
            "2026-03-13: no line of the log names this release. The log may be an older copy.",
            Assert.Single(folder.Store.Verify()).ToString()
        );
        Assert.Contains(
            "Put the newest log.jsonl back",
            Assert.Single(folder.Workflow.Cancel("2026-03-06", "editor", "Any act.").Faults).Cure,
            StringComparison.Ordinal
        );

        File.WriteAllBytes(folder.Of("releases/log.jsonl"), newer);
        Assert.Empty(folder.Store.Verify());
        Assert.Equal("2026-03-13", folder.Store.History().Last!.Id);
    }

    [Fact]
    public void What_is_cancelled_is_deleted_and_the_log_keeps_that_it_was()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        Assert.Empty(folder.Workflow.Cancel("2026-03-06", "editor", "A mistake.").Faults);

        Assert.Equal(
            [".lock", "log.jsonl"],
            Directory
                .GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories)
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );
        Assert.Equal([LogAction.Seal, LogAction.Approve, LogAction.Cancel], folder.Store.Log.Read(out _).Select(entry => entry.Act));
        Assert.Empty(folder.Store.Verify());
        // Sealed again at the same instant it is the same bytes, and needs its own approval.
        Assert.Null(folder.Workflow.Seal(Order).Release!.PublishedAt);
        folder.Workflow.Approve("2026-03-06", "approver");
        folder.Clock.SetUtcNow(new(2026, 3, 6, 9, 30, 0, TimeSpan.Zero));
        Assert.Contains(
            "never taken back in silence",
            Assert.Single(folder.Workflow.Cancel("2026-03-06", "editor", "Too late.").Faults).Problem,
            StringComparison.Ordinal
        );
        Assert.NotEmpty(folder.Workflow.Reschedule("2026-03-06", "2026-03-09 09:30", "editor", "Too late.").Faults);
    }

    [Fact]
    public void A_correction_needs_a_change_and_is_carried_forward()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        string[] keys = ["sample/people/north/2026-02", "sample/people/south/2026-02"];
        ActResult Correct() => folder.Correct("2026-03-09 09:30", "Correction", new("It was 750.", "A slip.", "Nobody."), keys);
        Assert.All(
            Correct().Faults,
            fault => Assert.Contains("There is nothing to correct in it.", fault.Problem, StringComparison.Ordinal)
        );
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");

        var correction = Correct().Release!.Manifest;
        Assert.Equal((ReleaseKind.Correction, "2026-03-09"), (correction.About.Kind, Assert.Single(correction.Corrections).Release));
        Assert.Equal(["sample/people/north/2026-02", "sample/people/south/2026-02"], correction.Corrections[0].Keys);
        Assert.False(Correct().Changed);
        folder.Workflow.Approve("2026-03-09", "approver");
        var next = folder.Publish("2026-03-10 09:30").Manifest;
        Assert.Equal((ReleaseKind.Scheduled, "It was 750."), (next.About.Kind, Assert.Single(next.Corrections).Wrong));
        // Moved, a correction goes with the name of its new day.
        Assert.Equal(
            "2026-03-09",
            folder.Workflow.Reschedule("2026-03-10", "2026-03-11 09:30", "editor", "Late.").Release!.Manifest.Corrections[0].Release
        );
    }
}
