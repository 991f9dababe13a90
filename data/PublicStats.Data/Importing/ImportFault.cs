using PublicStats.Data.Files;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>Something that keeps a spreadsheet from being imported.</summary>
/// <param name="File">The spreadsheet's name, or a file of the publication with its line.</param>
/// <param name="Place">The sheet and cell, such as SB_01!C17, or the part at fault.</param>
/// <param name="Problem">One sentence.</param>
/// <param name="Cure">What to do.</param>
public sealed record ImportFault(string File, string Place, string Problem, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() => $"{File}: {Place}: {Problem} {Cure}";
}

/// <summary>Collects the faults of one import in the order in which they are met.</summary>
internal sealed class ImportFaults(string spreadsheet)
{
    private const string FileIsChanged = " If somebody opened the file and saved it, download it again from the publisher.";

    private readonly List<FaultGroup> found = [];
    private readonly Dictionary<(string Sheet, int Column, string Cure), FaultGroup> byColumn = [];
    private readonly Dictionary<string, int> perSheet = new(StringComparer.Ordinal);

    /// <summary>Every fault. Those that many cells of a column have in the same way are one fault with their number.</summary>
    public IReadOnlyList<ImportFault> All => [.. found.SelectMany(group => group.Listed)];

    public int Count { get; private set; }

    /// <summary>A fault of the whole spreadsheet, or of a part of it.</summary>
    public void Add(string place, string problem, string cure) => Add(new FaultGroup(), new(spreadsheet, place, problem, cure), "");

    /// <summary>A fault of a cell.</summary>
    /// <param name="group">The sheet and the dataset it is read for. At most <see cref="Faults.MostPerFile"/> different faults of it are
    /// listed.</param>
    /// <param name="sheet">The sheet's name with an exclamation mark; empty for a CSV file.</param>
    public void Add(string group, string sheet, int column, int row, string problem, string cure)
    {
        var cell = CellAddress.Of(column, row);
        var fault = new ImportFault(spreadsheet, sheet + cell, problem, cure);
        if (byColumn.TryGetValue((group, column, cure), out var alike))
        {
            Count++;
            alike.Add(fault, cell);
            return;
        }

        var count = perSheet[group] = perSheet.GetValueOrDefault(group) + 1;
        if (count <= Faults.MostPerFile)
        {
            byColumn[(group, column, cure)] = new();
            Add(byColumn[(group, column, cure)], fault, cell);
        }

        if (count == Faults.MostPerFile)
        {
            Add(group, $"There may be more faults than these {Faults.MostPerFile}.", "Mend these and import again.");
        }
    }

    /// <summary>Whether so much is wrong with a sheet that reading on would tell nothing new.</summary>
    public bool IsFull(string sheet) => perSheet.GetValueOrDefault(sheet) >= Faults.MostPerFile;

    /// <summary>Faults of the publication's own files.</summary>
    public void Add(Faults faults)
    {
        foreach (var fault in faults.All)
        {
            Add(new FaultGroup(), new($"{fault.File}:{Math.Max(fault.Line, 1)}", fault.Column, fault.Problem, fault.Cure), "");
        }
    }

    private void Add(FaultGroup group, ImportFault fault, string cell)
    {
        Count++;
        found.Add(group);
        group.Add(fault, cell);
    }

    /// <summary>Faults of one kind in one column; or a single fault.</summary>
    private sealed class FaultGroup
    {
        private readonly List<ImportFault> first = [];
        private string firstCell = "";
        private string lastCell = "";
        private int count;

        public IEnumerable<ImportFault> Listed =>
            count <= Faults.AlikeShown
                ? first
                :
                [
                    first[0] with
                    {
                        Problem = $"{first[0].Problem} {count:#,##0} cells of the column are like it, {firstCell} to {lastCell}.",
                        Cure = first[0].Cure + FileIsChanged,
                    },
                ];

        public void Add(ImportFault fault, string cell)
        {
            firstCell = count == 0 ? cell : firstCell;
            (count, lastCell) = (count + 1, cell);
            if (first.Count < Faults.AlikeShown)
            {
                first.Add(fault);
            }
        }
    }
}
