using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A panel of columns for each code of a dimension.</summary>
internal sealed class MultiplesForm : ChartForm
{
    public override string Word => "Panels";

    // A code that has codes below it has no panel, and no place in the table and the texts.
    public override ChartFigures Select(Publication publication, Dataset dataset, Chart chart)
    {
        var panel = dataset.Dimensions.ToList().FindIndex(dimension => dimension.Name == chart.By);
        var figures = ChartQuery.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value, chart.By);
        return new(
            [
                .. figures
                    .Where(figure => dataset.Dimensions[panel].Children(figure.CodeIndex(panel)).Count == 0)
                    .OrderBy(figure => figure.CodeIndex(panel))
                    .ThenBy(figure => figure.Period),
            ],
            panel
        );
    }

    public override string Describe(DatasetChart chart)
    {
        var panels = chart.Figures.Panels.Select(panel => $"{panel.Key}: {ChartCaption.Course([.. panel])}.");
        return $"{ChartCaption.Measure(chart)}. {string.Join(" ", panels)} The values are in the table below.";
    }

    public override Svg Draw(DatasetChart chart, ChartFrame frame, bool isWide)
    {
        var multiples = new MultiplesChart(Panels(chart.Dataset, chart.Figures), frame);
        return isWide ? multiples.RenderWide() : multiples.RenderNarrow();
    }

    private static List<Panel> Panels(Dataset dataset, ChartFigures figures) =>
        [
            .. figures.Panels.Select(panel => new Panel(
                panel.Key + (dataset.About.Structure.Illustrative ? " (illustrative)" : ""),
                [.. panel.Select(figure => ColumnForm.Column(figure) with { Label = figure.Period.Code, Text = PanelText(figure) })]
            )),
        ];

    private static string PanelText(FigureRow figure) =>
        figure.PlainText + ((figure.Status & FigureStatus.Illustrative) != 0 ? " [i]" : "");
}
