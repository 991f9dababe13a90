using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The picture of what a release revised most: the figures of one measure that changed most, before and after.</summary>
internal sealed class RevisedPicture
{
    private const int Most = 10;

    /// <summary>The name of its files in a release, before "-wide.svg" and "-narrow.svg".</summary>
    public const string Name = "revised";

    private readonly SealedRelease release;
    private readonly IReadOnlyList<FigureChange> shown;
    private readonly Dataset dataset;

    private RevisedPicture(SealedRelease release, IReadOnlyList<FigureChange> shown) =>
        (this.release, this.shown, dataset) = (release, shown, release.Publication.Find(shown[0].Dataset)!);

    /// <summary>
    /// The picture of a release; null where fewer than two figures of a measure were revised from one exact value to another.
    /// </summary>
    public static RevisedPicture? Of(PublicSite site, SealedRelease release) =>
        ChangedMost(site.View.ChangesOf(release)) is { Count: > 1 } shown ? new(release, shown) : null;

    /// <summary>The picture for a wide or a narrow screen.</summary>
    public Svg Draw(bool wide)
    {
        var source = ChartSources.Of(dataset, shown.Select(change => change.Now!.Value));
        var line =
            $"Hollow: before. Filled: in this release. Source: {source}. {release.Publication.About.Title}, release of "
            + $"{Html.Day(release.PublishedAt)}.";
        var chart = new RevisedChart([.. shown.Select(Mark)], new ChartFrame(Title, line));
        return wide ? chart.RenderWide() : chart.RenderNarrow();
    }

    /// <summary>The picture on the page of its release.</summary>
    public RevisedPart Part()
    {
        var address = AddressBook.ReleasePage(release.Manifest.Id) + Name;
        var measure = shown[0].Now!.Value.Measure.Label;
        var rows = shown
            .Take(3)
            .Select(change => $"{RowLabel(change)}, from {change.Was!.Value.Text} to {ChartCaption.Amount(change.Now!.Value)}");
        var alt =
            $"Rows. {measure}, {shown.Count} figures, each before this release and in it. "
            + $"{Html.Capital(string.Join("; ", rows))}. All values are in the table below.";
        return new(Title, measure, shown.Count, new(address, Draw(wide: true), Draw(wide: false), alt));
    }

    private string Title =>
        $"{Html.Capital(RowLabel(shown[0]))} changed most: from {shown[0].Was!.Value.Text} to "
        + $"{ChartCaption.Amount(shown[0].Now!.Value)}";

    private RevisedRow Mark(FigureChange change)
    {
        var (was, now) = (change.Was!.Value, change.Now!.Value);
        return new(change.Key, Html.Capital(RowLabel(change)), (double)was.Value!, (double)now.Value!, $"{now.Text}, was {was.Text}");
    }

    // Where a dataset has dimensions, the codes tell one row from another.
    private string RowLabel(FigureChange change) =>
        string.Join(", ", dataset.Dimensions.Select((_, i) => change.Now!.Value.Code(i).Label).Prepend(change.Now!.Value.Period.Label));

    private static IReadOnlyList<FigureChange> ChangedMost(IReadOnlyList<FigureChange> changes) =>
        [
            .. changes
                .Where(IsDrawable)
                .GroupBy(change => $"{change.Dataset}/{change.Now!.Value.Measure.Name}", StringComparer.Ordinal)
                .OrderByDescending(group => group.Max(Size))
                .ThenBy(group => group.Key, StringComparer.Ordinal)
                .Take(1)
                .SelectMany(group => group.OrderByDescending(Size).ThenBy(change => change.Key, StringComparer.Ordinal))
                .Take(Most),
        ];

    private static bool IsDrawable(FigureChange change) =>
        change.Kind == ChangeKind.Revised
        && change.Difference is not null
        && change.Was!.Value.Value >= 0
        && change.Now!.Value.Value >= 0
        && (change.Now.Value.Status & FigureStatus.Illustrative) == 0;

    private static decimal Size(FigureChange change) => Math.Abs(change.Difference!.Value);
}

/// <summary>A picture of revised figures, for the page of its release.</summary>
internal sealed record RevisedPart(string Title, string Measure, int Count, ChartPicture Picture);
