using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Data.Publishing;

/// <summary>What an editor says when correcting.</summary>
/// <param name="At">A civil time in the publication's own zone; null to publish as soon as it is approved.</param>
/// <param name="Parts">What is corrected: nothing else of the working files is published.</param>
/// <param name="Restore">Withdrawn figures that are to be answers again, by key. They are corrected too.</param>
/// <param name="Void">Releases that wait and are to be cancelled, by id; the others are sealed again with the correction.</param>
public sealed record CorrectionOrder(
    string? At,
    string Title,
    CorrectionWords Words,
    string By,
    CorrectedParts Parts,
    IReadOnlyList<string>? Restore = null,
    IReadOnlyList<string>? Void = null
);

/// <summary>What readers learn about a mistake: what was wrong, how it came about, and whom it affects.</summary>
public sealed record CorrectionWords(string Wrong, string Why, string Affected);

/// <summary>Corrects a published mistake in the open, ahead of the releases that wait.</summary>
public static class Correcting
{
    /// <summary>
    /// Seals a release that is the published one with these figures and words as the working files have them, and nothing else. Releases
    /// that wait are sealed again behind it with the correction, and must be approved again.
    /// </summary>
    /// <exception cref="IOException">Another act is under way, or the disk refuses.</exception>
    /// <exception cref="BrokenReleaseException">A release is not as it was sealed.</exception>
    public static ActResult Correct(this ReleaseWorkflow workflow, CorrectionOrder order) =>
        workflow.RunExclusive(history =>
        {
            var faults = new Faults();
            RequiredText.Check(
                faults,
                ("title", order.Title),
                ("wrong", order.Words.Wrong),
                ("why", order.Words.Why),
                ("affected", order.Words.Affected),
                ("by", order.By)
            );
            var ahead = SealingAhead.Begin(workflow, history, order.At, order.Void ?? [], faults);
            if (ahead is null || faults.Count > 0)
            {
                return ActResult.Refused(faults.All);
            }

            var working = WorkingFiles.Of(workflow.Folder, faults);
            var (restore, parts) = (order.Restore ?? [], order.Parts with { Figures = [.. order.Parts.Figures, .. order.Restore ?? []] });
            var differences = WorkingDifferences.Between(ahead.Files, ahead.Published, working);
            if (parts.IsNothing)
            {
                return ActResult.Refused(
                    "releases",
                    "figure",
                    "Nothing is named to correct.",
                    "Name a figure by its key, or a file of words by its path."
                ) with
                {
                    LeftOut = differences,
                };
            }

            var files = CorrectedFiles.Of(ahead.Files, ahead.Published, working, parts, faults);
            var day = DateOnly.FromDateTime(ahead.Moment.DateTime);
            var plan = new DraftPlan(ahead.Published, day) { Restore = restore, IsOfSealedFiles = true };
            if (faults.Count > 0 || Draft.Of(files, plan, faults) is not { } draft)
            {
                return ActResult.Refused(faults.All);
            }

            var left = differences
                .Where(difference => difference.Figure is { } key ? !parts.Figures.Contains(key) : !parts.Words.Contains(difference.Path))
                .ToList();
            return (Before(ahead, order, draft) is { } same ? new(same, false, []) : Seal(ahead, order, parts, draft)) with
            {
                LeftOut = left,
            };
        });

    /// <summary>
    /// What differs between the working files and the release that is published now: what a correction could take. Empty where none is.
    /// </summary>
    public static IReadOnlyList<WorkingDifference> Differences(this ReleaseWorkflow workflow) =>
        workflow.Store.History().PublishedBy(workflow.Time.GetUtcNow()).LastOrDefault() is { } published
            ? WorkingDifferences.Between(
                WorkingFiles.Of(workflow.Store, published.Manifest),
                workflow.Store.Open(published),
                WorkingFiles.Of(workflow.Folder, new())
            )
            : [];

    private static ActResult Seal(SealingAhead ahead, CorrectionOrder order, CorrectedParts parts, Draft draft)
    {
        var before = ahead.Published.Manifest;
        var changed = draft.Changes.Where(change => change.Kind != ChangeKind.Added).Select(change => change.Key);
        var correction = new Correction(
            ahead.Id,
            order.Words.Wrong,
            order.Words.Why,
            order.Words.Affected,
            [.. changed.Union(parts.Figures, StringComparer.Ordinal)]
        )
        {
            Words = parts.Words.Count > 0 ? parts.Words : null,
        };
        var about = new ReleaseAbout(ReleaseKind.Correction, order.Title, order.Words.Wrong);
        var withdrawals = before.Withdrawals.Where(withdrawal => !draft.Restored.Contains(withdrawal.Key));
        var manifest = Manifests.Ahead(ahead, about, order.By, [.. before.Corrections, correction], withdrawals);
        return ahead.Seal(manifest, draft.Files, draft.Publication, order.At is not null);
    }

    // The same correction, which was sealed before and waits.
    private static Release? Before(SealingAhead ahead, CorrectionOrder order, Draft draft) =>
        ahead.Waiting is [{ Manifest: { About.Kind: ReleaseKind.Correction } manifest } release, ..]
        && (manifest.About.Title, manifest.About.Reason) == (order.Title, order.Words.Wrong)
        && manifest.Corrections[^1] is { } last
        && (last.Why, last.Affected) == (order.Words.Why, order.Words.Affected)
        && (order.At is null || manifest.PublishedAt == ahead.Moment)
        && order.Void is null or []
        && manifest.Files.Count == draft.Files.Bytes.Count
        && manifest.Files.All(file => draft.Files.Bytes.TryGetValue(file.Path, out var bytes) && ReleaseManifest.Hash(bytes) == file.Sha256)
            ? release
            : null;
}
