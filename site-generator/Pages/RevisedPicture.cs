using PublicStats.Data.Figures;
using PublicStats.Data.Releases;
using PublicStats.Data.Revisions;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The picture of what a release revised most: figures of the one measure that moved furthest, before and after.</summary>
internal static class RevisedPicture
{
    private const int Most = 10;

    /// <summary>Where the picture stands in a release, before its width.</summary>
    public const string Name = "revised";

    /// <summary>The picture of a release; null where fewer than two figures of a measure were revised from one exact value to another.</summary>
    public static Svg? Of(PublicSite site, SealedRelease release, bool wide)
    {
        var shown = Shown(site, release);
        if (shown.Count < 2)
        {
            return null;
        }

        var dataset = release.Publication.Find(shown[0].Key.Split('/')[0])!;
        var frame = new ChartFrame(Title(shown), $"Hollow: before. Filled: in this release. Source: {dataset.About.Publisher}. {release.Publication.Title}, release of {Html.Day(release.PublishedAt)}.");
        var chart = new RevisedChart([.. shown.Select(each => new RevisedRow(Html.Capital(Row(each)), (double)each.Was!.Value.Value!, (double)each.Now!.Value.Value!, $"{each.Now.Value.Text}, was {each.Was.Value.Text}"))], frame);
        return wide ? chart.Wide() : chart.Narrow();
    }

    /// <summary>The picture on the release's page, with its words; empty where there is none.</summary>
    public static string Part(PublicSite site, SealedRelease release)
    {
        if (Of(site, release, wide: true) is not { } wide || Of(site, release, wide: false) is not { } narrow)
        {
            return "";
        }

        var shown = Shown(site, release);
        var address = $"/releases/{release.Manifest.Id}/{Name}";
        var alt = $"{Html.Count(shown.Count, "row")}, each a figure before and after. {string.Join("; ", shown.Take(3).Select(each => $"{Row(each)}, from {each.Was!.Value.Text} to {each.Now!.Value.Text}"))}. All values are in the table below.";
        return $"""
            <div class="chart"><h3>{Html.Text(Title(shown))}</h3>
            <p class="sub">{Html.Text(shown[0].Now!.Value.Measure.Label)}: the {shown.Count} figures that changed most, before this release and in it.</p>
            <picture><source media="(min-width: 62em)" srcset="{address}-wide.svg" width="{wide.Width}" height="{wide.Height}"><img src="{address}-narrow.svg" width="{narrow.Width}" height="{narrow.Height}" alt="{Html.Text(alt)}"></picture>
            <p class="small">Picture: <a href="{address}-wide.svg">wide (SVG)</a>, <a href="{address}-narrow.svg">narrow (SVG)</a>.</p></div>

            """;
    }

    private static string Title(List<FigureChange> shown) =>
        $"{Html.Capital(Row(shown[0]))} changed most: from {shown[0].Was!.Value.Text} to {shown[0].Now!.Value.Text} {shown[0].Now!.Value.Measure.Unit}";

    // Where a dataset has dimensions, the codes tell one row from another.
    private static string Row(FigureChange change) => string.Join(", ", change.Key.Split('/')[2..^1].Prepend(change.Now!.Value.Period.Label));

    private static List<FigureChange> Shown(PublicSite site, SealedRelease release) =>
        [.. site.View.ChangesOf(release)
            .Where(each => each.Kind == ChangeKind.Revised && each.Difference is not null && each.Was!.Value.Value >= 0 && each.Now!.Value.Value >= 0 && (each.Now.Value.Status & FigureStatus.Illustrative) == 0)
            .GroupBy(each => string.Join('/', each.Key.Split('/')[..2]), StringComparer.Ordinal)
            .OrderByDescending(each => each.Max(one => Math.Abs(one.Difference!.Value))).ThenBy(each => each.Key, StringComparer.Ordinal).FirstOrDefault() is { } measure
            ? measure.OrderByDescending(each => Math.Abs(each.Difference!.Value)).ThenBy(each => each.Key, StringComparer.Ordinal).Take(Most) : []];
}
