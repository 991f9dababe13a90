using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>A parent equals the sum of its children, where the measure may be summed and every part is known.</summary>
internal static class SumCheck
{
    public static void Check(Dataset dataset, FiguresCsvLines lines, Faults faults)
    {
        var table = dataset.Figures;
        var codes = new int[table.Dimensions.Count];
        for (var row = 0; row < table.Count; row++)
        {
            var figure = table[row];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = figure.CodeIndex(i);
            }

            for (var i = 0; i < codes.Length && figure.Measure.Additivity != Additivity.None && figure.Value is not null; i++)
            {
                var children = table.Dimensions[i].Children(codes[i]);
                if (
                    children.Count > 0
                    && Sum(dataset, [.. codes], i, children, figure.MeasureIndex, figure.Period) is { } sum
                    && sum != figure.Value
                )
                {
                    faults.Add(
                        lines.Path,
                        lines.Of(figure.Key),
                        table.Dimensions[i].Name,
                        $"{figure.Key} is {figure.Text}, and its parts make {FigureText.Number(sum, figure.Measure)}.",
                        "Mend the total or its parts."
                    );
                }
            }
        }
    }

    // Null when a part is missing or bounded: then there is nothing to check.
    private static decimal? Sum(
        Dataset dataset,
        int[] codes,
        int dimension,
        IReadOnlyList<int> children,
        int measure,
        PublicStats.Data.Periods.Period period
    )
    {
        decimal sum = 0;
        var found = 0;
        foreach (var child in children)
        {
            codes[dimension] = child;
            var row = dataset.Figures.Find(codes, measure, period);
            if (row < 0 && dataset.About.Structure.Sparse)
            {
                continue;
            }

            if (row < 0 || dataset.Figures[row] is { Value: null } or { Bound: not Bound.Exact })
            {
                return null;
            }

            found++;
            sum += dataset.Figures[row].Value!.Value;
        }

        return found == 0 ? null : sum;
    }
}
