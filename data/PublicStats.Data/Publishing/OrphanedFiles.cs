using System.Text.RegularExpressions;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>Files in the folder of releases that belong to no release, after a crash, a cancellation or a purge.</summary>
public static partial class OrphanedFiles
{
    /// <summary>Their paths in the folder, in order. They are never served, and the next act takes them away.</summary>
    public static IReadOnlyList<string> Of(ReleaseStore store, ReleaseHistory history)
    {
        if (!Directory.Exists(store.Folder) || history.Faults.Count > 0)
        {
            return [];
        }

        var logged = store.Log.Read(out _).Select(entry => entry.Manifest).ToHashSet(StringComparer.Ordinal);
        var folders = Folders(store)
            .Where(folder =>
                folder.EndsWith(AtomicFile.Partial, StringComparison.Ordinal)
                    ? !IsUnnamed(store, history, folder)
                    : history.Find(folder) is null && logged.Contains(DigestOf(store, folder))
            );
        var halves = Directory.GetFiles(store.Folder, "*" + AtomicFile.Partial).Select(path => Path.GetFileName(path));
        return [.. folders.Concat(halves).Concat(Objects(store, history)).Order(StringComparer.Ordinal)];
    }

    internal static void Sweep(ReleaseStore store, ReleaseHistory history)
    {
        foreach (var half in Folders(store).Where(folder => IsUnnamed(store, history, folder)).ToList())
        {
            new ReleaseWriter(store).GiveName(half[..^AtomicFile.Partial.Length]);
        }

        foreach (var path in Of(store, history).Select(name => Path.Combine(store.Folder, name)))
        {
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    private static IEnumerable<string> Objects(ReleaseStore store, ReleaseHistory history)
    {
        var folder = Path.Combine(store.Folder, ReleaseStore.ObjectsFolder);
        var held = history
            .Releases.Where(release => release.Purge is null)
            .Select(release => release.Manifest)
            .Concat(store.Unknown(history).Select(name => ReleaseManifest.Of(store.ManifestIn(name)!)))
            .SelectMany(manifest => manifest.Files)
            .Select(file => file.ObjectPath)
            .ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(folder)
            ? Directory
                .GetFiles(folder)
                .Select(path => $"{ReleaseStore.ObjectsFolder}/{Path.GetFileName(path)}")
                .Where(text => !held.Contains(text))
            : [];
    }

    // What a system, a versioning tool or a person keeps there is theirs.
    private static IEnumerable<string> Folders(ReleaseStore store) =>
        Directory.GetDirectories(store.Folder).Select(folder => Path.GetFileName(folder)).Where(name => Ours().IsMatch(name));

    // Its line is in the log; only its folder has not got its name yet, which one that it replaces may still have.
    private static bool IsUnnamed(ReleaseStore store, ReleaseHistory history, string folder) =>
        folder.EndsWith(AtomicFile.Partial, StringComparison.Ordinal)
        && history.Find(folder[..^AtomicFile.Partial.Length]) is { } release
        && DigestOf(store, folder) == release.Digest
        && DigestOf(store, release.Id) != release.Digest;

    private static string DigestOf(ReleaseStore store, string folder) =>
        store.ManifestIn(folder) is { } bytes ? ReleaseManifest.Hash(bytes) : "";

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(-\d+)?(\.partial)?$")]
    private static partial Regex Ours();
}
