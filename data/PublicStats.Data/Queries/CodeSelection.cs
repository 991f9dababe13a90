using PublicStats.Data.Figures;

namespace PublicStats.Data.Queries;

/// <summary>
/// What the codes asked for in one dimension stand for. A code stands for its own figures and for the sets it is a member of. A code
/// without figures of its own, such as a region, stands for the sum of the codes below it.
/// </summary>
internal sealed class CodeSelection
{
    private readonly int[][]? rows;

    private CodeSelection(int[][]? rows, IReadOnlyList<int> summed) => (this.rows, Summed) = (rows, summed);

    /// <summary>The requested codes that have no figures of their own and are the sum of codes below them.</summary>
    public IReadOnlyList<int> Summed { get; }

    /// <summary>The requested codes, null for all of them.</summary>
    public static CodeSelection Of(FigureTable table, int dimension, IReadOnlyList<int>? asked)
    {
        if (asked is null)
        {
            return new(null, []);
        }

        var codes = table.Dimensions[dimension];
        var isAsked = new bool[codes.Codes.Count];
        foreach (var code in asked)
        {
            isAsked[code] = true;
        }

        var summed = new SortedSet<int>();
        var rows = new int[codes.Codes.Count][];
        for (var code = 0; code < rows.Length; code++)
        {
            var own = new List<int>();
            if (isAsked[code] || codes.Codes[code].Members.Any(member => codes.IndexOf(member) is var at && at >= 0 && isAsked[at]))
            {
                own.Add(code);
            }

            for (var above = codes.Parent(code); above >= 0 && table.HasCode(dimension, code); above = codes.Parent(above))
            {
                if (isAsked[above] && !table.HasCode(dimension, above))
                {
                    own.Add(above);
                    summed.Add(above);
                }
            }

            rows[code] = [.. own];
        }

        return new(rows, [.. summed]);
    }

    /// <summary>Whether figures of a code are in the answer, alone or in a sum.</summary>
    public bool Has(int code) => rows is null || rows[code].Length > 0;

    /// <summary>
    /// The codes of the answer that the figures of a code belong to. Algeria belongs to Algeria and Africa North when both are requested.
    /// </summary>
    public int[] RowsOf(int code) => rows is null ? [code] : rows[code];
}
