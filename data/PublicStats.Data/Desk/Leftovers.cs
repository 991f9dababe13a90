using System.Text.RegularExpressions;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Desk;

/// <summary>What lies in the folder of releases and belongs to none: cut short by a crash, cancelled, or purged.</summary>
public static partial class Leftovers
{
    /// <summary>Their paths in the folder, in order. They are never served, and the next act takes them away.</summary>
    public static IReadOnlyList<string> Of(ReleaseStore store, ReleaseHistory history)
    {
        if (!Directory.Exists(store.Folder) || history.Faults.Count > 0)
        {
            return [];
        }

        var logged = store.Log.Read(out _).Select(each => each.Manifest).ToHashSet(StringComparer.Ordinal);
        var folders = Folders(store).Where(each => each.EndsWith(Durable.Half, StringComparison.Ordinal)
            ? !IsUnnamed(store, history, each) : history.Find(each) is null && logged.Contains(DigestOf(store, each)));
        var halves = Directory.GetFiles(store.Folder, "*" + Durable.Half).Select(each => Path.GetFileName(each));
        return [.. folders.Concat(halves).Concat(Objects(store, history)).Order(StringComparer.Ordinal)];
    }

    internal static void Sweep(ReleaseStore store, ReleaseHistory history)
    {
        foreach (var half in Folders(store).Where(each => IsUnnamed(store, history, each)).ToList())
        {
            SealWriter.Name(store, half[..^Durable.Half.Length]);
        }

        foreach (var path in Of(store, history).Select(each => Path.Combine(store.Folder, each)))
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
        var held = history.Releases.Where(each => each.Purge is null).Select(each => each.Manifest)
            .Concat(store.Unknown(history).Select(each => ReleaseManifest.Of(store.ManifestIn(each)!)))
            .SelectMany(each => each.Files).Select(each => each.ObjectPath).ToHashSet(StringComparer.Ordinal);
        return Directory.Exists(folder) ? Directory.GetFiles(folder).Select(each => $"{ReleaseStore.ObjectsFolder}/{Path.GetFileName(each)}").Where(each => !held.Contains(each)) : [];
    }

    // What a system, a versioning tool or a person keeps there is theirs.
    private static IEnumerable<string> Folders(ReleaseStore store) => Directory.GetDirectories(store.Folder).Select(each => Path.GetFileName(each)).Where(each => Ours().IsMatch(each));

    // Its line is in the log; only its folder has not got its name yet, which one that it replaces may still have.
    private static bool IsUnnamed(ReleaseStore store, ReleaseHistory history, string folder) =>
        folder.EndsWith(Durable.Half, StringComparison.Ordinal) && history.Find(folder[..^Durable.Half.Length]) is { } release
        && DigestOf(store, folder) == release.Digest && DigestOf(store, release.Id) != release.Digest;

    private static string DigestOf(ReleaseStore store, string folder) =>
        store.ManifestIn(folder) is { } bytes ? ReleaseManifest.Hash(bytes) : "";

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(-\d+)?(\.half)?$")]
    private static partial Regex Ours();
}
