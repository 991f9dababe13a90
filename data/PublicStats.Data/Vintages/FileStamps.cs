using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>The time and length of each file of a release when the release was opened.</summary>
internal sealed record FileStamps(IReadOnlyList<(string Path, DateTime Changed, long Length)> Files)
{
    public static FileStamps Of(ReleaseStore store, Release release) =>
        new([.. release.Manifest.Files.Select(file => file.ObjectPath).Append(release.Path).Select(path => Now(store, path))]);

    public bool IsUnchanged(ReleaseStore store) => Files.All(file => Now(store, file.Path) == file);

    private static (string, DateTime, long) Now(ReleaseStore store, string path)
    {
        var file = new FileInfo(Path.Combine(store.Folder, path));
        return file.Exists ? (path, file.LastWriteTimeUtc, file.Length) : (path, default, -1);
    }
}
