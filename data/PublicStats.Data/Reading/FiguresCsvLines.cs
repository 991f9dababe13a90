using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;

namespace PublicStats.Data.Reading;

/// <summary>The line of figures.csv that has a figure. Read again only when a fault must name it.</summary>
internal sealed class FiguresCsvLines(FileSet files, Dataset dataset)
{
    private readonly Lazy<Dictionary<string, int>> lines = new(() =>
    {
        var text = TextLines.Read(files, $"datasets/{dataset.Name}/figures.csv", new()) ?? [];
        return text.Select((line, at) => (Key: Key(line, dataset), Line: at + 1))
            .DistinctBy(pair => pair.Key)
            .ToDictionary(pair => pair.Key, pair => pair.Line, StringComparer.Ordinal);
    });

    /// <summary>The file's path.</summary>
    public string Path => $"datasets/{dataset.Name}/figures.csv";

    /// <summary>The line of a figure, from 1.</summary>
    public int Of(string key) => lines.Value.GetValueOrDefault(key, 1);

    private static string Key(string line, Dataset dataset)
    {
        var cells = CsvLine.Cells(line) ?? [];
        var codes = dataset.Dimensions.Count;
        return cells.Length < codes + 3 ? "" : new FigureKey(dataset.Name, cells[codes + 1], cells[1..(codes + 1)], cells[0]).ToString();
    }
}
