using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>The query of a chart: one that the API answers too.</summary>
internal static class ChartQuery
{
    /// <summary>The figures; none when the query is refused, such as a sum of shares.</summary>
    public static IReadOnlyList<FigureRow> Of(
        Dataset dataset,
        string measure,
        IReadOnlyDictionary<string, string> codes,
        Frequency frequency,
        string? by = null
    )
    {
        IReadOnlyList<int>?[] asked =
        [
            .. dataset.Dimensions.Select(dimension =>
                codes.TryGetValue(dimension.Name, out var code) ? new[] { dimension.IndexOf(code) } : null
            ),
        ];
        var keep = new HashSet<string>(StringComparer.Ordinal) { "period" };
        if (by is not null)
        {
            keep.Add(by);
        }

        var query = new FigureQuery(asked)
        {
            Measures = [dataset.MeasureIndex(measure)],
            Frequency = frequency == dataset.About.Structure.Frequency ? null : frequency,
            GroupBy = keep,
        };
        return QueryExecutor.TrySelect(dataset, query, out var selection, out _)
            ? [.. selection.Rows.Select(row => selection.Table[row])]
            : [];
    }

    /// <summary>The figure of the same days in the year before a part of a period; null when there is none, or it has no value.</summary>
    public static FigureRow? YearBefore(Publication publication, FigureRow part)
    {
        if (part.Attributes.Covers is not { } covers || covers.First != part.Period.First)
        {
            return null;
        }

        var before = Period.Spanning(covers.First.AddYears(-1), covers.Last.AddYears(-1));
        var key = FigureKey.Parse(part.Key) with { Period = before.Code };
        return FigureLookup.Find(publication, key.ToString())?.Figure is { Value: not null } figure ? figure : null;
    }
}
