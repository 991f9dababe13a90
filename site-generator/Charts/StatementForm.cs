using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>A bar for each of the statements that the descriptor names. Statements are never ranked.</summary>
internal sealed class StatementForm : ChartForm
{
    public override string Word => "Statements";

    public override bool IsStatements => true;

    public override ChartFigures Select(Publication publication, Dataset dataset, Chart chart) =>
        new([.. chart.Keys.Select(key => Find(publication, key)).OfType<FigureRow>()]);

    // The descriptor's title may be about a statement that was withdrawn later.
    public override string? Finding(DatasetChart chart) =>
        chart.Figures.Shown.Any(figure => figure.Value is null) ? null : chart.About.Title;

    public override string Describe(DatasetChart chart)
    {
        var statements = chart.Figures.Shown.Select(figure => $"{ChartCaption.Amount(figure)} {figure.Period.InSentence}");
        return $"{FigureSentence.Capital(string.Join("; ", statements))}. The words are in the table below.";
    }

    public override Svg Draw(DatasetChart chart, ChartFrame frame, bool isWide)
    {
        var statements = new StatementChart(Statements(chart.Figures), frame);
        return isWide ? statements.RenderWide() : statements.RenderNarrow();
    }

    // For a key that the release does not have, the lookup may find another statement that covers it. That one is not shown here.
    private static FigureRow? Find(Publication publication, string key) =>
        FigureLookup.Find(publication, key)?.Figure is { } figure && figure.Key == key ? figure : null;

    private static List<Statement> Statements(ChartFigures figures) =>
        [
            .. figures.Shown.Select(
                (figure, i) =>
                    new Statement(
                        figure.Key,
                        FigureSentence.Capital(figure.Period.Label),
                        figure.Text,
                        (double?)figure.Value,
                        figure.Bound,
                        FigureSentence.Unit(figure),
                        i > 0 && figure.Attributes.Restates == figures.Shown[i - 1].Key
                    )
            ),
        ];
}
