using PublicStats.Data.Files;
using PublicStats.Data.Publishing;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Releases;

/// <summary>A correction publishes what it names and nothing else, ahead of what waits.</summary>
public sealed class CorrectionsAhead : IDisposable
{
    private const string All = "sample/people/all/2026-01",
        North = "sample/people/north/2026-01",
        Later = "sample/people/north/2026-02";

    private static readonly CorrectionWords Words = new("January was 1,200; it was 1,210.", "A slip.", "Whoever used January.");

    private readonly SamplePublication folder = new();

    public CorrectionsAhead()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.SetUtcNow(new(2026, 3, 9, 8, 0, 0, TimeSpan.Zero));
    }

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Nothing_of_the_working_files_is_published_but_what_is_named()
    {
        Mend();
        Work();
        File.AppendAllText(folder.Of("datasets/sample/notes.md"), "\nUnfinished.\n");

        var done = folder.Correct(null, "Correction", Words, All, North);

        Assert.Empty(done.Faults);
        Assert.Equal(
            [
                ("datasets/sample/figures.csv", Later),
                ("datasets/sample/figures.csv", "sample/people/south/2026-02"),
                ("datasets/sample/notes.md", null),
            ],
            done.LeftOut.Select(difference => (difference.Path, difference.Figure))
        );
        Assert.Equal((1210, 710, 750), (Value(done.Release!, All), Value(done.Release!, North), Value(done.Release!, Later)));
        Assert.DoesNotContain("Unfinished", folder.Store.Open(done.Release!).Publication.Datasets[0].Notes, StringComparison.Ordinal);
        Assert.Equal([All, North], Assert.Single(done.Release!.Manifest.Corrections).Keys);
        Assert.Equal("r", string.Join(' ', PublicStats.Data.Figures.FigureStatuses.Codes(Figure(done.Release!, All).Status)));
    }

    [Fact]
    public void Words_are_corrected_by_the_path_of_their_file()
    {
        TwoOffices.Replace(folder, "pages/method.md", "there were", "there have been");
        Work();

        var done = folder.Workflow.Correct(new(null, "Correction", Words, "editor", new([], ["pages/method.md"])));

        Assert.Empty(done.Faults);
        Assert.Contains(
            "there have been",
            Assert.Single(folder.Store.Open(done.Release!).Publication.Pages).Markdown,
            StringComparison.Ordinal
        );
        Assert.Equal(750, Value(done.Release!, Later));
        Assert.Equal(["pages/method.md"], Assert.Single(done.Release!.Manifest.Corrections).Words);
    }

    [Fact]
    public void What_waits_takes_the_correction_over_keeps_what_it_set_itself_and_needs_approval_again()
    {
        Work();
        folder.Change("2026-01,south,people,500", "2026-01,south,people,505");
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1205");
        File.AppendAllText(folder.Of("sources.csv"), "other,Another Book,The Publisher,2026-02-01,https://sample.example/other,\n");
        folder.Publish("2026-03-09 09:30", "First that waits");
        folder.Change("2026-02,south,people,560", "2026-02,south,people,570");
        folder.Change("2026-02,all,people,1300", "2026-02,all,people,1310");
        folder.Publish("2026-03-16 09:30", "Second that waits");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,695");
        folder.Change("2026-01,south,people,505", "2026-01,south,people,500");
        folder.Change("2026-01,all,people,1205", "2026-01,all,people,1195");
        TwoOffices.Replace(folder, "sources.csv", "The Book,", "The Great Book,");

        var done = folder.Workflow.Correct(new(null, "Correction", Words, "editor", new([North, All], ["sources.csv"])));

        // The waiting release says 1,205 of all, which is neither 700 + 505 nor what the correction says: it cannot take the correction
        // over by itself.
        var fault = Assert.Single(done.Faults);
        Assert.Equal("Cancel it in the same act, and seal it again afterwards.", fault.Cure);
        Assert.Equal(new Advice(AdvisedAct.CancelTogether, "2026-03-09"), Assert.Single(fault.Advice));
        Assert.Equal(["2026-03-02", "2026-03-09", "2026-03-16"], folder.Store.History().Releases.Select(release => release.Id));

        folder.Change("2026-01,south,people,500", "2026-01,south,people,510");
        folder.Change("2026-01,north,people,695", "2026-01,north,people,690");
        folder.Change("2026-01,all,people,1195", "2026-01,all,people,1200");
        done = folder.Workflow.Correct(
            new(null, "Correction", Words, "editor", new([North, "sample/people/south/2026-01"], ["sources.csv"]))
        );
        Assert.Contains("cannot take this over", Assert.Single(done.Faults).Problem, StringComparison.Ordinal);

        done = folder.Workflow.Correct(new(null, "Correction", Words, "editor", new([], ["sources.csv"])));
        Assert.Empty(done.Faults);
        Assert.Equal(["2026-03-09-2", "2026-03-16"], done.Resealed.Select(release => release.Now.Id));
        var history = folder.Store.History();
        Assert.Equal(
            [("2026-03-02", "approver"), ("2026-03-09", null), ("2026-03-09-2", null), ("2026-03-16", null)],
            history.Releases.Select(release => (release.Id, release.ApprovedBy))
        );
        Assert.Empty(folder.Store.Verify());
        Assert.Equal(1205, Value(history.Releases[2], All));
        Assert.Equal(1310, Value(history.Releases[3], "sample/people/all/2026-02"));
        Assert.All(
            history.Releases.Skip(1),
            release => Assert.Equal("The Great Book", folder.Store.Open(release).Publication.Sources[0].Title)
        );
        Assert.Equal(2, folder.Store.Open(history.Releases[2]).Publication.Sources.Count);
        Assert.All(history.Releases.Skip(1), release => Assert.Equal("2026-03-09", Assert.Single(release.Manifest.Corrections).Release));

        // Not before the correction, and not by who sealed it.
        Assert.Contains(
            "Approve that one first",
            Assert.Single(folder.Workflow.Approve("2026-03-09-2", "approver").Faults).Cure,
            StringComparison.Ordinal
        );
        Assert.Empty(folder.Workflow.Approve("2026-03-09", "approver").Faults);
        Assert.NotEmpty(folder.Workflow.Approve("2026-03-09-2", "editor").Faults);
        Assert.Empty(folder.Workflow.Approve("2026-03-09-2", "approver").Faults);
    }

    [Fact]
    public void A_corrected_figure_reaches_what_waits_where_it_had_left_the_figure_alone()
    {
        Work();
        folder.Publish("2026-03-13 09:30", "Waits");
        Mend();

        var done = folder.Correct(null, "Correction", Words, All, North);

        Assert.Equal("2026-03-09", done.Release!.Id);
        Assert.Equal(("2026-03-13", "2026-03-13"), Assert.Single(done.Resealed) is var waits ? (waits.Was, waits.Now.Id) : default);
        var (correction, waiting) = (folder.Store.History().Releases[1], folder.Store.History().Releases[2]);
        Assert.Equal(
            (1210, 750, 1210, 740),
            (Value(correction, All), Value(correction, Later), Value(waiting, All), Value(waiting, Later))
        );
        Assert.Equal(correction.Digest, waiting.Manifest.Seal.Previous);
        Assert.Equal(
            [LogAction.Seal, LogAction.Approve, LogAction.Seal, LogAction.Approve, LogAction.Cancel, LogAction.Seal, LogAction.Seal],
            folder.Store.Log.Read(out _).Select(entry => entry.Act)
        );
        Assert.False(folder.Correct(null, "Correction", Words, All, North).Changed);
        Assert.Empty(OrphanedFiles.Of(folder.Store, folder.Store.History()));
    }

    [Fact]
    public void The_id_of_a_correction_does_not_tell_that_a_release_waits_for_that_day()
    {
        Work();
        folder.Publish("2026-03-09 09:30", "Waits");
        Mend();

        var done = folder.Correct(null, "Correction", Words, All, North);

        Assert.Equal(("2026-03-09", "2026-03-09-2"), (done.Release!.Id, Assert.Single(done.Resealed).Now.Id));
        Assert.Equal(
            ["2026-03-02", "2026-03-09", "2026-03-09-2", "objects"],
            Directory.GetDirectories(folder.Of("releases")).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        Assert.Empty(folder.Store.Verify());
    }

    [Fact]
    public void What_waits_is_cancelled_where_somebody_says_so_and_what_was_sealed_after_it_goes_with_it()
    {
        Work();
        folder.Publish("2026-03-13 09:30", "Waits");
        folder.Publish("2026-03-20 09:30", "Waits too");
        Mend();
        ActResult Correct(params string[] voided) =>
            folder.Workflow.Correct(new(null, "Correction", Words, "editor", new([All, North], []), Void: voided));

        var fault = Assert.Single(Correct("2026-03-13").Faults);
        Assert.Equal("Cancel it too.", fault.Cure);
        Assert.Equal(new Advice(AdvisedAct.CancelTogether, "2026-03-20"), Assert.Single(fault.Advice));
        Assert.Contains(
            "Those that wait: 2026-03-13, 2026-03-20.",
            Assert.Single(Correct("2026-03-02").Faults).Cure,
            StringComparison.Ordinal
        );
        var done = Correct("2026-03-13", "2026-03-20");

        Assert.Empty(done.Faults);
        Assert.Equal(["2026-03-13", "2026-03-20"], done.Cancelled);
        Assert.Equal(["2026-03-02", "2026-03-09"], folder.Store.History().Releases.Select(release => release.Id));
    }

    [Fact]
    public void Words_that_a_waiting_release_changed_elsewhere_keep_both_changes()
    {
        var notes = folder.Of("datasets/sample/notes.md");
        File.WriteAllText(notes, "## Notes\n\nNone.\n\n## Coverage\n\nThe north and the south.\n");
        folder.Publish("2026-03-10 09:30", "Waits");
        File.WriteAllText(notes, "## Notes\n\nOne.\n");

        var done = folder.Workflow.Correct(new(null, "Correction", Words, "editor", new([], ["datasets/sample/notes.md"])));

        Assert.Empty(done.Faults);
        Assert.Empty(Assert.Single(done.Resealed).Kept);
        Assert.Equal("## Notes\n\nOne.\n", folder.Store.Open(done.Release!).Publication.Datasets[0].Notes);
        Assert.Equal(
            "## Notes\n\nOne.\n\n## Coverage\n\nThe north and the south.\n",
            folder.Store.Open(folder.Store.History().Last!).Publication.Datasets[0].Notes
        );
    }

    [Fact]
    public void Neither_who_sealed_what_waits_nor_who_corrected_it_approves_it()
    {
        Work();
        folder.Publish("2026-03-13 09:30", "Waits");
        Mend();
        Assert.Empty(folder.Workflow.Correct(new(null, "Correction", Words, "night editor", new([All, North], []))).Faults);
        Assert.Empty(folder.Workflow.Approve("2026-03-09", "approver").Faults);

        Assert.Equal("editor sealed this release.", Assert.Single(folder.Workflow.Approve("2026-03-13", "editor").Faults).Problem);
        Assert.Equal(
            "night editor sealed this release.",
            Assert.Single(folder.Workflow.Approve("2026-03-13", "Night Editor").Faults).Problem
        );
        Assert.Empty(folder.Workflow.Approve("2026-03-13", "approver").Faults);
    }

    [Fact]
    public void A_correction_is_published_before_what_waits_or_not_at_all()
    {
        Work();
        folder.Publish("2026-03-13 09:30", "Waits");
        Mend();

        Assert.Equal(
            "Choose a time before it, or cancel it in the same act.",
            Assert.Single(folder.Correct("2026-03-13 09:30", "Correction", Words, All, North).Faults).Cure
        );
        Assert.Contains(
            "in the past",
            Assert.Single(folder.Correct("2026-03-08 09:30", "Correction", Words, All, North).Faults).Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_withdrawn_figure_is_in_nothing_that_waits_whatever_that_had_made_of_it()
    {
        Work();
        folder.Publish("2026-03-13 09:30", "Waits");

        var done = folder.Workflow.Withdraw([Later], null, "Counted twice.", "editor");

        Assert.Equal("2026-03-09", done.Release!.Id);
        Assert.All(
            folder.Store.History().Releases.Skip(1),
            release =>
            {
                Assert.Null(Value(release, Later));
                Assert.Equal(
                    (Later, "2026-03-09"),
                    Assert.Single(release.Manifest.Withdrawals) is var withdrawal ? (withdrawal.Key, withdrawal.Release) : default
                );
            }
        );
        Assert.Equal(1300, Value(folder.Store.History().Last!, "sample/people/all/2026-02"));
        Assert.Equal(560, Value(folder.Store.History().Last!, "sample/people/south/2026-02"));
        Assert.Empty(folder.Store.Verify());
    }

    private void Mend()
    {
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1210");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,710");
    }

    // What an editor has begun for the next release.
    private void Work()
    {
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
    }

    private PublicStats.Data.Figures.FigureRow Figure(Release release, string key) =>
        FigureLookup.Find(folder.Store.Open(release).Publication, key)!.Figure;

    private decimal? Value(Release release, string key) => Figure(release, key).Value;
}
