namespace PublicStats.Data.Files;

/// <summary>
/// A publication's files by their path inside it, wherever they are kept: a folder an editor works in, or a sealed release.
/// One reader serves both, so what was checked is what is served.
/// </summary>
public sealed class FileSet
{
    private readonly Func<string, Stream> open;

    /// <summary>Files that <paramref name="open"/> gives by path, such as <c>datasets/crossings/figures.csv</c>.</summary>
    public FileSet(IEnumerable<string> paths, Func<string, Stream> open)
    {
        Paths = [.. paths.Order(StringComparer.Ordinal)];
        this.open = open;
    }

    /// <summary>Every path, with forward slashes, in ordinal order.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>Files that lie in the folder among the others and are no part of a publication, in ordinal order. None in a sealed
    /// release.</summary>
    public IReadOnlyList<string> Unused { get; init; } = [];

    /// <summary>Whether there is such a file.</summary>
    public bool Has(string path) => Paths.Contains(path, StringComparer.Ordinal);

    /// <summary>Opens a file for reading from its start.</summary>
    public Stream Open(string path) => open(path);

    /// <summary>The working files of a publication's folder: everything a release is made of, and nothing else that lies there.</summary>
    public static FileSet OfFolder(string folder)
    {
        var paths = new List<string>();
        AddFile(paths, folder, "publication.json");
        AddFile(paths, folder, "sources.csv");
        AddFile(paths, folder, "calendar.csv");
        AddFiles(paths, folder, "pages", "*.md");
        var datasets = Path.Combine(folder, "datasets");
        if (Directory.Exists(datasets))
        {
            foreach (var dataset in Directory.GetDirectories(datasets).Where(path => !Path.GetFileName(path).StartsWith('.')))
            {
                var name = "datasets/" + Path.GetFileName(dataset);
                AddFile(paths, folder, name + "/datapackage.json");
                AddFile(paths, folder, name + "/notes.md");
                AddFiles(paths, folder, name, "*.csv");
            }
        }

        return new(paths, path => File.OpenRead(Path.Combine(folder, path))) { Unused = UnusedFiles.Find(folder, paths) };
    }

    private static void AddFile(List<string> paths, string folder, string path)
    {
        if (File.Exists(Path.Combine(folder, path)))
        {
            paths.Add(path);
        }
    }

    private static void AddFiles(List<string> paths, string folder, string under, string pattern)
    {
        var full = Path.Combine(folder, under);
        if (Directory.Exists(full))
        {
            paths.AddRange(
                Directory
                    .GetFiles(full, pattern)
                    .Where(path => !Path.GetFileName(path).StartsWith('.'))
                    .Select(path => $"{under}/{Path.GetFileName(path)}")
            );
        }
    }
}
