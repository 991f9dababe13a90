using System.Globalization;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;
using PublicStats.Data.Spreadsheets;
using PublicStats.Data.Vintages;

namespace PublicStats.Data.Importing;

/// <summary>Reads figures from a spreadsheet into datasets, all of them or none, by the mapping beside each.</summary>
public static class SpreadsheetImport
{
    private const string SourcesFile = "sources.csv";

    /// <summary>Reads the spreadsheet and works out what would change. Writes nothing.</summary>
    /// <param name="folder">The publication's folder.</param>
    /// <param name="datasets">Names of datasets that are there, each once.</param>
    /// <param name="spreadsheet">The path of an ODS, XLSX or CSV file.</param>
    /// <param name="made">The day the spreadsheet was made, where it does not say itself.</param>
    /// <exception cref="IOException">A file is not there or cannot be read.</exception>
    public static ImportResult Run(string folder, IReadOnlyList<string> datasets, string spreadsheet, DateOnly? made = null)
    {
        var name = Path.GetFileName(spreadsheet);
        var faults = new Faults();
        var path = Path.Combine(folder, SourcesFile);
        var sources = File.Exists(path) ? File.ReadAllBytes(path) : [];
        try
        {
            using var book = Spreadsheet.Open(spreadsheet);
            var targets = Targets(folder, datasets, book.IsCsv, sources, faults);
            made ??= book.Made();
            if (made is null && targets.Any(target => target.Mapping.Source is not null))
            {
                faults.Add(
                    new(
                        new ArgumentPlace(name, "made"),
                        "The file does not say on which day it was made.",
                        "Give the day it was published."
                    )
                    {
                        Advice = [new(AdvisedAct.NameDay)],
                    }
                );
            }

            if (faults.Count == 0)
            {
                var tables = Read(book, name, targets, made, faults);
                if (faults.Count == 0)
                {
                    return Compare(name, made, tables, sources, faults);
                }
            }
        }
        catch (BrokenSpreadsheetException broken)
        {
            faults.Add(new(new SheetPlace(name, "file"), broken.Message, broken.Cure));
        }

        return new(name, made, [], [], [], faults.All);
    }

    private static List<(ImportTarget Target, ImportMapping Mapping)> Targets(
        string folder,
        IReadOnlyList<string> datasets,
        bool csv,
        byte[] sourceBytes,
        Faults faults
    )
    {
        var sources = PublicationReader.Sources(new([SourcesFile], _ => new MemoryStream(sourceBytes)), faults);
        var targets = new List<(ImportTarget, ImportMapping)>();
        foreach (var dataset in datasets)
        {
            if (
                ImportTarget.Read(folder, dataset, sources, faults) is { } target
                && MappingReader.Read(folder, target.About, target.Dimensions, sources, csv, faults) is { } mapping
            )
            {
                targets.Add((target, mapping));
                Whole(target, mapping, faults);
            }
        }

        return targets;
    }

    // A file that cannot be read might hold figures that the mapping does not name. Only where there can be none is it replaced.
    private static void Whole(ImportTarget target, ImportMapping mapping, Faults faults)
    {
        if (
            target.WasBroken
            && (
                target.Dimensions.Count > 0
                || target.About.Structure.Measures.Any(measure => mapping.Figures.All(column => column.Measure != measure.Name))
            )
        )
        {
            faults.Add(
                new(
                    new FilePlace(target.Path, 1, "file"),
                    "The file has faults, and may hold figures that import.json does not name.",
                    "Check the publication, correct the file, and import again."
                )
                {
                    Advice = [new(AdvisedAct.Check)],
                }
            );
        }
    }

    private static List<SheetTable> Read(
        Spreadsheet book,
        string name,
        List<(ImportTarget Target, ImportMapping Mapping)> targets,
        DateOnly? made,
        Faults faults
    )
    {
        var there = new List<string>();
        var tables = targets
            .Select(target => new SheetTable(
                target.Target,
                target.Mapping,
                new TableRows(
                    target.Target,
                    target.Mapping,
                    name,
                    book.IsCsv ? null : target.Mapping.Sheet,
                    Published(target.Target, target.Mapping, made),
                    faults
                )
            ))
            .ToList();
        foreach (var sheet in book.Sheets())
        {
            there.Add(sheet.Name ?? "");
            var wanted = tables.Where(table => book.IsCsv || table.Mapping.Sheet == sheet.Name).Select(table => table.Rows).ToList();
            foreach (var row in wanted.Count == 0 ? [] : sheet.Rows)
            {
                wanted.ForEach(rows => rows.Add(row));
                if (wanted.All(rows => rows.IsFull))
                {
                    break;
                }
            }

            wanted.ForEach(rows => rows.End(sheet));
        }

        foreach (
            var mapping in tables
                .Select(table => table.Mapping)
                .Where(mapping => !book.IsCsv && !there.Contains(mapping.Sheet!))
                .DistinctBy(mapping => mapping.Sheet)
        )
        {
            var place = new SheetPlace(name, mapping.Sheet!);
            faults.Add(new(place, "There is no sheet of that name.", TableHeader.Sheets(mapping.Sheet!, there)));
        }

        return tables;
    }

    // A mapping that names its source sets the day of that source to the day of the file; else it is as sources.csv has it.
    private static DateOnly Published(ImportTarget target, ImportMapping mapping, DateOnly? made) =>
        mapping.Source is not null && made is { } day
            ? day
            : target.Sources.FirstOrDefault(source => source.Id == target.About.Structure.Source)?.Published.Last ?? DateOnly.MaxValue;

    private static ImportResult Compare(string name, DateOnly? made, List<SheetTable> tables, byte[] sources, Faults faults)
    {
        var datasets = new List<DatasetImport>();
        var files = new List<ImportedFile>();
        var notices = tables.SelectMany(table => table.Rows.Notices).Distinct(StringComparer.Ordinal).ToList();
        foreach (var (target, mapping, rows) in tables)
        {
            var file = new ImportedRows(target, mapping, rows.Figures, rows.Filled);
            // Read as every reader will read it: an import never makes a file that the next step refuses.
            var table = target.Table(file.Bytes, faults);
            datasets.Add(
                new(
                    target.About.Name,
                    mapping.Sheet,
                    table?.Count ?? 0,
                    FigureChanges.Between(target.WasTable, table),
                    file.Reworded,
                    file.Kept,
                    file.WordsDropped,
                    target.WasBroken
                )
                {
                    Filled = [.. rows.Filled.Order()],
                }
            );
            if (LastPeriod.Missing(target, mapping, table, made) is { } missing)
            {
                notices.Add(missing);
            }

            if (target.Was is null || !file.Bytes.AsSpan().SequenceEqual(target.Was))
            {
                files.Add(new(target.Path, Held(target.Was), file.Bytes));
                files.AddRange(target.Described(file.Columns));
            }
        }

        var days = Days(tables.Select(table => table.Mapping.Source), made, sources, files);
        return faults.Count > 0
            ? new(name, made, [], [], [], faults.All)
            : new(name, made, datasets, days, files, []) { Notices = notices };
    }

    // A plain null would become an empty file on its way through ReadOnlyMemory: no file is not an empty one.
    private static ReadOnlyMemory<byte>? Held(byte[]? bytes) => bytes is null ? default(ReadOnlyMemory<byte>?) : bytes;

    private static List<SourceImport> Days(IEnumerable<string?> named, DateOnly? made, byte[] sources, List<ImportedFile> files)
    {
        var day = made?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var changed = new List<SourceImport>();
        CsvEditor? table = null;
        foreach (var source in named.OfType<string>().Distinct())
        {
            table ??= new(new([SourcesFile], _ => new MemoryStream(sources)), SourcesFile, []);
            var row = Enumerable.Range(0, table.Count).First(index => table[index, "source"] == source);
            var was = table[row, "published"];
            if (was != day)
            {
                table[row, "published"] = day!;
                changed.Add(new(source, was, day!));
            }
        }

        if (table is not null && changed.Count > 0)
        {
            files.Add(new(SourcesFile, sources, table.ToBytes()));
        }

        return changed;
    }

    private sealed record SheetTable(ImportTarget Target, ImportMapping Mapping, TableRows Rows);
}
