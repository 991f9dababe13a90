namespace PublicStats.Data.Figures;

/// <summary>What figures are broken down by, with its codes in their published order.</summary>
public sealed class Dimension
{
    private readonly Dictionary<string, int> index = new(StringComparer.Ordinal);
    private readonly int[] parents;
    private readonly int[][] children;

    /// <summary>A dimension with valid codes: each once, parents and members among them, no code above itself.</summary>
    public Dimension(string name, string label, IReadOnlyList<Code> codes)
    {
        Name = name;
        Label = label;
        Codes = codes;
        for (var i = 0; i < codes.Count; i++)
        {
            index.Add(codes[i].Name, i);
        }

        parents = [.. codes.Select(code => code.Parent is { } parent ? index[parent] : -1)];
        var below = Enumerable.Range(0, codes.Count).ToLookup(code => parents[code]);
        children = [.. Enumerable.Range(0, codes.Count).Select(code => below[code].ToArray())];
    }

    /// <summary>The column's name, such as <c>platform</c>.</summary>
    public string Name { get; }

    /// <summary>The name as readers see it.</summary>
    public string Label { get; }

    /// <summary>In their published order.</summary>
    public IReadOnlyList<Code> Codes { get; }

    /// <summary>The position of a code in <see cref="Codes"/>; -1 when there is none of that name.</summary>
    public int IndexOf(string code) => index.GetValueOrDefault(code, -1);

    /// <summary>The same, from characters of a file.</summary>
    public int IndexOf(ReadOnlySpan<char> code) =>
        index.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(code, out var found) ? found : -1;

    /// <summary>The position of a code's parent; -1 at the top.</summary>
    public int Parent(int code) => parents[code];

    /// <summary>The positions of the codes directly below one.</summary>
    public IReadOnlyList<int> Children(int code) => children[code];

    /// <summary>Whether one code lies above another, at any depth.</summary>
    public bool IsAbove(int ancestor, int code)
    {
        for (var at = parents[code]; at >= 0; at = parents[at])
        {
            if (at == ancestor)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>One value of a dimension.</summary>
/// <param name="Name">Its label in lower-case ASCII with hyphens, such as <c>south-asia</c>.</param>
/// <param name="Label">As readers see it.</param>
/// <param name="Parent">The code it is a part of; null at the top.</param>
/// <param name="Description">What belongs to it; null when the label says it.</param>
/// <param name="Phrase">How a sentence names it, such as "from The Gambia"; null where the dimension's own phrase does.</param>
/// <param name="Members">The codes that a publisher names together: a set has no figures of its parts. Empty for a code that is no
/// set.</param>
public sealed record Code(
    string Name,
    string Label,
    string? Parent,
    string? Description,
    IReadOnlyList<string> Members,
    string? Phrase = null
);
