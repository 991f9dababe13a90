using System.Globalization;
using System.IO.Compression;
using PublicStats.Data.Checks;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Publications;

namespace PublicStats.Data.Releases;

/// <summary>What an editor says when sealing.</summary>
/// <param name="PublishedAt">A civil time in the publication's own zone.</param>
public sealed record SealOrder(DateTime PublishedAt, string Title, string Reason, string SealedBy, string ApprovedBy);

/// <summary>What came of it: the release, or the faults that stand in its way.</summary>
/// <param name="IsNew">False when the same release had been sealed before.</param>
public sealed record SealResult(ReleaseManifest? Manifest, bool IsNew, IReadOnlyList<Fault> Faults);

/// <summary>
/// Seals a release: checks, then writes objects, then the manifest, by renames. A crash at any point leaves the releases as they were, or with the
/// new one whole. Sealing the same again changes nothing.
/// </summary>
public static class Sealing
{
    /// <summary>Seals the working files of a publication's folder into its <c>releases</c>.</summary>
    /// <exception cref="IOException">Another seal is at work, or the disk refuses.</exception>
    public static SealResult Seal(string folder, SealOrder order, TimeProvider time)
    {
        var faults = new Faults();
        var files = Snapshot(FileSet.OfFolder(folder));
        var publication = PublicationCheck.Check(files.Set, faults);
        foreach (var path in files.Set.Paths.Where(each => !files.Bytes.ContainsKey(each)))
        {
            faults.Add(path, 1, "file", "The file is larger than 512 MB.", "Keep a dataset of that size in parts.");
        }

        if (publication is null || faults.Count > 0)
        {
            return new(null, false, faults.All);
        }

        if (Moment(publication, order.PublishedAt) is not { } at)
        {
            return new(null, false, [new("releases", 1, "at", $"The clocks change then: {order.PublishedAt:yyyy-MM-dd HH:mm} does not exist, or comes twice, in {publication.TimeZone}.", "Choose another time.")]);
        }

        var store = new ReleaseStore(Path.Combine(folder, "releases"));
        Directory.CreateDirectory(Path.Combine(store.Folder, "objects"));
        using var only = new FileStream(Path.Combine(store.Folder, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        return Write(store, order, at, time, publication, files.Bytes);
    }

    // Read once: an editor who saves while we seal changes the next release, not this one.
    private static (FileSet Set, SortedDictionary<string, byte[]> Bytes) Snapshot(FileSet working)
    {
        var bytes = new SortedDictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var path in working.Paths)
        {
            using var stream = working.Open(path);
            if (stream.Length > 512 * 1024 * 1024)
            {
                return (working, bytes);
            }

            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            bytes[path] = content;
        }

        return (new(bytes.Keys, path => new MemoryStream(bytes[path], writable: false)), bytes);
    }

    private static SealResult Write(ReleaseStore store, SealOrder order, DateTimeOffset at, TimeProvider time, Publication publication, SortedDictionary<string, byte[]> bytes)
    {
        var history = store.History();
        var id = at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        ReleaseFile[] files = [.. bytes.Select(each => new ReleaseFile(each.Key, ReleaseManifest.Hash(each.Value), each.Value.Length))];
        if (history.FirstOrDefault(each => each.Id == id) is { } there)
        {
            return there.Files.SequenceEqual(files) && there.PublishedAt == at
                ? new(there, false, [])
                : new(null, false, [new($"releases/{id}", 1, "release", "A release of that day is sealed already, with other content.", "A sealed release never changes. Choose another day.")]);
        }

        if (history is [.., var last] && last.PublishedAt > at)
        {
            return new(null, false, [new($"releases/{id}", 1, "release", $"Release {last.Id} is published after this one would be.", "Seal releases in the order of their publication.")]);
        }

        foreach (var (file, content) in files.Zip(bytes.Values))
        {
            WriteObject(store, file, content);
        }

        var previous = history is [.., var before] ? ReleaseManifest.Hash(File.ReadAllBytes(store.ManifestPath(before.Id))) : null;
        var manifest = new ReleaseManifest(
            id, "scheduled", order.Title, order.Reason, at, time.GetUtcNow(), order.SealedBy, order.ApprovedBy, previous,
            [.. publication.Datasets.Select(Summary)], files);
        var half = Path.Combine(store.Folder, ".sealing-" + id);
        Directory.CreateDirectory(half);
        WriteThrough(Path.Combine(half, ReleaseStore.ManifestName), manifest.ToBytes());
        Directory.Move(half, Path.Combine(store.Folder, id));
        return new(manifest, true, []);
    }

    private static DateTimeOffset? Moment(Publication publication, DateTime civil)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(publication.TimeZone);
        return zone.IsInvalidTime(civil) || zone.IsAmbiguousTime(civil) ? null : new(civil, zone.GetUtcOffset(civil));
    }

    private static ReleaseDataset Summary(Dataset dataset)
    {
        var table = dataset.Figures;
        var withheld = Enumerable.Range(0, table.Count).Count(row => (table[row].Status & FigureStatus.Confidential) != 0);
        return new(dataset.Name, table.Count, withheld, dataset.About.Disclosure ?? "");
    }

    // An object is named by its content, so one that is there and whole need not be written; one that is damaged is written anew.
    private static void WriteObject(ReleaseStore store, ReleaseFile file, byte[] content)
    {
        var path = Path.Combine(store.Folder, file.ObjectPath);
        try
        {
            if (File.Exists(path) && store.Read(file).Length == content.Length)
            {
                return;
            }
        }
        catch (BrokenReleaseException)
        {
        }

        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(content);
        }

        var half = path + ".half";
        WriteThrough(half, zipped.ToArray());
        File.Move(half, path, overwrite: true);
    }

    private static void WriteThrough(string path, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        stream.Flush(flushToDisk: true);
    }
}
