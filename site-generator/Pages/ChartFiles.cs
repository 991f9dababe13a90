using System.Globalization;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Publications;
using PublicStats.Data.Queries;
using PublicStats.Data.Tables;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Site;

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
        return dataset.About.Charts.FirstOrDefault(each => file == each.Id + (wide ? "-wide.svg" : "-narrow.svg")) is { } chart && CanDraw(site, dataset, chart) ? Draw(site, dataset, chart, wide).Text : null;
    }

    /// <summary>Whether the release holds a figure that a chart shows.</summary>
    public static bool CanDraw(PublicSite site, Dataset dataset, Chart chart) => Figures(site, dataset, chart).Any(each => each.Value is not null);

    /// <summary>The figures of a chart and of its table: those of its keys that there are, or of its question.</summary>
    public static IReadOnlyList<FigureRow> Figures(PublicSite site, Dataset dataset, Chart chart) => chart.Keys.Count > 0
        ? [.. chart.Keys.Select(each => FigureLookup.Find(site.Publication, each, out _)?.Figure).OfType<FigureRow>()]
        : ColumnData.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value, chart.By);

    public static Svg Draw(PublicSite site, Dataset dataset, Chart chart, bool wide)
    {
        var frame = new ChartFrame(ChartWords.Title(dataset, chart), $"Source: {dataset.About.Publisher}. {dataset.About.Exactness}. {site.Publication.Title}, release of {Html.Day(site.Release.PublishedAt)}.", dataset.About.Illustrative);
        switch (chart.Kind)
        {
            case "columns":
                var columns = new ColumnChart(Columns(site, dataset, chart), frame, chart.Measure == "boats");
                return wide ? columns.Wide() : columns.Narrow();
            case "statements":
                var statements = new StatementChart(Statements(Figures(site, dataset, chart)), frame with { Source = frame.Source + " Fades and arrows have no length." });
                return wide ? statements.Wide() : statements.Narrow();
            case "strip":
                var strip = Strip(dataset, chart, frame);
                return wide ? strip.Wide() : strip.Narrow();
            default:
                var multiples = new MultiplesChart(Panels(dataset, chart), frame);
                return wide ? multiples.Wide() : multiples.Narrow();
        }
    }

    private static List<Column> Columns(PublicSite site, Dataset dataset, Chart chart)
    {
        var figures = ColumnData.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value);
        var subject = figures.Where(each => each.Words.Covers is null).Max(each => (Period?)each.Period);
        return [.. figures.Select(each =>
        {
            var before = ColumnData.YearBefore(site.Publication, each);
            var part = each.Words.Covers is { } covers ? "to " + covers.Last.ToString("d MMMM", CultureInfo.InvariantCulture) : null;
            return new Column(each.Period.Label, (double?)each.Value, each.Text, each.Status.AbsentCode(), each.Period == subject, part, (double?)before?.Value,
                before is { } b ? $"{b.Text} by then in {b.Period.First.Year}" : null);
        })];
    }

    private static List<Statement> Statements(IReadOnlyList<FigureRow> found) =>
        [.. found.Select((each, i) => new Statement(each.Period.Label, each.Text, (double?)each.Value, each.Bound, each.Words.Unit, i > 0 && each.Words.Restates == found[i - 1].Key))];

    private static StripChart Strip(Dataset dataset, Chart chart, ChartFrame frame)
    {
        var figures = ColumnData.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value).SkipWhile(each => each.Value is null).ToList();
        var peak = figures.MaxBy(each => each.Value);
        var years = figures.GroupBy(each => each.Period.Frequency == Frequency.Week ? int.Parse(each.Period.Code[..4], CultureInfo.InvariantCulture) : each.Period.First.Year)
            .Select(each => new StripYear(each.Key.ToString(CultureInfo.InvariantCulture), [.. each.Select(one => (double?)one.Value)])).ToList();
        return new(years, years.Max(each => each.Values.Count), $"{peak.Text}, {peak.Period.Label}", frame);
    }

    private static List<Panel> Panels(Dataset dataset, Chart chart)
    {
        var at = dataset.Dimensions.ToList().FindIndex(each => each.Name == chart.By);
        return [.. ColumnData.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value, chart.By).GroupBy(each => each.CodeIndex(at)).Where(each => dataset.Dimensions[at].Children(each.Key).Count == 0)
            .Select(each => new Panel(dataset.Dimensions[at].Codes[each.Key].Label + (dataset.About.Illustrative ? " (illustrative)" : ""), [.. each.Select(one => new Column(one.Period.Code, (double?)one.Value, FigureText.Number(one.Value ?? 0, one.Measure) + " [i]", one.Status.AbsentCode()))]))];
    }
}
