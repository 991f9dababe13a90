using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The pictures of a dataset's charts.</summary>
internal static class ChartFiles
{
    /// <summary>The picture at <c>crossings/charts/people-by-year-wide.svg</c>; null when there is none.</summary>
    public static string? Make(PublicSite site, string path)
    {
        var parts = path.Split('/');
        if (parts is not [var name, "charts", var file] || site.Publication.Find(name) is not { } dataset)
        {
            return null;
        }

        var wide = file.EndsWith("-wide.svg", StringComparison.Ordinal);
        var chart = dataset.About.Presentation.Charts.FirstOrDefault(chart => file == chart.Id + (wide ? "-wide.svg" : "-narrow.svg"));
        return chart is not null && ChartFigures.Of(site.Publication, dataset, chart) is { HasValue: true } figures
            ? Draw(site, dataset, chart, figures, wide).Text
            : null;
    }

    /// <summary>Whether the release holds a figure that a chart shows.</summary>
    public static bool CanDraw(PublicSite site, Dataset dataset, Chart chart) => ChartFigures.Of(site.Publication, dataset, chart).HasValue;

    /// <summary>The picture of a chart. The release must hold a value that it shows.</summary>
    public static Svg Draw(PublicSite site, Dataset dataset, Chart chart, ChartFigures figures, bool wide)
    {
        var title = ChartCaption.Title(dataset, chart, figures);
        var frame = new ChartFrame(title, SourceLine(site, dataset, chart, figures), dataset.About.Structure.Illustrative);
        switch (chart.Kind)
        {
            case ChartKind.Columns:
                var columns = new ColumnChart(Columns(figures), frame, chart.Measure == "boats");
                return wide ? columns.RenderWide() : columns.RenderNarrow();
            case ChartKind.Statements:
                var statements = new StatementChart(Statements(figures), frame);
                return wide ? statements.RenderWide() : statements.RenderNarrow();
            case ChartKind.Strip:
                var strip = Strip(figures, chart.Frequency!.Value, frame);
                return wide ? strip.RenderWide() : strip.RenderNarrow();
            default:
                var multiples = new MultiplesChart(Panels(dataset, figures), frame);
                return wide ? multiples.RenderWide() : multiples.RenderNarrow();
        }
    }

    // What is said of the exactness of a whole dataset of statements is not true of every few of them: their bounds are drawn and written.
    private static string SourceLine(PublicSite site, Dataset dataset, Chart chart, ChartFigures figures)
    {
        var exactness =
            chart.Kind == ChartKind.Statements || dataset.About.Structure.Illustrative ? "" : $" {dataset.About.Text.Exactness}.";
        var release = $"{site.Publication.About.Title}, release of {Html.Day(site.Release.PublishedAt)}.";
        var marks = Marks(figures.Shown);
        return $"Source: {ChartSources.Of(dataset, figures.Shown)}.{exactness} {release}{(marks.Length == 0 ? "" : " " + marks)}";
    }

    private static string Marks(IEnumerable<FigureRow> figures)
    {
        var bounds = figures.Where(figure => figure.Value is not null).Select(figure => figure.Bound).ToHashSet();
        var hasFades = bounds.Contains(Bound.Under) || bounds.Contains(Bound.About);
        var hasArrows = bounds.Contains(Bound.Over) || bounds.Contains(Bound.AtLeast);
        return (hasFades, hasArrows) switch
        {
            (true, true) => "Fades and arrows have no length.",
            (true, false) => "Fades have no length.",
            (false, true) => "Arrows have no length.",
            _ => "",
        };
    }

    private static List<Column> Columns(ChartFigures figures)
    {
        var subject = figures.Shown.Where(figure => figure.Attributes.Covers is null).Max(figure => (Period?)figure.Period);
        var before = figures is { Part: { } part, Before: { } compared }
            ? new Comparison(compared.Key, ChartCaption.SameDate(part, compared), (double)compared.Value!.Value, compared.Text)
            : null;
        return
        [
            .. figures.Shown.Select(
                (figure, i) =>
                    Column(figure) with
                    {
                        IsSubject = figure.Period == subject,
                        PartLabel = figure.Attributes.Covers is { } covers ? PartLabel(figure.Period, covers) : null,
                        Before = i == figures.Shown.Count - 1 ? before : null,
                    }
            ),
        ];
    }

    private static string PartLabel(Period period, Period covers)
    {
        var first = covers.First.ToString("d MMMM", CultureInfo.InvariantCulture);
        var last = covers.Last.ToString("d MMMM", CultureInfo.InvariantCulture);
        return (covers.First == period.First, covers.Last == period.Last) switch
        {
            (true, _) => "to " + last,
            (_, true) => "from " + first,
            _ => $"{first} to {last}",
        };
    }

    private static Column Column(FigureRow figure) =>
        new(figure.Key, figure.Period.Label, (double?)figure.Value, figure.Text, figure.Status.AbsentCode());

    private static List<Statement> Statements(ChartFigures figures) =>
        [
            .. figures.Shown.Select(
                (figure, i) =>
                    new Statement(
                        figure.Key,
                        Html.Capital(figure.Period.Label),
                        figure.Text,
                        (double?)figure.Value,
                        figure.Bound,
                        FigureSentence.Unit(figure),
                        i > 0 && figure.Attributes.Restates == figures.Shown[i - 1].Key
                    )
            ),
        ];

    private static StripChart Strip(ChartFigures figures, Frequency frequency, ChartFrame frame)
    {
        var peak = figures.Shown.MaxBy(figure => figure.Value);
        var years = figures.Shown.GroupBy(figure => StripPlace.Of(figure.Period).Year).ToDictionary(year => year.Key);
        var (first, last) = (years.Keys.Min(), years.Keys.Max());
        var strip = Enumerable
            .Range(first, last - first + 1)
            .Select(year => new StripYear(
                year.ToString(CultureInfo.InvariantCulture),
                StripPlace.Count(frequency, year),
                years.TryGetValue(year, out var found) ? [.. found.Select(Mark)] : []
            ))
            .ToList();
        var (firstPlace, lastPlace) = StripPlace.Ends(frequency, strip.Max(year => year.Places));
        return new(strip, peak.Key, $"{peak.Text}, {peak.Period.Label}", firstPlace, lastPlace, frame);
    }

    private static StripMark Mark(FigureRow figure) =>
        new(figure.Key, StripPlace.Of(figure.Period).Place, (double?)figure.Value, figure.Attributes.Covers is not null);

    private static List<Panel> Panels(Dataset dataset, ChartFigures figures) =>
        [
            .. figures.Panels.Select(panel => new Panel(
                panel.Key + (dataset.About.Structure.Illustrative ? " (illustrative)" : ""),
                [.. panel.Select(figure => Column(figure) with { Label = figure.Period.Code, Text = PanelText(figure) })]
            )),
        ];

    private static string PanelText(FigureRow figure) =>
        figure.PlainText + ((figure.Status & FigureStatus.Illustrative) != 0 ? " [i]" : "");
}
