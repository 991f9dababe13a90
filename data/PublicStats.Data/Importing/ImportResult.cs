using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Vintages;

namespace PublicStats.Data.Importing;

/// <summary>What an import would change. Nothing is written until <see cref="ImportWriting.Write"/>.</summary>
/// <param name="File">The spreadsheet's name, without its folder.</param>
/// <param name="Made">The day the spreadsheet was made; null when it does not say.</param>
/// <param name="Datasets">In the requested order; empty while there is a fault.</param>
/// <param name="Sources">Sources whose day changes.</param>
/// <param name="Files">The files to write; empty when nothing changes, or while there is a fault.</param>
/// <param name="Faults">Everything that keeps it from being imported.</param>
public sealed record ImportResult(
    string File,
    DateOnly? Made,
    IReadOnlyList<DatasetImport> Datasets,
    IReadOnlyList<SourceImport> Sources,
    IReadOnlyList<ImportedFile> Files,
    IReadOnlyList<Fault> Faults
)
{
    /// <summary>What is unusual in the file, a sentence or two each: hidden rows and columns, days that are missing at the end.</summary>
    public IReadOnlyList<string> Notices { get; init; } = [];

    /// <summary>How many figures are gone, over all datasets.</summary>
    public int Removed => Datasets.Sum(dataset => dataset.Removed);
}

/// <summary>What changes in one dataset.</summary>
/// <param name="Sheet">The sheet it is read from; null for a CSV file.</param>
/// <param name="Figures">How many figures there are after.</param>
/// <param name="Changes">Figures added, revised and removed, in order of period.</param>
/// <param name="Reworded">Figures whose value stays, and whose status or note does not.</param>
/// <param name="Kept">Figures of the file that the mapping does not name. They stay as they are.</param>
/// <param name="WordsDropped">Keys of revised figures beside whose old value an editor had written a note, a quote or a source: those
/// fall away.</param>
/// <param name="WasBroken">The old file could not be read, so that every figure counts as added.</param>
public sealed record DatasetImport(
    string Dataset,
    string? Sheet,
    int Figures,
    IReadOnlyList<FigureChange> Changes,
    int Reworded,
    int Kept,
    IReadOnlyList<string> WordsDropped,
    bool WasBroken
)
{
    /// <summary>Periods that the spreadsheet passes over and figures.csv holds: their figures stay as an editor wrote them.</summary>
    public IReadOnlyList<Period> Filled { get; init; } = [];

    /// <summary>How many figures are new.</summary>
    public int Added => ChangeCounts.Of(Changes).Added;

    /// <summary>How many figures have another value.</summary>
    public int Revised => ChangeCounts.Of(Changes).Revised;

    /// <summary>How many figures are gone.</summary>
    public int Removed => ChangeCounts.Of(Changes).Removed;

    /// <summary>How many figures have the same value as before.</summary>
    public int Unchanged => Figures - Added - Revised;

    /// <summary>The first and last period with a new figure; null when there is none.</summary>
    public (Period First, Period Last, int Count)? PeriodsAdded => Span(ChangeKind.Added);

    /// <summary>The first and last period of which a figure is gone; null when there is none.</summary>
    public (Period First, Period Last, int Count)? PeriodsRemoved => Span(ChangeKind.Removed);

    /// <summary>
    /// The revised figures, those that moved most first. Those without a difference, such as "not available" before, come last.
    /// </summary>
    public IReadOnlyList<FigureChange> Movers =>
        [
            .. Changes
                .Where(change => change.Kind == ChangeKind.Revised)
                .OrderByDescending(change => change.Difference is { } difference ? Math.Abs(difference) : -1)
                .ThenBy(change => change.Key, StringComparer.Ordinal),
        ];

    private (Period, Period, int)? Span(ChangeKind kind)
    {
        var periods = Changes
            .Where(change => change.Kind == kind)
            .Select(change => (change.Now ?? change.Was)!.Value.Period)
            .Distinct()
            .ToList();
        return periods.Count == 0 ? null : (periods.Min(), periods.Max(), periods.Count);
    }
}

/// <summary>A source whose day of publication changes.</summary>
public sealed record SourceImport(string Source, string Was, string Now);

/// <summary>A file to write.</summary>
/// <param name="Path">Inside the publication.</param>
/// <param name="Before">What it held when it was read; null when it was not there.</param>
/// <param name="After">What it will hold.</param>
public sealed record ImportedFile(string Path, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte> After);
