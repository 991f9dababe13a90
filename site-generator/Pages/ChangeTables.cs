using PublicStats.Data.Publications;
using PublicStats.Data.Releases;
using PublicStats.Data.Revisions;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Figures that changed, as tables: from one release to the next, and since they were first published.</summary>
internal static class ChangeTables
{
    private const string NotGiven = "<p class=\"small\">[z] not applicable: a bound is not subtracted, and nothing is taken from a figure that has no value. [x] not available.</p>";

    private static readonly string[] ChangeColumns = ["Figure", "#Was", "#Now", "#Difference", "#Share", "Reason"];
    private static readonly string[] RevisionColumns = ["Figure", "First published", "Now", "#Difference", "#Times revised", "Reason for the last"];

    /// <summary>What a release did to figures that were there before.</summary>
    /// <param name="id">Names the table on the page.</param>
    public static string Changes(PublicSite site, SealedRelease release, IReadOnlyList<FigureChange> changes, string id, string caption)
    {
        var before = site.View.Before(release.Release);
        return Html.Table(id, caption, ChangeColumns, changes.Select(each => Change(site, release, before, each)))
            + (changes.Any(each => each.Difference is null || each.Share is null) ? NotGiven : "");
    }

    private static string Change(PublicSite site, SealedRelease release, SealedRelease? before, FigureChange change)
    {
        var (figure, holder) = change.Now is { } now ? (now, release) : (change.Was!.Value, before!);
        var dataset = holder.Publication.Find(change.Key.Split('/')[0])!;
        // A figure that is gone has its page in the last release that held it.
        var address = change.Now is null ? site.KeptAddress(before!.Manifest.Id, change.Key) : site.FigureAddress(change.Key);
        var isWithdrawn = change.Kind == ChangeKind.Withdrawn;

        // What was withdrawn is not said again: it is one step away, on the page as it was.
        var was = isWithdrawn ? $"<a href=\"{site.KeptAddress(before!.Manifest.Id, change.Key)}\">as it was</a>" : ReleaseWords.Value(change.Was);
        return Html.Row(ChangeColumns, $"<a href=\"{address}\">{Html.Text(ReleaseWords.Figure(dataset, figure))}</a>", was, $"<strong>{(isWithdrawn ? "[withdrawn]" : ReleaseWords.Value(change.Now))}</strong>",
            Html.Difference(change.Difference, figure.Measure), Html.Share(change.Share), Html.Text(ChangeReason.Of(release.Manifest, change.Key, change.Was, change.Now)));
    }

    /// <summary>Figures as they were first published and as they are now.</summary>
    public static string Revisions(PublicSite site, Dataset dataset, IReadOnlyList<RevisedFigure> revised, string id, string caption) =>
        Html.Table(id, caption, RevisionColumns, revised.Select(each => Html.Row(RevisionColumns,
            $"<a href=\"{site.FigureAddress(each.Now.Key)}\">{Html.Text(ReleaseWords.Figure(dataset, each.Now))}</a>",
            $"{ReleaseWords.Value(each.First.Figure)} <span class=\"nb\">({ReleaseWords.Link(site, each.First.Release)})</span>",
            $"<strong>{ReleaseWords.Value(each.Now)}</strong> <span class=\"nb\">({ReleaseWords.Link(site, each.Last.Release)})</span>",
            Html.Difference(each.Difference, each.Now.Measure), (each.Values.Count - 1).ToString(System.Globalization.CultureInfo.InvariantCulture), Html.Text(each.Last.Reason))))
        + (revised.Any(each => each.Difference is null) ? NotGiven : "");
}
