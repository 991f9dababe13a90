using System.Collections;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Figures;

/// <summary>
/// A dataset's figures in columns: a series for each combination of codes and measure, its figures in order of period.
/// As a list, it has the figures series by series. It never changes once built, so every request reads it without a lock.
/// </summary>
public sealed class FigureTable : IReadOnlyList<FigureRow>
{
    private readonly int[] rowPeriod;
    private readonly long[] seriesKeys;
    private readonly long[] strides;
    private readonly bool[][] codesWithFigures;

    internal FigureTable(
        string dataset,
        IReadOnlyList<Dimension> dimensions,
        IReadOnlyList<Measure> measures,
        Period[] periods,
        SeriesIndex series,
        FigureColumns columns
    )
    {
        (Dataset, Dimensions, Measures, Periods, Columns) = (dataset, dimensions, measures, periods, columns);
        (seriesKeys, strides, SeriesStart, rowPeriod) = (series.Keys, series.Strides, series.Start, columns.Period);
        SeriesCodes = [.. dimensions.Select(_ => new int[seriesKeys.Length])];
        SeriesMeasure = new int[seriesKeys.Length];
        codesWithFigures = [.. dimensions.Select(dimension => new bool[dimension.Codes.Count])];
        for (var at = 0; at < seriesKeys.Length; at++)
        {
            var rest = seriesKeys[at];
            for (var dimension = 0; dimension < dimensions.Count; dimension++)
            {
                (var code, rest) = Math.DivRem(rest, strides[dimension]);
                SeriesCodes[dimension][at] = (int)code;
                codesWithFigures[dimension][code] = true;
            }

            SeriesMeasure[at] = (int)rest;
        }

        (ByPeriod, PeriodStart, RowSeries) = Transpose();
    }

    /// <summary>The name that begins every key.</summary>
    public string Dataset { get; }

    /// <summary>In the order of the key.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>In their published order.</summary>
    public IReadOnlyList<Measure> Measures { get; }

    /// <summary>Every period that a figure has, in order, each once.</summary>
    public IReadOnlyList<Period> Periods { get; }

    /// <summary>How many figures there are.</summary>
    public int Count => rowPeriod.Length;

    /// <summary>How many combinations of codes and measure have a figure.</summary>
    public int SeriesCount => seriesKeys.Length;

    /// <summary>Everything of the figures but their codes and measures.</summary>
    internal FigureColumns Columns { get; }

    /// <summary>The code of each series, dimension by dimension, as a position in the dimension's codes.</summary>
    internal int[][] SeriesCodes { get; }

    /// <summary>The measure of each series.</summary>
    internal int[] SeriesMeasure { get; }

    /// <summary>The first row of each series; one more entry ends the last.</summary>
    internal int[] SeriesStart { get; }

    /// <summary>The series of each row.</summary>
    internal int[] RowSeries { get; }

    /// <summary>Every row in the order of an answer: by period, then by series.</summary>
    internal int[] ByPeriod { get; }

    /// <summary>Where each period starts in <see cref="ByPeriod"/>; one more entry ends the last.</summary>
    internal int[] PeriodStart { get; }

    /// <summary>The figure on a row, 0 to <see cref="Count"/> less one.</summary>
    public FigureRow this[int row] => new(this, row);

    /// <summary>The row of a figure; -1 when it has none.</summary>
    /// <param name="codes">A position for each dimension.</param>
    /// <param name="measure">A position among the measures.</param>
    /// <param name="period">Exactly this period: nothing is summed.</param>
    public int Find(ReadOnlySpan<int> codes, int measure, Period period)
    {
        var series = FindSeries(codes, measure);
        var at = Array.BinarySearch((Period[])Periods, period);
        if (series < 0 || at < 0)
        {
            return -1;
        }

        var row = Array.BinarySearch(rowPeriod, SeriesStart[series], SeriesStart[series + 1] - SeriesStart[series], at);
        return row < 0 ? -1 : row;
    }

    /// <summary>Whether any figure has this code itself.</summary>
    internal bool HasCode(int dimension, int code) => codesWithFigures[dimension][code];

    /// <summary>The series of these codes and measure; below zero when it has no figure.</summary>
    internal int FindSeries(ReadOnlySpan<int> codes, int measure)
    {
        long key = measure;
        for (var dimension = 0; dimension < codes.Length; dimension++)
        {
            key += codes[dimension] * strides[dimension];
        }

        return Array.BinarySearch(seriesKeys, key);
    }

    /// <summary>The rows of a series whose periods lie between two positions, as a first row and one past the last.</summary>
    internal (int From, int To) RowsOf(int series, int firstPeriod, int endPeriod) =>
        (LowerBound(series, firstPeriod), LowerBound(series, endPeriod));

    /// <summary>The figures, in order of period and, within one, of series: the order of an answer.</summary>
    public IEnumerable<FigureRow> InOrderOfPeriod => ByPeriod.Select(row => this[row]);

    /// <summary>The figures, series by series. No memory is allocated for a <c>foreach</c>.</summary>
    public Enumerator GetEnumerator() => new(this);

    IEnumerator<FigureRow> IEnumerable<FigureRow>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The position of a row's period in <see cref="Periods"/>.</summary>
    internal int PeriodIndexOf(int row) => rowPeriod[row];

    private int LowerBound(int series, int period)
    {
        var (low, high) = (SeriesStart[series], SeriesStart[series + 1]);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            (low, high) = rowPeriod[middle] < period ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private (int[] ByPeriod, int[] PeriodStart, int[] RowSeries) Transpose()
    {
        var start = new int[Periods.Count + 1];
        foreach (var period in rowPeriod)
        {
            start[period + 1]++;
        }

        for (var period = 0; period < Periods.Count; period++)
        {
            start[period + 1] += start[period];
        }

        var next = start.AsSpan(0, Periods.Count).ToArray();
        var byPeriod = new int[rowPeriod.Length];
        var rowSeries = new int[rowPeriod.Length];
        for (var series = 0; series < seriesKeys.Length; series++)
        {
            for (var row = SeriesStart[series]; row < SeriesStart[series + 1]; row++)
            {
                byPeriod[next[rowPeriod[row]]++] = row;
                rowSeries[row] = series;
            }
        }

        return (byPeriod, start, rowSeries);
    }

    /// <summary>Goes through the figures of a table, row by row.</summary>
    public struct Enumerator(FigureTable table) : IEnumerator<FigureRow>
    {
        private int row = -1;

        /// <inheritdoc/>
        public readonly FigureRow Current => table[row];

        readonly object IEnumerator.Current => Current;

        /// <inheritdoc/>
        public bool MoveNext() => ++row < table.Count;

        /// <inheritdoc/>
        public void Reset() => row = -1;

        /// <inheritdoc/>
        public readonly void Dispose() { }
    }
}
