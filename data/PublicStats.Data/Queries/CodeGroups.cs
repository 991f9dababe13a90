using PublicStats.Data.Publications;
using PublicStats.Data.Tables;

namespace PublicStats.Data.Queries;

/// <summary>Which codes of a dimension a sum puts together, and the dimension that comes of it.</summary>
internal sealed class CodeGroups
{
    /// <summary>The reserved code for a sum over a whole dimension.</summary>
    public const string Total = "total";

    private readonly int[] groups;

    private CodeGroups(Dimension dimension, int[] groups, bool isSummed) => (Dimension, this.groups, IsSummed) = (dimension, groups, isSummed);

    public Dimension Dimension { get; }

    /// <summary>Whether codes are added together.</summary>
    public bool IsSummed { get; }

    public int GroupOf(int code) => groups[code];

    public static CodeGroups Of(FigureTable table, int at, FigureQuery query)
    {
        var dimension = table.Dimensions[at];
        var asked = query.Codes[at];
        if (query.By is null || query.By.Contains(dimension.Name))
        {
            return Kept(table, at, dimension, query.By is null ? null : asked);
        }

        var (name, label) = asked is null
            ? (Total, "Total")
            : (string.Join('+', asked.Select(each => dimension.Codes[each].Name)), string.Join(" and ", asked.Select(each => dimension.Codes[each].Label)));
        return new(new(dimension.Name, dimension.Label, [new(name, label, null, null, [])]), new int[dimension.Codes.Count], true);
    }

    // A code asked for that has no figures itself is the sum of those below it.
    private static CodeGroups Kept(FigureTable table, int at, Dimension dimension, IReadOnlyList<int>? asked)
    {
        var present = table.SeriesCodes[at].ToHashSet();
        int[] groups = [.. Enumerable.Range(0, dimension.Codes.Count)];
        foreach (var code in asked?.Where(each => !present.Contains((ushort)each)) ?? [])
        {
            for (var below = 0; below < groups.Length; below++)
            {
                groups[below] = dimension.IsAbove(code, below) ? code : groups[below];
            }
        }

        return new(dimension, groups, false);
    }
}
