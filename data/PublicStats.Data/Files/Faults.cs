namespace PublicStats.Data.Files;

/// <summary>Collects faults, so that an editor sees every one of them at once.</summary>
public sealed class Faults
{
    /// <summary>The most faults listed for one file, not counting those that <see cref="AlikeShown"/> collects.</summary>
    public const int MostPerFile = 50;

    /// <summary>The most faults of one kind in one column that are listed one by one. More than these become a single fault with their
    /// number.</summary>
    public const int AlikeShown = 3;

    private readonly List<Fault> found = [];
    private readonly Dictionary<string, int> perFile = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Column, string Cure), AlikeFaults> alike = [];

    /// <summary>Everything found, in the order of files and lines.</summary>
    public IReadOnlyList<Fault> All =>
        [
            .. found
                .Concat(alike.Values.SelectMany(group => group.Listed))
                .OrderBy(fault => fault.File, StringComparer.Ordinal)
                .ThenBy(fault => fault.Line),
        ];

    /// <summary>How many faults were added, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a fault with its place, problem and cure.</summary>
    public void Add(string file, int line, string column, string problem, string cure)
    {
        Count++;
        var count = perFile[file] = perFile.GetValueOrDefault(file) + 1;
        if (count <= MostPerFile)
        {
            found.Add(new(file, line, column, problem, cure));
        }

        if (count == MostPerFile)
        {
            found.Add(new(file, line, "file", $"There are more faults than these {MostPerFile}.", "Mend these and check again."));
        }
    }

    /// <summary>Adds a fault that a whole column may have.</summary>
    /// <param name="columnCure">What to do when many cells of the column have it. Names the kind of fault as well.</param>
    internal void Add(string file, int line, string column, string problem, string cure, string columnCure)
    {
        Count++;
        if (!alike.TryGetValue((file, column, columnCure), out var group))
        {
            group = alike[(file, column, columnCure)] = new(columnCure);
        }

        group.Add(new(file, line, column, problem, cure));
    }

    /// <summary>Adds a fault whose reason holds both the problem and, after its first full stop, the cure.</summary>
    public void Add(string file, int line, string column, string reason)
    {
        var (problem, cure) = Split(reason);
        Add(file, line, column, problem, cure);
    }

    /// <summary>The problem and, after its first full stop, the cure.</summary>
    internal static (string Problem, string Cure) Split(string reason)
    {
        var split = reason.IndexOf(". ", StringComparison.Ordinal);
        return split < 0 ? (reason, "Mend it.") : (reason[..(split + 1)], reason[(split + 2)..]);
    }

    /// <summary>Faults of one kind in one column of a file.</summary>
    private sealed class AlikeFaults(string columnCure)
    {
        private readonly List<Fault> first = [];
        private int count;
        private int lastLine;

        public IEnumerable<Fault> Listed =>
            count <= AlikeShown
                ? first
                :
                [
                    first[0] with
                    {
                        Problem = $"{first[0].Problem} The column has {count:#,##0} such cells, down to line {lastLine}.",
                        Cure = columnCure,
                    },
                ];

        public void Add(Fault fault)
        {
            (count, lastLine) = (count + 1, fault.Line);
            if (count <= AlikeShown)
            {
                first.Add(fault);
            }
        }
    }
}
