using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Build;

/// <summary>A site cannot be built into the folder. Nothing in it was changed.</summary>
public sealed class OutputRefusedException(string message) : Exception(message);

/// <summary>
/// A folder that a site is built into. The new site is made beside it and takes its place in one step. So a reader finds the old site
/// or the new one, whole, and a build that fails or is killed leaves the old one. Files that stay the same are not written again: they
/// get a second name. The folder keeps a list of what was built, so that files of other people are told apart and stay.
/// </summary>
internal sealed class OutputFolder : IDisposable
{
    internal const string List = ".publicstats-files";
    private const string OfPublication = "# publication ";
    private const string Latest = "# latest ";
    private const string Kept = "# kept ";

    private readonly string folder;
    private readonly HashSet<string> before;
    private readonly HashSet<string> foldersBefore = new(StringComparer.Ordinal);
    private readonly HashSet<string> marks;
    private readonly SortedSet<string> files = new(StringComparer.Ordinal);
    private readonly SortedSet<string> marksNow = new(StringComparer.Ordinal);
    private readonly HashSet<string> made = new(StringComparer.Ordinal);
    private readonly List<string> cleared = [];
    private PartialFolder? next;
    private int written;

    /// <summary>Reads what the folder holds.</summary>
    public OutputFolder(string path)
    {
        // Where the name is a link, the folder that it leads to is replaced, and the link stays.
        var full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        folder = Directory.Exists(full) ? new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? full : full;
        FolderSwitch.Recover(folder);
        var list = Path.Combine(folder, List);
        var lines = File.Exists(list) ? File.ReadAllLines(list) : [];
        before = lines.Where(line => line.Length > 0 && line[0] != '#').ToHashSet(StringComparer.Ordinal);
        marks = lines
            .Where(line => line.StartsWith(Kept, StringComparison.Ordinal))
            .Select(line => line[Kept.Length..])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var file in before)
        {
            for (var end = file.LastIndexOf('/'); end > 0 && foldersBefore.Add(file[..end]); end = file.LastIndexOf('/', end - 1)) { }
        }

        Release = After(Latest, lines);
        Publication = After(OfPublication, lines);
    }

    /// <summary>The release that the folder was last built of; null when it holds none.</summary>
    public string? Release { get; }

    /// <summary>The publication that the folder was last built of; null when it holds none, or an old site that does not say.</summary>
    public string? Publication { get; }

    private string Next => next?.Path ?? throw new InvalidOperationException("The build has not begun.");

    /// <summary>Makes ready to build.</summary>
    /// <exception cref="OutputRefusedException">There is no place for the new site beside the folder.</exception>
    public void Begin()
    {
        try
        {
            next = PartialFolder.Beside(folder);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new OutputRefusedException(
                $"The new site is made beside {folder} and then takes its place. "
                    + $"But nothing can be written there: {exception.Message} Nothing was changed."
            );
        }
    }

    /// <summary>Whether a file is written, by this build or by an earlier one that it keeps.</summary>
    public bool Holds(string path) => files.Contains(path);

    /// <summary>Writes a file.</summary>
    /// <exception cref="OutputRefusedException">Somebody else put another file there.</exception>
    public void Put(string path, byte[] bytes)
    {
        var (old, full) = (Path.Combine(folder, path), Place(path));
        if (!files.Add(path))
        {
            File.Delete(full);
        }

        if (File.Exists(old) && new FileInfo(old).Length == bytes.Length && File.ReadAllBytes(old).AsSpan().SequenceEqual(bytes))
        {
            FolderSwitch.LinkOrCopy(old, full);
            return;
        }

        if (!before.Contains(path) && Path.Exists(old) && !IsCleared(path))
        {
            throw Foreign(path);
        }

        File.WriteAllBytes(full, bytes);
        written++;
    }

    /// <summary>
    /// Keeps what an earlier build wrote under some folders, where it was all of the same making; false when it must be made again.
    /// </summary>
    /// <param name="mark">Names everything that these files depend on.</param>
    public bool Keep(string mark, params IReadOnlyList<string> folders)
    {
        if (!marks.Contains(mark) || !folders.SelectMany(HeldUnder).All(path => File.Exists(Path.Combine(folder, path))))
        {
            return false;
        }

        Keep(folders);
        return true;
    }

    /// <summary>Keeps what an earlier build wrote under some folders, whatever it was made of.</summary>
    public void Keep(IReadOnlyList<string> folders)
    {
        foreach (var path in folders.SelectMany(HeldUnder).Where(path => !files.Contains(path) && File.Exists(Path.Combine(folder, path))))
        {
            FolderSwitch.LinkOrCopy(Path.Combine(folder, path), Place(path));
            files.Add(path);
        }
    }

    /// <summary>Says that everything is written that a mark names, and may be kept by the next build.</summary>
    public void Mark(string mark) => marksNow.Add(mark);

    /// <summary>What the last build wrote under a folder.</summary>
    public IEnumerable<string> HeldUnder(string under) => before.Where(path => path.StartsWith(under, StringComparison.Ordinal));

    /// <summary>Takes away every file under a folder that this build does not write, also one that no list names.</summary>
    public void Clear(string under) => cleared.Add(under);

    /// <summary>Puts the new site in the place of the old one. Only what an earlier build wrote is gone with it.</summary>
    /// <exception cref="OutputRefusedException">The two cannot change places, or what somebody else put there is in the way.</exception>
    public BuiltSite Finish(string publication, string release)
    {
        var kept = marksNow.Select(mark => Kept + mark);
        File.WriteAllLines(Path.Combine(Next, List), [OfPublication + publication, Latest + release, .. kept, .. files]);
        var removed = before.Count(path => !files.Contains(path) && File.Exists(Path.Combine(folder, path)));
        if (!Directory.Exists(folder))
        {
            Directory.Move(Next, folder);
            next!.IsSite(folder);
            return new(release, files.Count, written, removed);
        }

        CarryOver(folder, Next, "");
        CopyMode(folder, Next);
        try
        {
            next!.BeforeExchange();
            FolderSwitch.Exchange(folder, Next);
        }
        catch (IOException exception)
        {
            throw new OutputRefusedException(
                $"The new site cannot take the place of {folder}: {exception.Message} Nothing was changed. "
                    + "Where a disk is mounted at that folder, mount it at the folder above and build into a folder in it."
            );
        }

        // What others put into the old folder in the meantime comes along too.
        next.HoldsOldSite(folder);
        CarryOver(Next, folder, "");
        return new(release, files.Count, written, removed);
    }

    /// <summary>Takes away the old site, or the new one where it is not whole.</summary>
    public void Dispose() => next?.Dispose();

    private static string? After(string word, string[] lines) =>
        lines.FirstOrDefault(line => line.StartsWith(word, StringComparison.Ordinal))?[word.Length..];

    // What others put there: files, links and empty folders that no build made.
    private void CarryOver(string from, string to, string under)
    {
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().OrderBy(entry => entry.Name, StringComparer.Ordinal))
        {
            var (path, there) = (under + entry.Name, Path.Combine(to, entry.Name));
            if (before.Contains(path) || path == List || PartialFolder.IsLock(path) || IsCleared(path))
            {
                continue;
            }

            if (entry is DirectoryInfo && entry.LinkTarget is null)
            {
                if (File.Exists(there))
                {
                    throw Foreign(path);
                }

                CarryFolder((DirectoryInfo)entry, there, path);
            }
            else if (!Path.Exists(there))
            {
                CarryFile(entry, there);
            }
            else if (Directory.Exists(there))
            {
                throw Foreign(path);
            }
        }
    }

    private void CarryFolder(DirectoryInfo from, string to, string path)
    {
        if (!Directory.Exists(to) && !foldersBefore.Contains(path))
        {
            Directory.CreateDirectory(to);
            CopyMode(from.FullName, to);
        }

        CarryOver(from.FullName, to, path + "/");
    }

    private static void CarryFile(FileSystemInfo entry, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        if (entry.LinkTarget is not { } target)
        {
            FolderSwitch.LinkOrCopy(entry.FullName, to);
        }
        else if (entry is DirectoryInfo)
        {
            Directory.CreateSymbolicLink(to, target);
        }
        else
        {
            File.CreateSymbolicLink(to, target);
        }
    }

    private static void CopyMode(string from, string to)
    {
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(to, File.GetUnixFileMode(from));
        }
    }

    private OutputRefusedException Foreign(string path) =>
        new(
            $"{Path.Combine(folder, path)} was put there by somebody else, and the site has a file of that name. Nothing was changed. "
                + "Move it away, or name another folder: --out FOLDER."
        );

    private bool IsCleared(string path) => cleared.Exists(under => path.StartsWith(under, StringComparison.Ordinal));

    // Where the new site has a file of that path.
    private string Place(string path)
    {
        var full = Path.Combine(Next, path);
        if (made.Add(Path.GetDirectoryName(full)!))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        }

        return full;
    }
}
