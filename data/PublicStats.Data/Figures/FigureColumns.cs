namespace PublicStats.Data.Figures;

/// <summary>The figures of a table, a column for each part of a figure. Rows are ordered by series, then by period.</summary>
/// <param name="Period">The position of the period among the table's periods.</param>
/// <param name="UnscaledValue">The value times ten to the power of the measure's decimals; 0 where there is no value.</param>
/// <param name="Flags">The bound and the status: see <see cref="FlagsOf"/>.</param>
/// <param name="AttributesAt">The position of the attributes; -1 for a figure that has none. Null when no figure has any.</param>
/// <param name="Attributes">The attributes that a figure has.</param>
internal sealed record FigureColumns(int[] Period, long[] UnscaledValue, ushort[] Flags, int[]? AttributesAt, FigureAttributes[] Attributes)
{
    private const int StatusBits = 9;

    /// <summary>How many figures there are.</summary>
    public int Count => Period.Length;

    /// <summary>A bound and a status in one number.</summary>
    public static ushort FlagsOf(Bound bound, FigureStatus status) => (ushort)(((int)bound << StatusBits) | (int)status);

    /// <summary>The bound of a row.</summary>
    public Bound BoundOf(int row) => (Bound)(Flags[row] >> StatusBits);

    /// <summary>The status of a row.</summary>
    public FigureStatus StatusOf(int row) => (FigureStatus)(Flags[row] & ((1 << StatusBits) - 1));

    /// <summary>The attributes of a row.</summary>
    public FigureAttributes AttributesOf(int row) =>
        AttributesAt is null || AttributesAt[row] < 0 ? FigureAttributes.None : Attributes[AttributesAt[row]];
}

/// <summary>The combinations of codes and measure that have a figure.</summary>
/// <param name="Keys">A number for each combination, in order.</param>
/// <param name="Strides">What a code of each dimension adds to that number, for each place of the code.</param>
/// <param name="Start">The first row of each; one more entry ends the last.</param>
internal sealed record SeriesIndex(long[] Keys, long[] Strides, int[] Start);
