using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A column for each period, with a mark beside a part of a period for the same days of the year before.</summary>
internal sealed class ColumnForm : ChartForm
{
    public override string Word => "Columns";

    public override ChartFigures Select(Publication publication, Dataset dataset, Chart chart)
    {
        var figures = ChartQuery.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value);
        return new(figures, Before: figures is [.., { Value: not null } last] ? ChartQuery.YearBefore(publication, last) : null);
    }

    // Measures other than the dataset's first have the second colour, so that readers do not mix the two up.
    public override Svg Draw(DatasetChart chart, ChartFrame frame, bool isWide)
    {
        var columns = new ColumnChart(Columns(chart.Figures), frame, chart.Dataset.MeasureIndex(chart.About.Measure) > 0);
        return isWide ? columns.RenderWide() : columns.RenderNarrow();
    }

    /// <summary>The column of a figure.</summary>
    public static Column Column(FigureRow figure) =>
        new(figure.Key, figure.Period.Label, (double?)figure.Value, figure.Text, figure.Status.AbsentCode());

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
}
