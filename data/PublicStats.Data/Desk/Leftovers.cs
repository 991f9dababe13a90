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

        var releases = history.Releases.Select(each => each.Id).ToHashSet(StringComparer.Ordinal);
        var objects = history.Releases.Where(each => each.Purge is null).SelectMany(each => each.Manifest.Files).Select(each => each.ObjectPath).ToHashSet(StringComparer.Ordinal);
        var folders = Directory.GetDirectories(store.Folder).Select(each => Path.GetFileName(each)).Where(each => Ours().IsMatch(each) && !releases.Contains(each));
        var halves = Directory.GetFiles(store.Folder, "*" + Durable.Half).Select(each => Path.GetFileName(each));
        var stray = Directory.Exists(Path.Combine(store.Folder, ReleaseStore.ObjectsFolder))
            ? Directory.GetFiles(Path.Combine(store.Folder, ReleaseStore.ObjectsFolder)).Select(each => $"{ReleaseStore.ObjectsFolder}/{Path.GetFileName(each)}").Where(each => !objects.Contains(each)) : [];
        return [.. folders.Concat(halves).Concat(stray).Order(StringComparer.Ordinal)];
    }

    // What a system, a versioning tool or a person keeps there is theirs.
    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}(-\d+)?(\.half)?$")]
    private static partial Regex Ours();

    internal static void Sweep(ReleaseStore store, ReleaseHistory history)
    {
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
}
