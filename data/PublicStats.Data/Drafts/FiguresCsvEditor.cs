using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Drafts;

/// <summary>The figures.csv of a dataset, with its rows found by their keys.</summary>
internal sealed class FiguresCsvEditor
{
    private readonly WorkingFiles files;
    private readonly Dataset dataset;
    private Dictionary<string, int>? rows;

    public FiguresCsvEditor(WorkingFiles files, Dataset dataset)
    {
        (this.files, this.dataset) = (files, dataset);
        Path = PathOf(dataset.Name);
        Csv = new(files.Set, Path, FiguresCsvReader.OptionalColumns);
    }

    public string Path { get; }

    public CsvEditor Csv { get; }

    /// <summary>The keys of every row.</summary>
    public IEnumerable<string> Keys => Rows.Keys;

    /// <summary>The file, and its description where it gained a column, as changes of the files; nothing when nothing differs.</summary>
    public IEnumerable<KeyValuePair<string, byte[]?>> Changes =>
        [
            .. Csv.HasChanged ? [new(Path, Csv.ToBytes())] : Array.Empty<KeyValuePair<string, byte[]?>>(),
            .. Csv.HasNewColumns ? [files.Described(dataset.Name, Csv.Columns)] : Array.Empty<KeyValuePair<string, byte[]?>>(),
        ];

    private Dictionary<string, int> Rows => rows ??= Enumerable.Range(0, Csv.Count).ToDictionary(KeyOf, StringComparer.Ordinal);

    /// <summary>The path of a dataset's figures inside the publication.</summary>
    public static string PathOf(string dataset) => $"datasets/{dataset}/figures.csv";

    /// <summary>The row of a figure, from 0; null when it has none.</summary>
    public int? RowOf(string key) => Rows.TryGetValue(key, out var row) ? row : null;

    /// <summary>The cells of a figure's row; null when it has none.</summary>
    public FigureLine? Line(string key) =>
        RowOf(key) is { } row ? new(Csv.Columns.ToDictionary(column => column, column => Csv[row, column], StringComparer.Ordinal)) : null;

    /// <summary>Writes a figure's row: in its place, or, for a new one, after the rows of earlier periods.</summary>
    public void Put(string key, FigureLine line)
    {
        if (RowOf(key) is not { } row)
        {
            var period = Period.Parse(line["period"]);
            row = Enumerable.Range(0, Csv.Count).LastOrDefault(at => Period.Parse(Csv[at, "period"]) <= period, -1) + 1;
            Csv.Insert(row);
            rows = null;
        }

        foreach (var column in Csv.Columns.Union(line.Columns).ToList())
        {
            Csv[row, column] = line[column];
        }
    }

    private string KeyOf(int row) =>
        new FigureKey(
            dataset.Name,
            Csv[row, "measure"],
            [.. dataset.Dimensions.Select(dimension => Csv[row, dimension.Name])],
            Csv[row, "period"]
        ).ToString();
}
