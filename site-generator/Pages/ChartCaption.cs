using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What a chart shows, in words made from its figures: no cause, no adjective of size.</summary>
internal static class ChartCaption
{
    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    /// <summary>The finding: what the descriptor says it is, or where the latest whole year stands among the others.</summary>
    public static string Title(Dataset dataset, Chart chart, ChartFigures figures)
    {
        var isStatements = chart.Keys.Count > 0;
        if (chart.Title is { } title && !(isStatements && figures.Shown.Any(figure => figure.Value is null)))
        {
            return title;
        }

        if (isStatements)
        {
            // A title may say a statement that was withdrawn since, and statements are never ranked.
            return Subject(chart);
        }

        if (figures.Shown.Count == 0 || figures.Shown.SkipWhile(figure => figure.Value is null).Any(figure => figure.Value is null))
        {
            // Beside a figure that is not there, nothing is the most or the fewest.
            return Subject(chart);
        }

        if (chart.Kind == ChartKind.Strip)
        {
            var peak = figures.Shown.MaxBy(figure => figure.Value);
            return $"{dataset.Measures[dataset.MeasureIndex(chart.Measure)].Label}: the most was {peak.Text}, {peak.Period.InSentence}";
        }

        var whole = figures.Shown.Where(figure => figure is { Attributes.Covers: null, Value: not null }).ToList();
        if (whole.Count < 2)
        {
            return Subject(chart);
        }

        var latest = whole[^1];
        var above = whole.Where(figure => figure.Value > latest.Value).Select(figure => figure.Period.Label).ToList();
        var unit = latest.Measure.Unit;
        return above.Count == 0 ? $"More {unit} in {latest.Period.Label} than in any other year"
            : above.Count <= 2 ? $"More {unit} in {latest.Period.Label} than in any year but {string.Join(" and ", above)}"
            : above.Count == whole.Count - 1 ? $"Fewer {unit} in {latest.Period.Label} than in any other year"
            : $"{Number(above.Count)} of {Number(whole.Count).ToLowerInvariant()} years had more {unit} than {latest.Period.Label}";
    }

    /// <summary>What a chart is of, without a finding.</summary>
    public static string Subject(Chart chart) => chart.Subtitle.Split(". ")[0].TrimEnd('.');

    /// <summary>The statistical subtitle, and what the hatching and the mark beside it mean where the chart has them.</summary>
    public static string Subtitle(Chart chart, ChartFigures figures)
    {
        var parts = figures
            .Shown.Where(figure => figure is { Attributes.Covers: not null, Value: not null })
            .Select(figure => figure.Attributes.Covers!.Value.Label)
            .ToList();
        var hatched =
            parts.Count == 0 || figures.Panel >= 0
                ? ""
                : $" Hatched: part of a {Word(chart.Frequency!.Value)}, {string.Join(" and ", parts)}.";
        var marked = figures is { Part: { } part, Before: { } before } ? $" Marked beside it: the figure {SameDate(part, before)}." : "";
        return chart.Subtitle + hatched + marked;
    }

    /// <summary>What a part of a period is compared with: "to the same date in 2025".</summary>
    public static string SameDate(FigureRow part, FigureRow before)
    {
        var (last, then) = (part.Attributes.Covers!.Value.Last, before.Period.Last);
        return (last.Month, last.Day) == (then.Month, then.Day)
            ? $"to the same date in {then.Year}"
            : "to " + then.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
    }

    /// <summary>
    /// A part of a period beside the same days of the year before, in a sentence; null where there is no such comparison.
    /// </summary>
    public static string? Comparison(ChartFigures figures)
    {
        if (figures is not { Part: { } part, Before: { } before })
        {
            return null;
        }

        var words = $"{Amount(part)} {part.Attributes.Covers!.Value.InSentence}; {SameDate(part, before)}: {before.Text}.";
        if (part.Bound != Bound.Exact || before.Bound != Bound.Exact)
        {
            return words;
        }

        var difference = part.Value!.Value - before.Value!.Value;
        if (difference == 0)
        {
            return words + " That is the same number.";
        }

        var share =
            before.Value.Value == 0
                ? ""
                : $" ({(Math.Abs(difference) / before.Value.Value * 100).ToString("#,##0.0", CultureInfo.InvariantCulture)}%)";
        return $"{words} That is {FigureText.Number(Math.Abs(difference), part.Measure)} {(difference < 0 ? "fewer" : "more")}{share}.";
    }

    /// <summary>A value with what it counts: "299 people", "98% of flagged content".</summary>
    public static string Amount(FigureRow figure) =>
        FigureSentence.Unit(figure) is { Length: > 0 } unit && figure.Value is not null ? $"{figure.PlainText} {unit}" : figure.PlainText;

    private static string Number(int count) => count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);

    private static string Word(Frequency frequency) => frequency.Word().Replace('-', ' ');

    /// <summary>
    /// The alternative text: the kind in one word, then start, peak, turn, latest, part of a period, and where the values are. Never a
    /// colour.
    /// </summary>
    public static string Alt(Dataset dataset, Chart chart, ChartFigures figures)
    {
        var kind = chart.Kind switch
        {
            ChartKind.Statements => "Statements. ",
            ChartKind.Multiples => "Panels. ",
            _ => "Columns. ",
        };
        var opening = kind + (dataset.About.Structure.Illustrative ? "ILLUSTRATIVE: invented figures. " : "");
        if (!figures.HasValue)
        {
            return opening + "No figure of this chart is available.";
        }

        if (chart.Kind == ChartKind.Statements)
        {
            var statements = string.Join("; ", figures.Shown.Select(figure => $"{Amount(figure)} {figure.Period.InSentence}"));
            return $"{opening}{Capital(statements)}. The words are in the table below.";
        }

        var measure = figures.Shown[0].Measure;
        var by = $"{measure.Label}, by {Word(chart.Frequency!.Value)}";
        if (figures.Panel >= 0)
        {
            var panels = figures.Panels.Select(panel => $"{panel.Key}: {Course([.. panel])}.");
            return $"{opening}{by}. {string.Join(" ", panels)} The values are in the table below.";
        }

        var said = $"{opening}{by}: {Course(figures.Shown)}.";
        if (figures.Part is { } part)
        {
            said +=
                $" {Capital(part.Attributes.Covers!.Value.InSentence)}, part of a {Word(part.Period.Frequency)}: {part.PlainText}"
                + (figures.Before is { } before ? $"; {SameDate(part, before)}: {before.PlainText}." : ".");
        }

        return said + " The values are in the table below.";
    }

    // The first figure with its unit, the peak, the lowest after it, and the latest: whole periods only.
    private static string Course(IReadOnlyList<FigureRow> figures)
    {
        var whole = figures.Where(figure => figure is { Value: not null, Attributes.Covers: null }).ToList();
        if (whole.Count == 0)
        {
            return "no whole period";
        }

        var peak = whole.IndexOf(whole.MaxBy(figure => figure.Value));
        var between = whole.Skip(peak + 1).SkipLast(1).ToList();
        FigureRow? turn = between.Count > 0 && between.MinBy(figure => figure.Value) is var low && low.Value < whole[^1].Value ? low : null;
        var isPeakFirst = peak == 0 && whole.Count > 1;
        var parts = new List<string> { $"{Amount(whole[0])} {whole[0].Period.InSentence}{(isPeakFirst ? ", the peak" : "")}" };
        if (peak > 0 && peak < whole.Count - 1)
        {
            parts.Add($"a peak of {whole[peak].PlainText} {whole[peak].Period.InSentence}");
        }

        if (turn is { } lowest)
        {
            parts.Add($"down to {lowest.PlainText} {lowest.Period.InSentence}");
        }

        if (whole.Count > 1)
        {
            var what = peak == whole.Count - 1 ? "the peak and the latest" : "the latest";
            parts.Add($"{whole[^1].PlainText} {whole[^1].Period.InSentence}, {what}");
        }

        var missing = figures.Count(figure => figure.Value is null);
        return string.Join("; ", parts) + (missing == 0 ? "" : $"; {missing} without a value");
    }

    private static string Capital(string text) => Html.Capital(text);
}
