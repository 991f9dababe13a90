using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Reading;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>Withdraws figures in the open; and deletes past releases that identify somebody.</summary>
public static class Withdrawing
{
    /// <summary>
    /// Seals a release that is the published one without these figures. They can still be found as withdrawn, with the reason. The working
    /// files are not read. Releases that wait are sealed again behind it without the figures, and must be approved again.
    /// </summary>
    /// <param name="keys">The keys of figures that have a row in a file. A sum cannot be withdrawn.</param>
    /// <param name="at">A civil time; null to publish as soon as it is approved.</param>
    /// <param name="voided">Releases that wait and are to be cancelled, by id; null for none.</param>
    public static ActResult Withdraw(
        this ReleaseWorkflow workflow,
        IReadOnlyList<string> keys,
        string? at,
        string reason,
        string by,
        IReadOnlyList<string>? voided = null
    ) =>
        workflow.RunExclusive(history =>
        {
            var faults = new Faults();
            RequiredText.Check(faults, ("reason", reason), ("by", by));
            var ahead = SealingAhead.Begin(workflow, history, at, voided ?? [], faults);
            if (ahead is null || faults.Count > 0)
            {
                return ActResult.Refused(faults.All);
            }

            var before = ahead.Published.Manifest;
            var known = before.Withdrawals.Select(withdrawal => withdrawal.Key).ToHashSet(StringComparer.Ordinal);
            Withdrawal[] added =
            [
                .. keys.Distinct(StringComparer.Ordinal)
                    .Where(key => !known.Contains(key))
                    .Select(key => new Withdrawal(key, ahead.Id, reason)),
            ];
            if (added.Length == 0)
            {
                return new(ahead.Published.Release, false, []);
            }

            if (Before(ahead, added, reason, at) is { } same && voided is null or [])
            {
                return new(same, false, []);
            }

            var files = Without(ahead, added, faults);
            if (faults.Count > 0)
            {
                return ActResult.Refused(faults.All);
            }

            var publication =
                PublicationReader.Read(files.Set, faults)
                ?? throw new BrokenReleaseException($"Without its withdrawn figures the release cannot be read: {faults.All[0]}");
            var title = added.Length == 1 ? "A figure is withdrawn" : $"{added.Length} figures are withdrawn";
            var about = new ReleaseAbout(ReleaseKind.Withdrawal, title, reason);
            var manifest = Manifests.Ahead(ahead, about, by, before.Corrections, before.Withdrawals.Concat(added));
            return ahead.Seal(manifest, files, publication, at is not null);
        });

    /// <summary>The releases in which any of these figures has a value, oldest first: what a purge would have to take away.</summary>
    public static IReadOnlyList<Release> Holding(this ReleaseWorkflow workflow, IReadOnlyList<string> keys) =>
        [
            .. workflow
                .Store.History()
                .Releases.Where(release =>
                    release.Purge is null
                    && workflow.Store.Open(release) is var opened
                    && keys.Any(key => FigureLookup.Find(opened.Publication, key)?.Figure.Value is not null)
                ),
        ];

    /// <summary>
    /// Deletes the content of a past release that disclosed something. Its manifest stays as a tombstone, with the digest of every file.
    /// Files that are also in a release that is not purged are kept.
    /// </summary>
    public static ActResult Purge(this ReleaseWorkflow workflow, string id, string reason, string by, string approvedBy) =>
        workflow.RunExclusive(history =>
        {
            if (ReleaseWorkflow.Find(history, id, out var refused) is not { } release)
            {
                return refused;
            }

            var faults = new Faults();
            RequiredText.Check(faults, ("reason", reason), ("by", by), ("approved-by", approvedBy));
            if (faults.Count > 0)
            {
                return ActResult.Refused(faults.All);
            }

            if (PersonName.IsSame(by, approvedBy))
            {
                return ActResult.Refused(
                    $"releases/{id}",
                    "approved-by",
                    "A purge cannot be undone, and takes two people.",
                    "Give the names of two people.",
                    new Advice(AdvisedAct.NameTwo)
                );
            }

            if (history.PublishedBy(workflow.Time.GetUtcNow()).LastOrDefault()?.Id == id || history.Last!.Id == id)
            {
                return ActResult.Refused(
                    $"releases/{id}",
                    "release",
                    $"Release {id} is the latest.",
                    "Withdraw the figure first, and purge this release once the withdrawal is published."
                );
            }

            var done = release.Purge is null
                ? workflow.AppendToLog(LogAction.Purge, by, release, reason, approvedBy: approvedBy)
                : new(release, false, []);
            OrphanedFiles.Sweep(workflow.Store, workflow.Store.History());
            return done;
        });

    // The same withdrawal, which was sealed before and waits.
    private static Release? Before(SealingAhead ahead, Withdrawal[] added, string reason, string? at) =>
        ahead.Waiting is [{ Manifest: { About.Kind: ReleaseKind.Withdrawal } manifest } release, ..]
        && manifest.About.Reason == reason
        && (at is null || manifest.PublishedAt == ahead.Moment)
        && manifest
            .Withdrawals.Where(withdrawal => withdrawal.Release == manifest.Id)
            .Select(withdrawal => withdrawal.Key)
            .Order(StringComparer.Ordinal)
            .SequenceEqual(added.Select(withdrawal => withdrawal.Key).Order(StringComparer.Ordinal))
            ? release
            : null;

    private static WorkingFiles Without(SealingAhead ahead, Withdrawal[] added, Faults faults)
    {
        var publication = ahead.Published.Publication;
        var open = publication.Datasets.ToDictionary(
            dataset => dataset.Name,
            dataset => new FiguresCsvEditor(ahead.Files, dataset),
            StringComparer.Ordinal
        );
        foreach (var withdrawal in added)
        {
            if (!open.TryGetValue(withdrawal.Dataset, out var file) || file.RowOf(withdrawal.Key) is null)
            {
                var known = open.Values.SelectMany(editor => editor.Keys);
                var place = new ArgumentPlace("releases/" + ahead.Published.Manifest.Id, "key");
                faults.Add(FigureKeys.NotInAFile(publication, withdrawal.Key, known, place, AdvisedAct.Withdraw));
                continue;
            }

            WithdrawnFigure.Empty(file, withdrawal);
        }

        return faults.Count > 0 ? ahead.Files : ahead.Files.With(open.Values.SelectMany(file => file.Changes));
    }
}
