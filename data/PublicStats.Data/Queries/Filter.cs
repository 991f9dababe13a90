using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>Which series and periods of a table a question is about.</summary>
internal sealed class Filter
{
    private readonly FigureTable table;
    private readonly bool[]? periods;
    private readonly bool[]? series;

    private Filter(FigureTable table, bool[]? series, bool[]? periods) =>
        (this.table, this.series, this.periods) = (table, series, periods);

    /// <summary>The filter of a question. What a code means is explained at <see cref="CodeSelection"/>.</summary>
    public static Filter Of(FigureTable table, FigureQuery query)
    {
        bool[]? series = null;
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            if (query.Codes[dimension] is { } asked)
            {
                var selection = CodeSelection.Of(table, dimension, asked);
                var count = table.Dimensions[dimension].Codes.Count;
                Keep(ref series, table.SeriesCodes[dimension], [.. Enumerable.Range(0, count).Select(selection.Has)]);
            }
        }

        if (query.Measures is { } measures)
        {
            Keep(ref series, table.SeriesMeasure, [.. Enumerable.Range(0, table.Measures.Count).Select(measures.Contains)]);
        }

        return new(table, series, query.Ranges.Count == 0 && query.Periods is null ? null : WantedPeriods(table, query));
    }

    public bool HasSeries(int at) => series is null || series[at];

    public bool HasPeriod(int at) => periods is null || periods[at];

    /// <summary>The matching rows in the order of an answer: by period, then by series.</summary>
    public int[] Rows()
    {
        if (series is null && periods is null)
        {
            return table.ByPeriod;
        }

        var (first, end) = Span();
        var (count, matching) = (0, new List<(int From, int To)>());
        for (var at = 0; at < table.SeriesCount; at++)
        {
            if (HasSeries(at))
            {
                var run = table.RowsOf(at, first, end);
                count += run.To - run.From;
                if (run.To > run.From)
                {
                    matching.Add(run);
                }
            }
        }

        return count > table.Count / 8 ? Scan(first, end) : Gather(matching, count);
    }

    private int[] Scan(int first, int end)
    {
        var rows = new List<int>();
        for (var period = first; period < end; period++)
        {
            for (var at = table.PeriodStart[period]; HasPeriod(period) && at < table.PeriodStart[period + 1]; at++)
            {
                if (HasSeries(table.RowSeries[table.ByPeriod[at]]))
                {
                    rows.Add(table.ByPeriod[at]);
                }
            }
        }

        return [.. rows];
    }

    private int[] Gather(List<(int From, int To)> runs, int count)
    {
        var rows = new int[count];
        var keys = new long[count];
        var next = 0;
        foreach (var (from, to) in runs)
        {
            for (var row = from; row < to; row++)
            {
                if (HasPeriod(table.PeriodIndexOf(row)))
                {
                    (rows[next], keys[next]) = (row, ((long)table.PeriodIndexOf(row) << 32) | (uint)table.RowSeries[row]);
                    next++;
                }
            }
        }

        Array.Sort(keys, rows, 0, next);
        return next == count ? rows : rows[..next];
    }

    private (int First, int End) Span() =>
        periods is null ? (0, table.Periods.Count) : (Math.Max(0, Array.IndexOf(periods, true)), Array.LastIndexOf(periods, true) + 1);

    private static void Keep(ref bool[]? series, int[] column, bool[] wanted)
    {
        series ??= Filled(column.Length);
        for (var at = 0; at < column.Length; at++)
        {
            series[at] &= wanted[column[at]];
        }
    }

    private static bool[] Filled(int length)
    {
        var all = new bool[length];
        Array.Fill(all, true);
        return all;
    }

    private static bool[] WantedPeriods(FigureTable table, FigureQuery query)
    {
        var ranges = PeriodRange.Union(query.Ranges);
        return
        [
            .. table.Periods.Select(period =>
                (query.Ranges.Count == 0 || ranges.Any(range => range.Contains(period))) && query.Periods?.Contains(period) != false
            ),
        ];
    }
}
