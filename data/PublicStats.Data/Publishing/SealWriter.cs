using System.IO.Compression;
using PublicStats.Data.Datasets;
using PublicStats.Data.Drafts;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>Writes a release: its objects, then its manifest. It is a release only once the log says so.</summary>
internal static class SealWriter
{
    /// <summary>The files of a draft as a manifest names them, with the objects that do not lie there yet written.</summary>
    public static IReadOnlyList<ReleaseFile> Objects(ReleaseStore store, WorkingFiles files, ReleaseHistory history)
    {
        // An object is named by its content: one that a release holds already need not be written again.
        var known = history
            .Releases.Where(release => release.Purge is null)
            .SelectMany(release => release.Manifest.Files)
            .DistinctBy(file => file.ObjectPath)
            .ToDictionary(file => file.ObjectPath, StringComparer.Ordinal);
        return [.. files.Bytes.Select(pair => Object(store, pair.Key, pair.Value, known))];
    }

    /// <summary>Writes a manifest into a folder of its own, which gets its name once the log speaks of it.</summary>
    public static Release Manifest(ReleaseStore store, ReleaseManifest manifest)
    {
        var bytes = manifest.ToBytes();
        var half = Path.Combine(store.Folder, manifest.Id + AtomicFile.Partial);
        Directory.CreateDirectory(half);
        AtomicFile.Write(Path.Combine(half, ReleaseStore.ManifestName), bytes);
        return new(manifest, ReleaseManifest.Hash(bytes), null, null, null);
    }

    /// <summary>
    /// Gives the folder of a release its name. A folder that has the name is of a release that the log has taken back, and goes.
    /// </summary>
    public static void Name(ReleaseStore store, string id)
    {
        var named = Path.Combine(store.Folder, id);
        if (Directory.Exists(named))
        {
            Directory.Delete(named, recursive: true);
        }

        AtomicFile.MoveFolder(named + AtomicFile.Partial, named);
    }

    /// <summary>What a manifest says of a dataset.</summary>
    public static ReleaseDataset Summary(Dataset dataset)
    {
        var table = dataset.Figures;
        var withheld = Enumerable.Range(0, table.Count).Count(row => (table[row].Status & FigureStatus.Confidential) != 0);
        return new(dataset.Name, table.Count, withheld, dataset.About.Caveats.Disclosure ?? "");
    }

    private static ReleaseFile Object(ReleaseStore store, string path, byte[] content, Dictionary<string, ReleaseFile> known)
    {
        var file = new ReleaseFile(path, ReleaseManifest.Hash(content), content.Length, "");
        if (known.TryGetValue(file.ObjectPath, out var there) && IsWhole(store, there))
        {
            return file with { StoredSha256 = there.StoredSha256 };
        }

        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(content);
        }

        AtomicFile.Write(Path.Combine(store.Folder, file.ObjectPath), zipped.ToArray());
        return file with { StoredSha256 = ReleaseManifest.Hash(zipped.ToArray()) };
    }

    // One that is damaged is written anew: the same bytes, so every release that holds it is whole again.
    private static bool IsWhole(ReleaseStore store, ReleaseFile file)
    {
        try
        {
            return store.Read(file).Length == file.Bytes;
        }
        catch (BrokenReleaseException)
        {
            return false;
        }
    }
}
