using System.Diagnostics;
using System.Globalization;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>
/// A folder that only this process and its user can see, gone when the preview ends. One left by a preview that was killed goes at the
/// next start.
/// </summary>
internal sealed class PreviewFolder : IDisposable
{
    private const string Prefix = "publicstats-preview-";

    private PreviewFolder(string path) => Path = path;

    public string Path { get; }

    /// <summary>Makes the folder.</summary>
    /// <exception cref="IOException">The system's folder for such things lies inside the publication, or cannot be written.</exception>
    public static PreviewFolder Make(string data)
    {
        var temporary = System.IO.Path.GetFullPath(System.IO.Path.GetTempPath());
        if ((temporary + '/').StartsWith(data.TrimEnd('/') + '/', StringComparison.Ordinal))
        {
            throw new IOException($"The system's temporary folder lies inside {data}. Set TMPDIR to another.");
        }

        Sweep(temporary);

        // The system makes it for this user alone (0700). It goes with the process, whatever ends that and wherever it was just then.
        var made = new PreviewFolder(
            Directory.CreateTempSubdirectory($"{Prefix}{Environment.ProcessId.ToString(CultureInfo.InvariantCulture)}-").FullName
        );
        AppDomain.CurrentDomain.ProcessExit += (_, _) => made.Dispose();
        return made;
    }

    public void Dispose()
    {
        // A page may be written this very moment: what is refused once is tried again.
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

    // Another user's folder stays theirs.
    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException) { }
    }
}
