using System.Globalization;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>Texts about a chart, made from its figures. They name no cause, and no adjective of size.</summary>
internal static class ChartCaption
{
    /// <summary>What hatching means, and the mark beside a column, each as a sentence after a space; empty without them.</summary>
    public static string Legend(DatasetChart chart)
    {
        var figures = chart.Figures;
        var parts = figures
            .Shown.Where(figure => figure is { Attributes.Covers: not null, Value: not null })
            .Select(figure => figure.Attributes.Covers!.Value.Label)
            .ToList();
        var hatched =
            parts.Count == 0 || figures.Panel >= 0
                ? ""
                : $" Hatched: part of a {Word(chart.About.Frequency!.Value)}, {string.Join(" and ", parts)}.";
        return hatched
            + (figures is { Part: { } part, Before: { } before } ? $" Marked beside it: the figure {SameDate(part, before)}." : "");
    }

    /// <summary>The label of the chart's measure.</summary>
    public static string MeasureLabel(DatasetChart chart) => chart.Dataset.Measures[chart.Dataset.MeasureIndex(chart.About.Measure)].Label;

    /// <summary>The measure and the periods of a series: "People, by year".</summary>
    public static string Measure(DatasetChart chart) => $"{chart.Figures.Shown[0].Measure.Label}, by {Word(chart.About.Frequency!.Value)}";

    /// <summary>A frequency in a sentence: "financial year".</summary>
    public static string Word(Frequency frequency) => frequency.Word().Replace('-', ' ');

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

    /// <summary>The first figure with its unit, the peak, the lowest figure after it, and the latest, of whole periods only.</summary>
    public static string Course(IReadOnlyList<FigureRow> figures)
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
}
