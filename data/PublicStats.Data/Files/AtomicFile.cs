using System.Runtime.InteropServices;

namespace PublicStats.Data.Files;

/// <summary>
/// Writes files so that neither a crash nor a power cut leaves one half-written: the old bytes or the new, never between.
/// </summary>
public static partial class AtomicFile
{
    /// <summary>The end of a file's name until the file is whole. A file with such a name is left over from a crash.</summary>
    public const string Partial = ".partial";

    /// <summary>Replaces a file by a whole new one, or writes one where there was none.</summary>
    /// <param name="mustOutliveCrash">Whether it must be on the disk when this returns. False for files of this process alone.</param>
    public static void Write(string path, ReadOnlySpan<byte> bytes, bool mustOutliveCrash = true)
    {
        Stage(path, bytes, mustOutliveCrash);
        Commit(path, mustOutliveCrash);
    }

    /// <summary>Writes a new file beside the one that <see cref="Commit"/> replaces by it.</summary>
    public static void Stage(string path, ReadOnlySpan<byte> bytes, bool mustOutliveCrash = true)
    {
        using var stream = new FileStream(path + Partial, FileMode.Create, FileAccess.Write, FileShare.None);
        stream.Write(bytes);
        if (mustOutliveCrash)
        {
            ToDisk(stream);
        }
    }

    /// <summary>Replaces a file by the one that <see cref="Stage"/> wrote.</summary>
    public static void Commit(string path, bool mustOutliveCrash = true)
    {
        File.Move(path + Partial, path, overwrite: true);
        if (mustOutliveCrash)
        {
            Sync(Path.GetDirectoryName(path)!);
        }
    }

    /// <summary>Gives a folder its name by one rename.</summary>
    public static void MoveFolder(string from, string to)
    {
        Directory.Move(from, to);
        Sync(Path.GetDirectoryName(to)!);
    }

    // Flush of .NET reports no error when the disk is full or fails, and what is not on the disk must not be reported as done.
    private static void ToDisk(FileStream stream)
    {
        stream.Flush(flushToDisk: OperatingSystem.IsWindows());
        if (!OperatingSystem.IsWindows() && Fsync((int)stream.SafeFileHandle.DangerousGetHandle()) != 0)
        {
            throw new IOException($"{Marshal.GetLastPInvokeErrorMessage()} : '{stream.Name}'");
        }
    }

    // A rename outlives a power cut only once its folder is on the disk. Windows has no such call, and needs none.
    private static void Sync(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open(folder, 0);
        if (handle >= 0)
        {
            _ = Fsync(handle);
            _ = Close(handle);
        }
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);
}
