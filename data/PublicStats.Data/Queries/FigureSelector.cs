using PublicStats.Data.Periods;
using PublicStats.Data.Publications;
using PublicStats.Data.Tables;

namespace PublicStats.Data.Queries;

/// <summary>Answers questions to a dataset.</summary>
public static class FigureSelector
{
    /// <summary>The figures that answer a question.</summary>
    /// <returns>Null, with the reason, when it asks for a sum that would not be true.</returns>
    public static Selection? Select(Dataset dataset, FigureQuery query, out QueryFault? fault)
    {
        fault = null;
        var table = dataset.Figures;
        if (query.Sums)
        {
            query = query is { KeepsPeriod: false, LastPeriods: { } latest } ? OfLast(table, query, latest) : query;
            var sum = new Summing(dataset, query).Sum(out fault);
            if (sum is null)
            {
                return null;
            }

            table = sum;
        }

        var rows = query.Sums ? table.ByPeriod : Filter.Of(table, query).Rows();
        rows = query.LastPeriods is { } last ? Last(table, rows, last) : rows;
        rows = query.Sort.Count == 0 ? rows : Sorted(table, rows, query.Sort);
        var from = Math.Min(query.Offset, rows.Length);
        var count = Math.Min(query.Limit, rows.Length - from);
        return new(table, new(rows, from, count), rows.Length, from + count < rows.Length ? from + count : null);
    }

    // A sum of the last twelve is the sum of those twelve: they are picked before it is made.
    private static FigureQuery OfLast(FigureTable table, FigureQuery query, int count)
    {
        var periods = Last(table, Filter.Of(table, query).Rows(), count).Select(each => table[each].Period).Distinct();
        return query with { LastPeriods = null, Ranges = [.. periods.Select(each => new PeriodRange(each.First, each.Last))] };
    }

    private static int[] Last(FigureTable table, int[] rows, int count)
    {
        var at = rows.Length;
        for (var period = -1; at > 0; at--)
        {
            var each = table.PeriodIndexOf(rows[at - 1]);
            if (each != period && count-- == 0)
            {
                break;
            }

            period = each;
        }

        return rows[at..];
    }

    private static int[] Sorted(FigureTable table, int[] rows, IReadOnlyList<SortKey> keys)
    {
        // Ties stay in the order of an answer without sort.
        var place = new Dictionary<int, int>(rows.Length);
        for (var i = 0; i < rows.Length; i++)
        {
            place[rows[i]] = i;
        }

        var sorted = (int[])rows.Clone();
        Array.Sort(sorted, (one, other) =>
        {
            foreach (var key in keys)
            {
                var order = Compare(table, key, one, other);
                if (order != 0)
                {
                    return order;
                }
            }

            return place[one].CompareTo(place[other]);
        });
        return sorted;
    }

    private static int Compare(FigureTable table, SortKey key, int one, int other)
    {
        var (a, b) = (table[one], table[other]);
        if (key.Name == "value" && (a.Value is null || b.Value is null))
        {
            // What has no value comes last either way.
            return (a.Value is null).CompareTo(b.Value is null);
        }

        var order = key.Name switch
        {
            "period" => a.Period.CompareTo(b.Period),
            "value" => a.Value!.Value.CompareTo(b.Value!.Value),
            "measure" => a.MeasureIndex.CompareTo(b.MeasureIndex),
            var name => Code(table, a, name).CompareTo(Code(table, b, name)),
        };
        return key.Descending ? -order : order;
    }

    private static int Code(FigureTable table, FigureRow row, string name)
    {
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            if (table.Dimensions[dimension].Name == name)
            {
                return row.CodeIndex(dimension);
            }
        }

        return 0;
    }
}
