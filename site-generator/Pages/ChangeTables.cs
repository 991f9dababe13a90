using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Figures that changed, as tables: from one release to the next, and since they were first published.</summary>
internal static class ChangeTables
{
    /// <summary>Why a table has [z] instead of a difference or a share.</summary>
    public const string NothingToSubtract =
        "a bound is not subtracted, nothing is taken from a figure that has no value, and there is no share of zero";

    private static readonly string[] ChangeColumns = ["Figure", "#Was", "#Now", "#Difference", "#Share", "Reason"];
    private static readonly string[] RevisionColumns =
    [
        "Figure",
        "First published",
        "Now",
        "#Difference",
        "#Times revised",
        "Reason for the last",
    ];

    /// <summary>The figures of the release before that a release revised, removed or withdrew.</summary>
    /// <param name="id">Names the table on the page.</param>
    public static Markup Changes(PublicSite site, SealedRelease release, IReadOnlyList<FigureChange> changes, string id, string caption)
    {
        var before = site.View.Before(release.Release);
        var table = Html.Table(id, caption, ChangeColumns, changes.Select(change => Change(site, release, before, change)));
        return Markup.Join(table, CodeKey.Of(table, NothingToSubtract));
    }

    private static string Change(PublicSite site, SealedRelease release, SealedRelease? before, FigureChange change)
    {
        var (figure, holder) = change.Now is { } now ? (now, release) : (change.Was!.Value, before!);
        var dataset = holder.Publication.Find(change.Dataset)!;
        // The page of a figure that was removed is in the last release that had it.
        var address = change.Now is null ? site.KeptAddress(before!.Manifest.Id, change.Key) : site.FigureAddress(change.Key);
        var isWithdrawn = change.Kind == ChangeKind.Withdrawn;

        // The table does not repeat the value of a withdrawn figure. It links the page that shows it.
        var was = isWithdrawn ? Html.Link(site.KeptAddress(before!.Manifest.Id, change.Key), "as it was") : ReleaseWords.Value(change.Was);
        return Html.Row(
            ChangeColumns,
            Html.Link(address, ReleaseWords.Figure(dataset, figure)),
            was,
            $"<strong>{(isWithdrawn ? "[withdrawn]" : ReleaseWords.Value(change.Now))}</strong>",
            Html.Difference(change.Difference, figure.Measure),
            Html.Share(change.Share),
            Html.Text(ChangeReason.Of(release.Manifest, change.Key, change.Was, change.Now))
        );
    }

    /// <summary>Figures as they were first published and as they are now.</summary>
    public static Markup Revisions(PublicSite site, Dataset dataset, IReadOnlyList<RevisedFigure> revised, string id, string caption)
    {
        var table = Html.Table(id, caption, RevisionColumns, revised.Select(figure => Revision(site, dataset, figure)));
        return Markup.Join(table, CodeKey.Of(table, NothingToSubtract));
    }

    private static string Revision(PublicSite site, Dataset dataset, RevisedFigure figure) =>
        Html.Row(
            RevisionColumns,
            Html.Link(site.FigureAddress(figure.Now.Key), ReleaseWords.Figure(dataset, figure.Now)),
            $"{ReleaseWords.Value(figure.First.Figure)} <span class=\"nb\">({ReleaseWords.Link(site, figure.First.Release)})</span>",
            $"<strong>{ReleaseWords.Value(figure.Now)}</strong> <span class=\"nb\">({ReleaseWords.Link(site, figure.Last.Release)})</span>",
            Html.Difference(figure.Difference, figure.Now.Measure),
            (figure.Values.Count - 1).ToString(CultureInfo.InvariantCulture),
            Html.Text(figure.Last.Reason)
        );
}
