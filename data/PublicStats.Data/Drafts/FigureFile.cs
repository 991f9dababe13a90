using PublicStats.Data.Publications;

namespace PublicStats.Data.Drafts;

/// <summary>The figures.csv of a dataset, with its rows found by their keys.</summary>
internal sealed class FigureFile
{
    private readonly Lazy<Dictionary<string, int>> rows;
    private readonly WorkingFiles files;
    private readonly string dataset;

    public FigureFile(WorkingFiles files, Dataset dataset)
    {
        (this.files, this.dataset) = (files, dataset.Name);
        Path = $"datasets/{dataset.Name}/figures.csv";
        Csv = new(files.Set, Path);
        rows = new(() => Enumerable.Range(0, Csv.Count).ToDictionary(
            row => string.Join('/', [dataset.Name, Csv[row, "measure"], .. dataset.Dimensions.Select(each => Csv[row, each.Name]), Csv[row, "period"]]), StringComparer.Ordinal));
    }

    public string Path { get; }

    public CsvFile Csv { get; }

    /// <summary>The row of a figure, from 0; null when it has none.</summary>
    public int? RowOf(string key) => rows.Value.TryGetValue(key, out var row) ? row : null;

    /// <summary>The keys of every row.</summary>
    public IEnumerable<string> Keys => rows.Value.Keys;

    /// <summary>The file, and its description where it gained a column, as changes of the files; nothing when nothing differs.</summary>
    public IEnumerable<KeyValuePair<string, byte[]?>> Changes =>
        [.. Csv.HasChanged ? [new(Path, Csv.ToBytes())] : Array.Empty<KeyValuePair<string, byte[]?>>(), .. Csv.HasNewColumns ? [DescriptorEdit.Fields(files, dataset, Csv.Columns)] : Array.Empty<KeyValuePair<string, byte[]?>>()];
}
