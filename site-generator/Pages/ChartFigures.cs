using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What a chart shows, and its table, its sentence and its alternative text with it.</summary>
/// <param name="Shown">Every figure that has a mark, in the order of the marks.</param>
/// <param name="Panel">The position of the dimension whose codes are the panels; -1 where there are none.</param>
/// <param name="Before">
/// The same days of the year before the last figure, where that is part of a period; null where there is no such comparison.
/// </param>
internal sealed record ChartFigures(IReadOnlyList<FigureRow> Shown, int Panel, FigureRow? Before)
{
    /// <summary>The figures of a chart in a publication: those of its keys that exist, or the answer to its question.</summary>
    public static ChartFigures Of(Publication publication, Dataset dataset, Chart chart)
    {
        if (chart.Keys.Count > 0)
        {
            // A key that the release does not have may find another statement that covers it: that one has its own place, or none.
            return new(
                [
                    .. chart
                        .Keys.Select(key =>
                            FigureLookup.Find(publication, key, out _)?.Figure is { } figure && figure.Key == key
                                ? figure
                                : (FigureRow?)null
                        )
                        .OfType<FigureRow>(),
                ],
                -1,
                null
            );
        }

        var panel = dataset.Dimensions.ToList().FindIndex(dimension => dimension.Name == chart.By);
        IEnumerable<FigureRow> figures = ChartQuery.Of(dataset, chart.Measure, chart.Codes, chart.Frequency!.Value, chart.By);
        if (panel >= 0)
        {
            // A code above others has no panel beside theirs, so it has no place in the table or the words either.
            var dimension = dataset.Dimensions[panel];
            return new(
                [
                    .. figures
                        .Where(figure => dimension.Children(figure.CodeIndex(panel)).Count == 0)
                        .OrderBy(figure => figure.CodeIndex(panel))
                        .ThenBy(figure => figure.Period),
                ],
                panel,
                null
            );
        }

        List<FigureRow> shown = [.. chart.Kind == ChartKind.Strip ? figures.SkipWhile(figure => figure.Value is null) : figures];
        var isCompared = chart.Kind == ChartKind.Columns && shown.Count > 0 && shown[^1].Value is not null;
        return new(shown, -1, isCompared ? ChartQuery.YearBefore(publication, shown[^1]) : null);
    }

    /// <summary>Whether there is a value to draw.</summary>
    public bool HasValue => Shown.Any(figure => figure.Value is not null);

    /// <summary>The last figure where it is part of a period; null where it is whole.</summary>
    public FigureRow? Part =>
        Shown.Count > 0 && Shown[^1] is { Attributes.Covers: not null, Value: not null } last && Panel < 0 ? last : null;

    /// <summary>The figures by panel, each with the name of its code.</summary>
    public IEnumerable<IGrouping<string, FigureRow>> Panels => Shown.GroupBy(figure => figure.Code(Panel).Label, StringComparer.Ordinal);
}
