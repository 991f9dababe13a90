using System.Text.Json.Nodes;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Drafts;

/// <summary>
/// The working files as they stood at one moment: an editor who saves while we work changes the next release, not this one.
/// </summary>
public sealed class WorkingFiles
{
    /// <summary>The largest file a release holds.</summary>
    public const int LargestFile = 512 * 1024 * 1024;

    private readonly SortedDictionary<string, byte[]> bytes;

    /// <param name="unused">Files of the folder that are no part of the publication.</param>
    internal WorkingFiles(SortedDictionary<string, byte[]> bytes, IReadOnlyList<string>? unused = null)
    {
        this.bytes = bytes;
        Set = new(bytes.Keys, path => new MemoryStream(bytes[path], writable: false)) { Unused = unused ?? [] };
    }

    /// <summary>The same files, to be read.</summary>
    public FileSet Set { get; }

    /// <summary>Every file's bytes by its path, in order of path.</summary>
    public IReadOnlyDictionary<string, byte[]> Bytes => bytes;

    /// <summary>Reads a publication's folder once. A file that is too large is a fault, and is left out.</summary>
    public static WorkingFiles Of(string folder, Faults faults)
    {
        var working = FileSet.OfFolder(folder);
        var bytes = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in working.Paths)
        {
            using var stream = working.Open(path);
            if (stream.Length > LargestFile)
            {
                faults.Add(
                    path,
                    1,
                    "file",
                    $"The file is larger than {LargestFile / (1024 * 1024)} MB.",
                    "Keep a dataset of that size in parts."
                );
                continue;
            }

            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            bytes[path] = content;
        }

        return new(bytes, working.Unused);
    }

    /// <summary>The files of a sealed release.</summary>
    /// <exception cref="BrokenReleaseException">One is not as it was sealed.</exception>
    internal static WorkingFiles Of(ReleaseStore store, ReleaseManifest manifest) =>
        new(new(manifest.Files.ToDictionary(file => file.Path, store.Read, StringComparer.Ordinal), StringComparer.Ordinal));

    /// <summary>Whether other files hold the same under a path, byte for byte.</summary>
    /// <param name="path">Of a file, or of a folder with a slash at its end.</param>
    internal bool HasSame(WorkingFiles other, string path)
    {
        var (mine, theirs) = (Under(path), other.Under(path));
        return mine.Count == theirs.Count
            && mine.Zip(theirs)
                .All(pair => pair.First.Key == pair.Second.Key && pair.First.Value.AsSpan().SequenceEqual(pair.Second.Value));
    }

    private List<KeyValuePair<string, byte[]>> Under(string path) =>
        [.. bytes.Where(pair => pair.Key.StartsWith(path, StringComparison.Ordinal))];

    /// <summary>The path of a dataset's descriptor inside the publication.</summary>
    internal static string DescriptorOf(string dataset) => $"datasets/{dataset}/datapackage.json";

    /// <summary>A JSON file after an edit, as a change of the files.</summary>
    internal KeyValuePair<string, byte[]?> Edited(string path, Action<JsonNode> edit) => new(path, DescriptorEdit.Edit(bytes[path], edit));

    /// <summary>A dataset's descriptor with the columns that <c>figures.csv</c> has gained, as a change of the files.</summary>
    /// <param name="columns">The columns of <c>figures.csv</c>, in order.</param>
    internal KeyValuePair<string, byte[]?> Described(string dataset, IReadOnlyList<string> columns) =>
        new(DescriptorOf(dataset), DescriptorEdit.AddFields(bytes[DescriptorOf(dataset)], columns));

    /// <summary>The same files with some replaced, or, where the new content is null, left out.</summary>
    internal WorkingFiles With(IEnumerable<KeyValuePair<string, byte[]?>> changes)
    {
        var changed = new SortedDictionary<string, byte[]>(bytes, StringComparer.Ordinal);
        foreach (var (path, content) in changes)
        {
            if (content is null)
            {
                changed.Remove(path);
            }
            else
            {
                changed[path] = content;
            }
        }

        return new(changed);
    }
}
