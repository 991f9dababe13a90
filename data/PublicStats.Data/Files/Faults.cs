namespace PublicStats.Data.Files;

/// <summary>Collects faults, so that an editor sees all of them at once.</summary>
public sealed class Faults
{
    /// <summary>The most kinds of faults listed for one file, or for one sheet and the dataset it is read for.</summary>
    public const int MostPerSection = 50;

    /// <summary>The most faults of one kind in one column that are listed one by one. More than these become a single fault with their
    /// number.</summary>
    public const int AlikeShown = 3;

    private readonly List<AlikeFaults> found = [];
    private readonly Dictionary<string, int> perSection = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Section, string Column, string Cure), AlikeFaults> alike = [];

    /// <summary>
    /// Everything found: first in the files of the publication, by file and line, then everything else in the order in which it was added.
    /// </summary>
    public IReadOnlyList<Fault> All =>
        [
            .. found
                .SelectMany(group => group.Listed)
                .OrderBy(fault => fault.Place is FilePlace ? 0 : 1)
                .ThenBy(fault => (fault.Place as FilePlace)?.File, StringComparer.Ordinal)
                .ThenBy(fault => (fault.Place as FilePlace)?.Line),
        ];

    /// <summary>How many faults were added, listed or not.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a fault in a file of the publication.</summary>
    public void Add(string file, int line, string column, string problem, string cure) =>
        Add(new(new FilePlace(file, line, column), problem, cure));

    /// <summary>Adds a fault in a file of the publication.</summary>
    public void Add(string file, int line, string column, Reason reason) => Add(new(new FilePlace(file, line, column), reason));

    /// <summary>Adds a fault in what somebody gave to an act on releases.</summary>
    /// <param name="path">As in <see cref="ArgumentPlace"/>.</param>
    internal void AddArgument(string path, string name, string problem, string cure, params IReadOnlyList<Advice> advice) =>
        Add(new(new ArgumentPlace(path, name), problem, cure) { Advice = advice });

    /// <summary>Adds a fault in what somebody gave to an act on releases.</summary>
    /// <param name="path">As in <see cref="ArgumentPlace"/>.</param>
    internal void AddArgument(string path, string name, Reason reason) => Add(new(new ArgumentPlace(path, name), reason));

    /// <summary>Adds a fault.</summary>
    public void Add(Fault fault) => AddTo(new(fault.Cure), fault, SectionOf(fault.Place));

    /// <summary>Adds a fault that a whole column may have.</summary>
    /// <param name="columnCure">What to do when many cells of the column have it. Names the kind of fault as well.</param>
    internal void Add(Fault fault, string columnCure) => Add(fault, SectionOf(fault.Place), fault.Place.Part, columnCure);

    /// <summary>Adds a fault that a whole column may have.</summary>
    /// <param name="section">The part of the file whose faults are counted together.</param>
    /// <param name="column">The column.</param>
    internal void Add(Fault fault, string section, string column, string columnCure)
    {
        if (alike.TryGetValue((section, column, columnCure), out var group))
        {
            Count++;
            group.Add(fault);
        }
        else
        {
            AddTo(alike[(section, column, columnCure)] = new(columnCure), fault, section);
        }
    }

    /// <summary>Whether a section has so many faults that reading on would tell nothing new.</summary>
    internal bool IsFull(string section) => perSection.GetValueOrDefault(section) >= MostPerSection;

    private void AddTo(AlikeFaults group, Fault fault, string section)
    {
        Count++;
        group.Add(fault);
        var count = perSection[section] = perSection.GetValueOrDefault(section) + 1;
        if (count <= MostPerSection)
        {
            found.Add(group);
        }

        if (count == MostPerSection)
        {
            var last = new AlikeFaults("");
            last.Add(new(Whole(fault.Place, section), $"There may be more faults than these {MostPerSection}.", Again(fault.Place)));
            found.Add(last);
        }
    }

    private static string SectionOf(Place place) => place is FilePlace file ? file.File : place.Source;

    private static Place Whole(Place place, string section) =>
        place switch
        {
            FilePlace file => file with { Column = "file" },
            SheetPlace sheet => new SheetPlace(sheet.File, section),
            _ => place,
        };

    private static string Again(Place place) => place is SheetPlace ? "Mend these and import again." : "Mend these and check again.";

    /// <summary>Faults of one kind in one column, or a single fault.</summary>
    private sealed class AlikeFaults(string columnCure)
    {
        private readonly List<Fault> first = [];
        private int count;
        private Place? last;

        public IEnumerable<Fault> Listed =>
            count <= AlikeShown ? first : [first[0] with { Problem = $"{first[0].Problem} {HowMany(first[0].Place)}", Cure = columnCure }];

        public void Add(Fault fault)
        {
            (count, last) = (count + 1, fault.Place);
            if (count <= AlikeShown)
            {
                first.Add(fault);
            }
        }

        private string HowMany(Place place) =>
            (place, last) switch
            {
                (SheetPlace from, SheetPlace to) => $"{count:#,##0} cells of the column are like it, {from.Cell} to {to.Cell}.",
                (_, FilePlace to) => $"The column has {count:#,##0} such cells, down to line {to.Line}.",
                _ => $"There are {count:#,##0} such faults.",
            };
    }
}
