using PublicStats.Data.Periods;
using PublicStats.Data.Tables;

namespace PublicStats.Data.Queries;

/// <summary>Which series and periods of a table a question is about.</summary>
internal sealed class Filter
{
    private readonly FigureTable table;
    private readonly bool[]? periods;
    private readonly bool[]? series;

    private Filter(FigureTable table, bool[]? series, bool[]? periods) => (this.table, this.series, this.periods) = (table, series, periods);

    /// <summary>The filter of a question. A code stands for itself, for sets it is a member of, and, when it has no figures itself, for the codes below it.</summary>
    public static Filter Of(FigureTable table, FigureQuery query)
    {
        bool[]? series = null;
        for (var dimension = 0; dimension < table.Dimensions.Count; dimension++)
        {
            if (query.Codes[dimension] is { } asked)
            {
                Keep(ref series, table.SeriesCodes[dimension], Wanted(table, dimension, asked));
            }
        }

        if (query.Measures is { } measures)
        {
            var wanted = new bool[table.Measures.Count];
            foreach (var measure in measures)
            {
                wanted[measure] = true;
            }

            Keep(ref series, table.SeriesMeasure, wanted);
        }

        return new(table, series, query.Ranges.Count == 0 ? null : Periods(table, query.Ranges));
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

    private (int First, int End) Span() => periods is null
        ? (0, table.Periods.Count)
        : (Math.Max(0, Array.IndexOf(periods, true)), Array.LastIndexOf(periods, true) + 1);

    private static void Keep(ref bool[]? series, ushort[] column, bool[] wanted)
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

    private static bool[] Wanted(FigureTable table, int dimension, IReadOnlyList<int> asked)
    {
        var codes = table.Dimensions[dimension];
        var present = new bool[codes.Codes.Count];
        foreach (var code in table.SeriesCodes[dimension])
        {
            present[code] = true;
        }

        var wanted = new bool[codes.Codes.Count];
        foreach (var code in asked)
        {
            wanted[code] = true;
            for (var other = 0; other < wanted.Length; other++)
            {
                wanted[other] |= (!present[code] && codes.IsAbove(code, other)) || codes.Codes[other].Members.Contains(codes.Codes[code].Name);
            }
        }

        return wanted;
    }

    private static bool[] Periods(FigureTable table, IReadOnlyList<PeriodRange> ranges)
    {
        var wanted = new bool[table.Periods.Count];
        for (var at = 0; at < wanted.Length; at++)
        {
            var period = table.Periods[at];
            foreach (var range in ranges)
            {
                wanted[at] |= range.Contains(period);
            }
        }

        return wanted;
    }
}
