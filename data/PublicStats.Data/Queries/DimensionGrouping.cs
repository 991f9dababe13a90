using PublicStats.Data.Figures;

namespace PublicStats.Data.Queries;

/// <summary>Which codes of a dimension a sum puts together, and the dimension that comes of it.</summary>
internal sealed class DimensionGrouping
{
    /// <summary>The reserved code for a sum over a whole dimension.</summary>
    public const string Total = "total";

    private static readonly int[] One = [0];

    private readonly CodeSelection? kept;

    private DimensionGrouping(Dimension dimension, CodeSelection? kept) => (Dimension, this.kept) = (dimension, kept);

    /// <summary>The dimension of the answer.</summary>
    public Dimension Dimension { get; }

    /// <summary>Whether the whole dimension is summed into one code.</summary>
    public bool IsSummed => kept is null;

    public static DimensionGrouping Of(FigureTable table, int at, FigureQuery query)
    {
        var dimension = table.Dimensions[at];
        var asked = query.Codes[at];
        return query.GroupBy is null || query.GroupBy.Contains(dimension.Name)
            ? new(dimension, CodeSelection.Of(table, at, asked))
            : new(new(dimension.Name, dimension.Label, [Together(dimension, asked)]), null);
    }

    /// <summary>The positions in <see cref="Dimension"/> that the figures of a code belong to.</summary>
    public int[] RowsOf(int code) => kept is null ? One : kept.RowsOf(code);

    private static Code Together(Dimension dimension, IReadOnlyList<int>? asked) =>
        asked switch
        {
            null => new(Total, "Total", null, null, []),
            [var one] => dimension.Codes[one] with { Parent = null },
            _ => new(
                string.Join('+', asked.Select(code => dimension.Codes[code].Name)),
                string.Join(" and ", asked.Select(code => dimension.Codes[code].Label)),
                null,
                null,
                []
            ),
        };
}
