using PublicStats.Data.Files;

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
    private readonly List<ImportFault> found = [];
    private readonly Dictionary<string, int> perSheet = new(StringComparer.Ordinal);

    public IReadOnlyList<ImportFault> All => found;

    public int Count => found.Count;

    /// <summary>A fault of the spreadsheet. A sheet that is wrong in every row is told of <see cref="Faults.MostPerFile"/> times.</summary>
    public void Add(string sheet, string place, string problem, string cure)
    {
        var count = perSheet[sheet] = perSheet.GetValueOrDefault(sheet) + 1;
        if (count <= Faults.MostPerFile)
        {
            found.Add(new(spreadsheet, place, problem, cure));
        }

        if (count == Faults.MostPerFile)
        {
            found.Add(new(spreadsheet, sheet, $"There may be more faults than these {Faults.MostPerFile}.", "Mend these and import again."));
        }
    }

    /// <summary>Whether so much is wrong with a sheet that reading on would tell nothing new.</summary>
    public bool IsFull(string sheet) => perSheet.GetValueOrDefault(sheet) >= Faults.MostPerFile;

    /// <summary>Faults of the publication's own files.</summary>
    public void Add(Faults faults)
    {
        foreach (var fault in faults.All)
        {
            found.Add(new($"{fault.File}:{Math.Max(fault.Line, 1)}", fault.Column, fault.Problem, fault.Cure));
        }
    }
}
