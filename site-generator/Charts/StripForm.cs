using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A long series as thin columns. It starts at the first value.</summary>
internal sealed class StripForm : ChartForm
{
    public override string Word => "Columns";

    public override ChartFigures Select(Publication publication, Dataset dataset, Chart chart) =>
        new([.. ChartQuery.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value).SkipWhile(figure => figure.Value is null)]);

    public override Svg Draw(DatasetChart chart, ChartFrame frame, bool isWide)
    {
        var strip = Strip(chart.Figures, chart.About.Frequency!.Value, frame);
        return isWide ? strip.RenderWide() : strip.RenderNarrow();
    }

    protected override string FindingOfFigures(DatasetChart chart)
    {
        var peak = chart.Figures.Shown.MaxBy(figure => figure.Value);
        return $"{ChartCaption.MeasureLabel(chart)}: the most was {peak.Text}, {peak.Period.InSentence}";
    }

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
}
