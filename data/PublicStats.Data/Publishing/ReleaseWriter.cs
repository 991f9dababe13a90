using System.IO.Compression;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>Writes a release: its objects, then its manifest. It is a release only once the log has its line.</summary>
/// <param name="isPreview">The releases are a preview in a folder of this process alone: speed counts, and a crash loses nothing.</param>
internal sealed class ReleaseWriter(ReleaseStore store, bool isPreview = false)
{
    /// <summary>Writes the objects of a draft that are not there yet.</summary>
    /// <returns>The files of the draft, as a manifest names them.</returns>
    public IReadOnlyList<ReleaseFile> WriteObjects(WorkingFiles files, ReleaseHistory history)
    {
        // An object is named by its content: one that a release holds already need not be written again.
        var known = history
            .Releases.Where(release => release.Purge is null)
            .SelectMany(release => release.Manifest.Files)
            .DistinctBy(file => file.ObjectPath)
            .ToDictionary(file => file.ObjectPath, StringComparer.Ordinal);
        return [.. files.Bytes.Select(pair => WriteObject(pair.Key, pair.Value, known))];
    }

    /// <summary>Writes a manifest into a folder of its own, which gets its name once the log has the release.</summary>
    public Release WriteManifest(ReleaseManifest manifest)
    {
        var bytes = manifest.ToBytes();
        var partial = Path.Combine(store.Folder, manifest.Id + AtomicFile.Partial);
        Directory.CreateDirectory(partial);
        AtomicFile.Write(Path.Combine(partial, ReleaseStore.ManifestName), bytes);
        return new(manifest, ReleaseManifest.Hash(bytes), null, null, null);
    }

    /// <summary>
    /// Gives the folder of a release its name. Another folder of that name belongs to a release that was taken back, and is deleted.
    /// </summary>
    public void GiveName(string id)
    {
        var named = Path.Combine(store.Folder, id);
        if (Directory.Exists(named))
        {
            Directory.Delete(named, recursive: true);
        }

        AtomicFile.MoveFolder(named + AtomicFile.Partial, named);
    }

    private ReleaseFile WriteObject(string path, byte[] content, Dictionary<string, ReleaseFile> known)
    {
        var file = new ReleaseFile(path, ReleaseManifest.Hash(content), content.Length, "");
        if (known.TryGetValue(file.ObjectPath, out var there) && (isPreview || IsWhole(there)))
        {
            return file with { StoredSha256 = there.StoredSha256 };
        }

        using var zipped = new MemoryStream();
        using (var zip = new GZipStream(zipped, isPreview ? CompressionLevel.Fastest : CompressionLevel.SmallestSize, leaveOpen: true))
        {
            zip.Write(content);
        }

        var stored = Path.Combine(store.Folder, file.ObjectPath);
        if (!isPreview || !File.Exists(stored))
        {
            AtomicFile.Write(stored, zipped.ToArray(), mustOutliveCrash: !isPreview);
        }

        return file with
        {
            StoredSha256 = ReleaseManifest.Hash(zipped.ToArray()),
        };
    }

    // A damaged object is written again: the bytes are the same, so every release that holds it is whole again.
    private bool IsWhole(ReleaseFile file)
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
