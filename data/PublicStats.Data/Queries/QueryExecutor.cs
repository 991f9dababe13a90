using System.Diagnostics.CodeAnalysis;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;

namespace PublicStats.Data.Queries;

/// <summary>Answers questions to a dataset.</summary>
public static class QueryExecutor
{
    /// <summary>The figures that answer a question.</summary>
    /// <returns>False, with the reason, when it asks for a sum that would not be true.</returns>
    public static bool TrySelect(
        Dataset dataset,
        FigureQuery query,
        [NotNullWhen(true)] out Selection? selection,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        (selection, fault) = (null, null);
        var table = dataset.Figures;
        query = SummingCodes(table, query);
        string? note = null;
        if (query.Sums)
        {
            fault = SumRefusal.Of(dataset, query);
            if (fault is not null)
            {
                return false;
            }

            if (query is { KeepsPeriod: false, LastPeriods: { } latest })
            {
                query = OfLast(dataset, query, latest, out note);
            }

            if (!new Aggregation(dataset, query).TrySum(out var sums, out fault))
            {
                return false;
            }

            table = sums;
        }

        var rows = query.Sums ? table.ByPeriod : Filter.Of(table, query).Rows();
        if (query.LastPeriods is { } count)
        {
            var last = LastPeriods.Of(table, rows, count);
            note = LastPeriods.Note(dataset, table, rows, last);
            rows = last;
        }

        rows = query.Sort.Count == 0 ? rows : RowOrder.Sorted(table, rows, query.Sort);
        var from = Math.Min(query.Offset, rows.Length);
        var size = Math.Min(query.Limit, rows.Length - from);
        selection = new(table, new(rows, from, size), rows.Length, from + size < rows.Length ? from + size : null, note);
        return true;
    }

    // A code without figures of its own is a sum of the codes below it. Where nothing else is to be summed, every dimension is kept.
    private static FigureQuery SummingCodes(FigureTable table, FigureQuery query)
    {
        for (var dimension = 0; !query.Sums && dimension < table.Dimensions.Count; dimension++)
        {
            if (CodeSelection.Of(table, dimension, query.Codes[dimension]).Summed is [var code, ..])
            {
                var (name, codes) = (table.Dimensions[dimension].Name, table.Dimensions[dimension].Codes);
                return query with
                {
                    GroupBy = table.Dimensions.Select(kept => kept.Name).Append("period").ToHashSet(StringComparer.Ordinal),
                    SumAskedBy = new(name, codes[code].Name),
                };
            }
        }

        return query;
    }

    // A sum of the last twelve is the sum of those twelve: they are picked before it is made.
    private static FigureQuery OfLast(Dataset dataset, FigureQuery query, int count, out string? note)
    {
        var table = dataset.Figures;
        var rows = Filter.Of(table, query).Rows();
        var last = LastPeriods.Of(table, rows, count);
        note = LastPeriods.Note(dataset, table, rows, last);
        return query with { LastPeriods = null, Periods = last.Select(row => table[row].Period).ToHashSet() };
    }
}
