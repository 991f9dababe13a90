using System.Diagnostics;
using System.Globalization;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>
/// A folder that only this user can read. It is deleted when the preview ends. The folder of a preview that was killed is deleted at the
/// next start.
/// </summary>
internal sealed class PreviewFolder : IDisposable
{
    private const string Prefix = "publicstats-preview-";

    private PreviewFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes the folder.</summary>
    /// <exception cref="IOException">The system's temporary folder is inside the publication, or cannot be written.</exception>
    public static PreviewFolder Make(string data)
    {
        var temporary = System.IO.Path.GetFullPath(System.IO.Path.GetTempPath());
        if ((temporary + '/').StartsWith(data.TrimEnd('/') + '/', StringComparison.Ordinal))
        {
            throw new IOException($"The system's temporary folder lies inside {data}. Set TMPDIR to another.");
        }

        Sweep(temporary);

        // Only this user can read it (mode 0700). It is deleted when the process exits, whatever ends the process.
        var made = new PreviewFolder(
            Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-").FullName
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
        return made;
    }

    public void Dispose()
    {
        // A file in it may be open at this moment, so a deletion that fails is tried again.
        for (var tries = 0; Directory.Exists(Path) && tries < 5; tries++)
        {
            Delete(Path);
        }
    }

    private static void Sweep(string temporary)
    {
        foreach (var folder in Directory.GetDirectories(temporary, Prefix + "*"))
        {
            var id = System.IO.Path.GetFileName(folder)[Prefix.Length..].Split('-')[0];
            if (int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var process) && !IsAlive(process))
            {
                Delete(folder);
            }
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // The folder of another user cannot be deleted.
    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }
}
