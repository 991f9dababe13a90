using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>How one kind of chart selects its figures, draws them and describes them.</summary>
internal abstract class ChartForm
{
    private static readonly string[] Numbers = ["No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"];

    /// <summary>The form of a kind. A new kind is a class and a line here.</summary>
    public static ChartForm Of(ChartKind kind) =>
        kind switch
        {
            ChartKind.Columns => new ColumnForm(),
            ChartKind.Statements => new StatementForm(),
            ChartKind.Strip => new StripForm(),
            ChartKind.Multiples => new MultiplesForm(),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of chart has no form."),
        };

    /// <summary>The kind in one word, for the alternative text.</summary>
    public abstract string Word { get; }

    /// <summary>Whether the figures are statements, each with its own bound and quotation.</summary>
    public virtual bool IsStatements => false;

    /// <summary>Selects the figures of a chart: one query.</summary>
    public abstract ChartFigures Select(Publication publication, Dataset dataset, Chart chart);

    /// <summary>Draws the figures. There is at least one value.</summary>
    public abstract Svg Draw(DatasetChart chart, ChartFrame frame, bool isWide);

    /// <summary>The descriptor's title, or what the figures show; null when they show nothing to say.</summary>
    public virtual string? Finding(DatasetChart chart) => chart.About.Title ?? (chart.Figures.HasGap ? null : FindingOfFigures(chart));

    /// <summary>Describes the figures, for the alternative text. There is at least one value.</summary>
    public virtual string Describe(DatasetChart chart)
    {
        var figures = chart.Figures;
        var text = $"{ChartCaption.Measure(chart)}: {ChartCaption.Course(figures.Shown)}.";
        if (figures.Part is { } part)
        {
            text +=
                $" {FigureSentence.Capital(part.Attributes.Covers!.Value.InSentence)}, "
                + $"part of a {ChartCaption.Word(part.Period.Frequency)}: {part.PlainText}"
                + (figures.Before is { } before ? $"; {ChartCaption.SameDate(part, before)}: {before.PlainText}." : ".");
        }

        return text + " The values are in the table below.";
    }

    /// <summary>What figures without a gap show: the rank of the latest whole year. Null with fewer than two whole years.</summary>
    protected virtual string? FindingOfFigures(DatasetChart chart)
    {
        var whole = chart.Figures.Shown.Where(figure => figure is { Attributes.Covers: null, Value: not null }).ToList();
        if (whole.Count < 2)
        {
            return null;
        }

        var latest = whole[^1];
        var above = whole.Where(figure => figure.Value > latest.Value).Select(figure => figure.Period.Label).ToList();
        var (unit, year) = (latest.Measure.Unit, latest.Period.Label);
        return above.Count switch
        {
            0 => $"More {unit} in {year} than in any other year",
            <= 2 => $"More {unit} in {year} than in any year but {string.Join(" and ", above)}",
            _ when above.Count == whole.Count - 1 => $"Fewer {unit} in {year} than in any other year",
            _ => $"{Number(above.Count)} of {Number(whole.Count).ToLowerInvariant()} years had more {unit} than {year}",
        };
    }

    private static string Number(int count) => count < Numbers.Length ? Numbers[count] : count.ToString(CultureInfo.InvariantCulture);
}
