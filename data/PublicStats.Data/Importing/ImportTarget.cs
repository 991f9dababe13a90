using System.Text;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Importing;

/// <summary>The dataset that an import goes into, as it is before the import.</summary>
/// <param name="Descriptor">datapackage.json, byte for byte.</param>
/// <param name="Was">figures.csv, byte for byte; null when there is none yet.</param>
/// <param name="WasRows">Its rows; empty when it could not be read.</param>
/// <param name="WasTable">Its figures; null when there are none, or it could not be read.</param>
internal sealed record ImportTarget(
    DatasetDescription About,
    IReadOnlyList<Dimension> Dimensions,
    IReadOnlyList<Source> Sources,
    byte[] Descriptor,
    byte[]? Was,
    IReadOnlyList<CsvRow> WasRows,
    FigureTable? WasTable
)
{
    public string Path => $"datasets/{About.Name}/figures.csv";

    /// <summary>There is a file, and it cannot be read without a fault.</summary>
    public bool WasBroken => Was is not null && WasTable is null;

    /// <summary>Every column figures.csv may have, in order.</summary>
    public IReadOnlyList<string> Columns =>
        ["period", .. Dimensions.Select(dimension => dimension.Name), "measure", "value", .. FiguresCsvReader.OptionalColumns];

    /// <summary>The columns that the file has; where there is none yet, those it needs.</summary>
    public IReadOnlyList<string> WasColumns
    {
        get
        {
            using var lines = new StringReader(Was is null ? "" : Encoding.UTF8.GetString(Was));
            return CsvLine.Cells(lines.ReadLine() ?? "") is ["period", _, ..] written && written.Contains("status", StringComparer.Ordinal)
                ? written
                : ["period", .. Dimensions.Select(dimension => dimension.Name), "measure", "value", "status"];
        }
    }

    /// <summary>Reads a dataset but for its figures; null, with faults, when its descriptor or a code list is wrong.</summary>
    public static ImportTarget? Read(string folder, string name, IReadOnlyList<Source> sources, Faults faults)
    {
        var files = FileSet.OfFolder(folder);
        var known = faults.Count;
        if (DatasetReader.About(files, name, faults) is not { } about)
        {
            return null;
        }

        var dimensions = about
            .Structure.Dimensions.Select(description => DatasetReader.Codes(files, name, description, faults))
            .OfType<Dimension>()
            .ToList();
        if (faults.Count > known)
        {
            return null;
        }

        var descriptor = File.ReadAllBytes(System.IO.Path.Combine(folder, "datasets", name, "datapackage.json"));
        var figures = System.IO.Path.Combine(folder, "datasets", name, "figures.csv");
        var before = File.Exists(figures) ? File.ReadAllBytes(figures) : null;
        var target = new ImportTarget(about, dimensions, sources, descriptor, before, [], null);
        if (target.Was is not { } was)
        {
            return target;
        }

        var wrong = new Faults();
        var table = target.Table(was, wrong);
        return wrong.Count > 0
            ? target
            : target with
            {
                WasRows = CsvRows.Read(Only(target.Path, was), target.Path, target.Columns, ["period", "measure", "value"], new()) ?? [],
                WasTable = table,
            };
    }

    /// <summary>The descriptor, where it does not describe every column of the new figures.csv; else nothing.</summary>
    public IEnumerable<ImportedFile> Described(IReadOnlyList<string> columns)
    {
        var described = DescriptorEdit.AddFields(Descriptor, columns);
        return ReferenceEquals(described, Descriptor) ? [] : [new($"datasets/{About.Name}/datapackage.json", Descriptor, described)];
    }

    /// <summary>Whether the file holds a figure of every series that a mapping names for a period, with a value or a status that says
    /// why there is none.</summary>
    public bool Holds(ImportMapping mapping, Period period) =>
        WasTable is { } table
        && mapping.Figures.All(column =>
            table.Find(
                [.. Dimensions.Select(dimension => dimension.IndexOf(column.Codes![dimension.Name]))],
                About.Structure.Measures.ToList().FindIndex(measure => measure.Name == column.Measure),
                period
            ) >= 0
        );

    /// <summary>The figures of a file's bytes, read as every reader will read them.</summary>
    public FigureTable? Table(byte[] bytes, Faults faults) =>
        new FiguresCsvReader(About, Dimensions, Sources, faults).Read(Only(Path, bytes));

    private static FileSet Only(string path, byte[] bytes) => new([path], _ => new MemoryStream(bytes, writable: false));
}
