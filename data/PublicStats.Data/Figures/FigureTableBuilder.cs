using PublicStats.Data.Periods;

namespace PublicStats.Data.Figures;

/// <summary>Gathers figures in any order, and orders them once.</summary>
public sealed class FigureTableBuilder
{
    private readonly string dataset;
    private readonly IReadOnlyList<Dimension> dimensions;
    private readonly IReadOnlyList<Measure> measures;
    private readonly long[] strides;
    private readonly Dictionary<long, int> seriesByKey = [];
    private readonly Dictionary<Period, int> periodIndex = [];
    private readonly List<long> keys = [];
    private readonly List<Period> periods = [];
    private readonly List<FigureAttributes> attributes = [];
    private int[] rowSeries = new int[1024];
    private int[] rowPeriod = new int[1024];
    private long[] unscaledValues = new long[1024];
    private ushort[] flags = new ushort[1024];
    private int[]? attributesAt;
    private int count;

    /// <summary>A table with these dimensions and measures; their codes together must number fewer than 2^63 combinations.</summary>
    public FigureTableBuilder(string dataset, IReadOnlyList<Dimension> dimensions, IReadOnlyList<Measure> measures)
    {
        (this.dataset, this.dimensions, this.measures) = (dataset, dimensions, measures);
        strides = new long[dimensions.Count];
        long stride = Math.Max(1, measures.Count);
        for (var dimension = dimensions.Count - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = stride;
            stride = checked(stride * Math.Max(1, dimensions[dimension].Codes.Count));
        }
    }

    /// <summary>
    /// Adds a figure. Two of the same codes, measure and period make <see cref="Build"/> throw: the reader refuses them first.
    /// </summary>
    /// <param name="codes">A position for each dimension.</param>
    public void Add(Period period, ReadOnlySpan<int> codes, int measure, StatedValue stated, FigureAttributes? attached = null)
    {
        long key = measure;
        for (var dimension = 0; dimension < codes.Length; dimension++)
        {
            key += codes[dimension] * strides[dimension];
        }

        var unscaledValue = stated.Value is { } number ? decimal.ToInt64(number * Powers[measures[measure].Decimals]) : 0;
        Add(PeriodOf(period), SeriesOf(key), unscaledValue, FigureColumns.FlagsOf(stated.Bound, stated.Status), attached);
    }

    /// <summary>The table of everything added.</summary>
    public FigureTable Build()
    {
        var periodOrder = Order(periods, out var sortedPeriods);
        var seriesOrder = Order(keys, out var sortedKeys);
        var start = new int[keys.Count + 1];
        for (var row = 0; row < count; row++)
        {
            rowSeries[row] = seriesOrder[rowSeries[row]];
            rowPeriod[row] = periodOrder[rowPeriod[row]];
            start[rowSeries[row] + 1]++;
        }

        for (var series = 0; series < keys.Count; series++)
        {
            start[series + 1] += start[series];
        }

        // Two counting sorts, period then series, are stable: each series comes out in order of period.
        var order = SortedRows(rowSeries, start, SortedRows(rowPeriod, Starts(rowPeriod, periods.Count), null));
        return new(
            dataset,
            dimensions,
            measures,
            sortedPeriods,
            new(sortedKeys, strides, start),
            new(
                Gather(rowPeriod, order),
                Gather(unscaledValues, order),
                Gather(flags, order),
                attributesAt is null ? null : Gather(attributesAt, order),
                [.. attributes]
            )
        );
    }

    /// <summary>The greatest value of a measure that a table can hold.</summary>
    internal static decimal GreatestValue(Measure measure) => long.MaxValue / Powers[measure.Decimals];

    private static readonly decimal[] Powers = [1m, 10m, 100m, 1_000m, 10_000m, 100_000m, 1_000_000m];

    private void Add(int period, int series, long unscaledValue, ushort flag, FigureAttributes? attached)
    {
        if (count == rowSeries.Length)
        {
            var size = count * 2;
            Array.Resize(ref rowSeries, size);
            Array.Resize(ref rowPeriod, size);
            Array.Resize(ref unscaledValues, size);
            Array.Resize(ref flags, size);
            GattributesAt(size);
        }

        (rowSeries[count], rowPeriod[count], unscaledValues[count], flags[count]) = (series, period, unscaledValue, flag);
        if (attached is not null && attached != FigureAttributes.None)
        {
            if (attributesAt is null)
            {
                attributesAt = new int[rowSeries.Length];
                Array.Fill(attributesAt, -1);
            }

            attributesAt[count] = attributes.Count;
            attributes.Add(attached);
        }

        count++;
    }

    private void GattributesAt(int size)
    {
        if (attributesAt is not null)
        {
            Array.Resize(ref attributesAt, size);
            Array.Fill(attributesAt, -1, count, size - count);
        }
    }

    private int PeriodOf(Period period)
    {
        if (!periodIndex.TryGetValue(period, out var at))
        {
            periodIndex.Add(period, at = periods.Count);
            periods.Add(period);
        }

        return at;
    }

    private int SeriesOf(long key)
    {
        if (!seriesByKey.TryGetValue(key, out var at))
        {
            seriesByKey.Add(key, at = keys.Count);
            keys.Add(key);
        }

        return at;
    }

    private static int[] Order<T>(List<T> items, out T[] sorted)
    {
        sorted = [.. items];
        var was = Enumerable.Range(0, items.Count).ToArray();
        Array.Sort(sorted, was);
        var now = new int[was.Length];
        for (var i = 0; i < was.Length; i++)
        {
            now[was[i]] = i;
        }

        return now;
    }

    private int[] Starts(int[] column, int values)
    {
        var start = new int[values + 1];
        for (var row = 0; row < count; row++)
        {
            start[column[row] + 1]++;
        }

        for (var value = 0; value < values; value++)
        {
            start[value + 1] += start[value];
        }

        return start;
    }

    private int[] SortedRows(int[] column, int[] start, int[]? order)
    {
        var next = (int[])start.Clone();
        var sorted = new int[count];
        for (var i = 0; i < count; i++)
        {
            var row = order is null ? i : order[i];
            sorted[next[column[row]]++] = row;
        }

        return sorted;
    }

    private static T[] Gather<T>(T[] column, int[] order)
    {
        var gathered = new T[order.Length];
        for (var i = 0; i < order.Length; i++)
        {
            gathered[i] = column[order[i]];
        }

        return gathered;
    }
}

/// <summary>A value as it was stated.</summary>
/// <param name="Value">In the measure's unit, with no more decimals than the measure has. Null when the status says why.</param>
/// <param name="Bound">How the publisher qualified it.</param>
/// <param name="Status">Why there is no value, or how sure it is.</param>
public readonly record struct StatedValue(decimal? Value, Bound Bound, FigureStatus Status);
