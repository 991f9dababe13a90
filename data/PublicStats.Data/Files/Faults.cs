namespace PublicStats.Data.Files;

/// <summary>Collects faults, so that an editor sees every one of them at once.</summary>
public sealed class Faults
{
    /// <summary>A file mangled on every line is told of once, not ten thousand times.</summary>
    public const int MostPerFile = 50;

    private readonly List<Fault> found = [];
    private readonly Dictionary<string, int> perFile = new(StringComparer.Ordinal);

    /// <summary>Everything found, in the order of files and lines.</summary>
    public IReadOnlyList<Fault> All => [.. found.OrderBy(each => each.File, StringComparer.Ordinal).ThenBy(each => each.Line)];

    /// <summary>How many stand.</summary>
    public int Count => found.Count;

    /// <summary>Adds a fault with its place, problem and cure.</summary>
    public void Add(string file, int line, string column, string problem, string cure)
    {
        var count = perFile[file] = perFile.GetValueOrDefault(file) + 1;
        if (count < MostPerFile)
        {
            found.Add(new(file, line, column, problem, cure));
        }
        else if (count == MostPerFile)
        {
            found.Add(new(file, line, column, problem, cure));
            found.Add(new(file, line, "file", $"There are more faults than these {MostPerFile}.", "Mend these and check again."));
        }
    }

    /// <summary>Adds a fault whose reason holds both the problem and, after its first full stop, the cure.</summary>
    public void Add(string file, int line, string column, string reason)
    {
        var split = reason.IndexOf(". ", StringComparison.Ordinal);
        Add(file, line, column, split < 0 ? reason : reason[..(split + 1)], split < 0 ? "Mend it." : reason[(split + 2)..]);
    }
}
