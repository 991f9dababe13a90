using PublicStats.Data.Publications;
using PublicStats.Data.Tables;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What a chart shows, in words made from its figures: no cause, no adjective of size.</summary>
internal static class ChartWords
{
    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    /// <summary>The finding: what the descriptor says it is, or where the latest whole year stands among the others.</summary>
    public static string Title(Dataset dataset, Chart chart)
    {
        if (chart.Title is { } title)
        {
            return title;
        }

        var figures = ColumnData.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value).SkipWhile(each => each.Value is null).ToList();
        if (figures.Count == 0 || figures.Any(each => each.Value is null))
        {
            // Beside a figure that is not there, nothing is the most or the fewest.
            return Subject(chart);
        }

        if (chart.Kind == "strip")
        {
            var peak = figures.MaxBy(each => each.Value);
            return $"{dataset.Measures[dataset.MeasureIndex(chart.Measure)].Label}: the most was {peak.Text}, {peak.Period.InSentence}";
        }

        var whole = figures.Where(each => each.Words.Covers is null).ToList();
        if (whole.Count < 2)
        {
            return Subject(chart);
        }

        var latest = whole[^1];
        var above = whole.Where(each => each.Value > latest.Value).Select(each => each.Period.Label).ToList();
        var unit = latest.Measure.Unit;
        return above.Count == 0 ? $"More {unit} in {latest.Period.Label} than in any other year"
            : above.Count <= 2 ? $"More {unit} in {latest.Period.Label} than in any year but {string.Join(" and ", above)}"
            : above.Count == whole.Count - 1 ? $"Fewer {unit} in {latest.Period.Label} than in any other year"
            : $"{Number(above.Count)} of {Number(whole.Count).ToLowerInvariant()} years had more {unit} than {latest.Period.Label}";
    }

    /// <summary>What a chart is of, without a finding.</summary>
    public static string Subject(Chart chart) => chart.Subtitle.Split(". ")[0].TrimEnd('.');

    private static string Number(int count) => count < Numbers.Length ? Numbers[count] : count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The alternative text: kind, start, peak, latest, and where the values are. Never a colour.</summary>
    public static string Alt(Dataset dataset, Chart chart, IReadOnlyList<FigureRow> figures)
    {
        var said = dataset.About.Illustrative ? "ILLUSTRATIVE, with invented figures. " : "";
        if (chart.Kind == "statements")
        {
            return said + "Statements with their bounds: " + string.Join("; ", figures.Select(each => $"{each.Text}, {each.Period.Label}")) + ". The words are in the table below.";
        }

        var present = figures.Where(each => each.Value is not null).ToList();
        if (present.Count == 0)
        {
            return said + "No figure of this chart is available.";
        }

        var (first, peak, last) = (present[0], present.MaxBy(each => each.Value), present[^1]);
        var part = last.Words.Covers is { } covers ? $", part of the period, {covers.Label}" : "";
        return $"{said}Columns. From {first.Text} {first.Period.InSentence}, to a peak of {peak.Text} {peak.Period.InSentence}; last {last.Text} {last.Period.InSentence}{part}. The values are in the table below.";
    }
}
