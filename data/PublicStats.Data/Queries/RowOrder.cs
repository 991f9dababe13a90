using PublicStats.Data.Figures;

namespace PublicStats.Data.Queries;

/// <summary>Orders the rows of an answer. What they are ordered by is read once, so that a comparison compares whole numbers.</summary>
internal static class RowOrder
{
    /// <summary>The rows in the order of the keys. Ties stay in the order they came in.</summary>
    public static int[] Sorted(FigureTable table, int[] rows, IReadOnlyList<SortKey> keys)
    {
        int[][] ranks = [.. keys.Select(key => Ranks(table, rows, key))];
        var order = new int[rows.Length];
        for (var place = 0; place < order.Length; place++)
        {
            order[place] = place;
        }

        Array.Sort(
            order,
            (one, other) =>
            {
                foreach (var rank in ranks)
                {
                    if (rank[one] != rank[other])
                    {
                        return rank[one].CompareTo(rank[other]);
                    }
                }

                return one.CompareTo(other);
            }
        );
        return [.. order.Select(place => rows[place])];
    }

    private static int[] Ranks(FigureTable table, int[] rows, SortKey key)
    {
        if (key.Name == "value")
        {
            return RanksOfValues(table, rows, key.Descending);
        }

        var series = key.Name switch
        {
            "period" => null,
            "measure" => table.SeriesMeasure,
            _ => table.SeriesCodes[table.Dimensions.ToList().FindIndex(dimension => dimension.Name == key.Name)],
        };
        var sign = key.Descending ? -1 : 1;
        return [.. rows.Select(row => sign * (series is null ? table.PeriodIndexOf(row) : series[table.RowSeries[row]]))];
    }

    private static int[] RanksOfValues(FigureTable table, int[] rows, bool descending)
    {
        decimal?[] values = [.. rows.Select(row => table[row].Value)];
        decimal[] distinct = [.. values.OfType<decimal>().Distinct().Order()];
        var sign = descending ? -1 : 1;

        // A row without a value comes last in both directions.
        return [.. values.Select(value => value is { } known ? sign * Array.BinarySearch(distinct, known) : int.MaxValue)];
    }
}
