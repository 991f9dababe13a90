using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The picture of what a release revised most: figures of the one measure that moved furthest, before and after.</summary>
internal static class RevisedPicture
{
    private const int Most = 10;

    /// <summary>Where the picture stands in a release, before its width.</summary>
    public const string Name = "revised";

    /// <summary>
    /// The picture of a release; null where fewer than two figures of a measure were revised from one exact value to another.
    /// </summary>
    public static Svg? Of(PublicSite site, SealedRelease release, bool wide)
    {
        var shown = Shown(site, release);
        if (shown.Count < 2)
        {
            return null;
        }

        var dataset = release.Publication.Find(shown[0].Dataset)!;
        var source = ChartSources.Of(dataset, shown.Select(change => change.Now!.Value));
        var line =
            $"Hollow: before. Filled: in this release. Source: {source}. {release.Publication.About.Title}, release of "
            + $"{Html.Day(release.PublishedAt)}.";
        var frame = new ChartFrame(Title(dataset, shown), line);
        var chart = new RevisedChart(
            [
                .. shown.Select(change => new RevisedRow(
                    change.Key,
                    Html.Capital(Row(dataset, change)),
                    (double)change.Was!.Value.Value!,
                    (double)change.Now!.Value.Value!,
                    $"{change.Now.Value.Text}, was {change.Was.Value.Text}"
                )),
            ],
            frame
        );
        return wide ? chart.RenderWide() : chart.RenderNarrow();
    }

    /// <summary>The picture on the release's page, with its words; empty where there is none.</summary>
    public static string Part(PublicSite site, SealedRelease release)
    {
        if (Of(site, release, wide: true) is not { } wide || Of(site, release, wide: false) is not { } narrow)
        {
            return "";
        }

        var shown = Shown(site, release);
        var dataset = release.Publication.Find(shown[0].Dataset)!;
        var address = $"/releases/{release.Manifest.Id}/{Name}";
        var measure = shown[0].Now!.Value.Measure.Label;
        var rows = shown
            .Take(3)
            .Select(change => $"{Row(dataset, change)}, from {change.Was!.Value.Text} to {ChartCaption.Amount(change.Now!.Value)}");
        var alt =
            $"Rows. {measure}, {shown.Count} figures, each before this release and in it. "
            + $"{Html.Capital(string.Join("; ", rows))}. All values are in the table below.";
        return $"""
            <div class="chart"><h3>{Html.Text(Title(dataset, shown))}</h3>
            <p class="sub">{Html.Text(measure)}: the {shown.Count} figures that changed most, before this release and in it.</p>
            {ChartPart.Picture(address, wide, narrow, alt)}
            {ChartPart.Downloads(address)}</div>

            """;
    }

    private static string Title(Dataset dataset, List<FigureChange> shown) =>
        $"{Html.Capital(Row(dataset, shown[0]))} changed most: from {shown[0].Was!.Value.Text} to "
        + $"{ChartCaption.Amount(shown[0].Now!.Value)}";

    // Where a dataset has dimensions, the codes tell one row from another.
    private static string Row(Dataset dataset, FigureChange change) =>
        string.Join(", ", dataset.Dimensions.Select((_, i) => change.Now!.Value.Code(i).Label).Prepend(change.Now!.Value.Period.Label));

    private static List<FigureChange> Shown(PublicSite site, SealedRelease release) =>
        [
            .. site
                .View.ChangesOf(release)
                .Where(change =>
                    change.Kind == ChangeKind.Revised
                    && change.Difference is not null
                    && change.Was!.Value.Value >= 0
                    && change.Now!.Value.Value >= 0
                    && (change.Now.Value.Status & FigureStatus.Illustrative) == 0
                )
                .GroupBy(change => $"{change.Dataset}/{change.Now!.Value.Measure.Name}", StringComparer.Ordinal)
                .OrderByDescending(group => group.Max(one => Math.Abs(one.Difference!.Value)))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .FirstOrDefault()
                is { } measure
                ? measure
                    .OrderByDescending(change => Math.Abs(change.Difference!.Value))
                    .ThenBy(change => change.Key, StringComparer.Ordinal)
                    .Take(Most)
                : [],
        ];
}
