using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Feeds;

/// <summary>The entry of a published release in a feed, in plain words: a correction or a withdrawal comes first.</summary>
/// <param name="Updated">When the entry last changed: at the publication, or when the content was taken away.</param>
/// <param name="Summary">One sentence: what is new.</param>
/// <param name="Paragraphs">All of it, the summary among them.</param>
/// <param name="Changes">What differs from the release before; null where the release cannot be opened.</param>
internal sealed record ReleaseNews(
    Release Release,
    string Title,
    DateTimeOffset Published,
    DateTimeOffset Updated,
    string Summary,
    IReadOnlyList<string> Paragraphs,
    IReadOnlyList<FigureChange>? Changes
)
{
    private const int RevisionsTold = 5;

    /// <summary>The news of every release up to the one that answers, newest first.</summary>
    public static IEnumerable<ReleaseNews> All(ReleaseView view) => view.UpToShown.Reverse().Select(release => Of(view, release));

    private static ReleaseNews Of(ReleaseView view, Release release)
    {
        var manifest = release.Manifest;
        var zone = view.Shown.Publication.About.TimeZone;
        var published = ZonedTime.In(release.PublishedAt!.Value, zone);
        var corrections = manifest.Corrections.Where(correction => correction.Release == release.Id).ToList();
        var withdrawals = manifest.Withdrawals.Where(withdrawal => withdrawal.Release == release.Id).ToList();
        var title = withdrawals.Count > 0 ? $"Withdrawal: {manifest.About.Title}" : manifest.About.Title;
        if (corrections is [var first, ..])
        {
            title = $"Correction: {first.Wrong}";
        }

        var lines = new List<string>();
        lines.AddRange(
            corrections.Select(correction => $"Correction: {correction.Wrong} Why: {correction.Why} Who is affected: {correction.Affected}")
        );
        lines.AddRange(withdrawals.Select(withdrawal => $"Withdrawn: {withdrawal.Key}. {withdrawal.Reason}"));
        if (release.Purge is { } purge)
        {
            string[] gone =
            [
                "The content of this release was taken away: " + purge.Reason,
                "What it was, and the digest of every file it held, are kept.",
            ];
            return new(release, $"Taken away: {title}", published, ZonedTime.In(purge.At, zone), gone[0], [.. gone, .. lines], null);
        }

        // The reason of a correction or a withdrawal has been given.
        var summary = lines.Count > 0 ? lines[0] : manifest.About.Reason;
        if (lines.Count == 0)
        {
            lines.Add(manifest.About.Reason);
        }

        if (manifest.Seal.IsBackfill)
        {
            lines.Add("This release was filled in later, from what had been published by its date.");
        }

        if (view.Open(release) is not { } opened)
        {
            lines.Add("Its files are not as they were sealed, so nothing of it is served.");
            return new(release, title, published, published, summary, lines, null);
        }

        var changes = view.ChangesOf(opened);
        lines.AddRange(
            view.Before(release) is null
                ? [$"The first release: {Count(manifest.Datasets.Sum(dataset => dataset.Figures))}."]
                : Changed(opened.Publication, changes)
        );
        return new(release, title, published, published, summary, lines, changes);
    }

    private static IEnumerable<string> Changed(Publication publication, IReadOnlyList<FigureChange> changes)
    {
        var counts = ChangeCounts.Of(changes);
        yield return changes.Count == 0
            ? "No figure differs from the release before."
            : $"{Count(counts.Added)} added, {Number(counts.Revised)} revised, {Number(counts.Removed)} removed"
                + (counts.Withdrawn > 0 ? $", {Number(counts.Withdrawn)} withdrawn." : ".");
        var revised = changes
            .Where(change => change.Kind == ChangeKind.Revised)
            .OrderByDescending(change => Math.Abs(change.Difference ?? 0))
            .ThenBy(change => change.Key, StringComparer.Ordinal)
            .ToList();
        foreach (var change in revised.Take(RevisionsTold))
        {
            var (was, now) = (ValueText(change.Was!.Value), ValueText(change.Now!.Value));
            yield return $"Revised: {Named(publication, change)}: {was} before, {now} now.";
        }

        if (revised.Count > RevisionsTold)
        {
            yield return $"And {Count(revised.Count - RevisionsTold)} more with smaller revisions.";
        }
    }

    // A feed has no table of status codes beside it.
    private static string ValueText(FigureRow figure) =>
        figure.Status.AbsentCode() is { } code ? FigureStatuses.Meaning(code)! : figure.Text;

    private static string Named(Publication publication, FigureChange change)
    {
        var figure = change.Now!.Value;
        var codes = figure.Dimensions.Select((_, index) => figure.Code(index).Label);
        var (dataset, measure) = (publication.Find(change.Dataset)!.Title, figure.Measure.Label.ToLowerInvariant());
        return string.Join(", ", [dataset, measure, .. codes, figure.Period.Label]);
    }

    private static string Count(int figures) => figures == 1 ? "1 figure" : Number(figures) + " figures";

    private static string Number(int count) => count.ToString("#,##0", CultureInfo.InvariantCulture);
}
