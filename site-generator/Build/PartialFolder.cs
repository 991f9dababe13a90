using PublicStats.Data.Files;

namespace PublicStats.SiteGenerator.Build;

/// <summary>
/// The folder beside the output folder in which a build makes the new site. A lock in it tells whether its build still runs. So the next
/// build takes away what a killed one left behind, and nothing of one that is under way.
/// </summary>
internal sealed class PartialFolder : IDisposable
{
    private const string Lock = ".publicstats-building";
    private const string Middle = ".partial-";

    private FileStream holding;

    private PartialFolder(string path) => (Path, holding) = (path, Hold(path));

    public string Path { get; }

    /// <summary>Whether a file is none of the site, but the mark of a build that is under way or was killed.</summary>
    public static bool IsLock(string name) => name == Lock;

    /// <summary>Makes the folder, and takes away what killed builds left.</summary>
    public static PartialFolder Beside(string folder)
    {
        var (above, name) = (System.IO.Path.GetDirectoryName(folder)!, System.IO.Path.GetFileName(folder));
        Directory.CreateDirectory(above);
        foreach (var left in Directory.GetDirectories(above, name + Middle + "*"))
        {
            Sweep(left);
        }

        return new(Directory.CreateDirectory(System.IO.Path.Combine(above, name + Middle + Guid.NewGuid().ToString("N")[..8])).FullName);
    }

    /// <summary>Lets the lock go where the system does not rename a folder in which a file is open.</summary>
    public void BeforeExchange()
    {
        if (OperatingSystem.IsWindows())
        {
            holding.Dispose();
        }
    }

    /// <summary>Says that the folder has the other's name now, and holds the old site: that must go.</summary>
    public void HoldsOldSite(string newSite)
    {
        holding.Dispose();
        holding = Hold(Path);
        File.Delete(System.IO.Path.Combine(newSite, Lock));
    }

    /// <summary>Says that the folder was given another name, and is the site now.</summary>
    public void IsSite(string site)
    {
        holding.Dispose();
        File.Delete(System.IO.Path.Combine(site, Lock));
    }

    /// <summary>Deletes the folder and what is in it. What cannot be deleted now, the next build takes away.</summary>
    public void Dispose()
    {
        Delete(Path);
        holding.Dispose();
    }

    // The lock goes last: a folder that was deleted in part is still known for what it is.
    private static void Delete(string path)
    {
        try
        {
            foreach (var folder in Directory.Exists(path) ? Directory.GetDirectories(path) : [])
            {
                Directory.Delete(folder, recursive: !IsLink(folder));
            }

            foreach (var file in Directory.Exists(path) ? Directory.GetFiles(path) : [])
            {
                if (!IsLock(System.IO.Path.GetFileName(file)))
                {
                    File.Delete(file);
                }
            }

            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static void Sweep(string left)
    {
        // Without our mark it may be anybody's.
        var path = System.IO.Path.Combine(left, Lock);
        if (!File.Exists(path) && !File.Exists(System.IO.Path.Combine(left, OutputFolder.List)))
        {
            return;
        }

        try
        {
            using var dead = FolderLock.TryTake(path);
            if (dead is not null)
            {
                Delete(left);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }

    private static FileStream Hold(string folder) =>
        FolderLock.TryTake(System.IO.Path.Combine(folder, Lock)) ?? throw new IOException($"Another build holds {folder}.");
}
