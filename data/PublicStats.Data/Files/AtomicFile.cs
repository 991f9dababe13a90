using System.Runtime.InteropServices;

namespace PublicStats.Data.Files;

/// <summary>
/// Writes files so that neither a crash nor a power cut leaves one half-written: the old bytes or the new, never between.
/// </summary>
public static partial class AtomicFile
{
    /// <summary>What a file is called until it is whole. A name that ends so is left over from a crash and means nothing.</summary>
    public const string Partial = ".partial";

    /// <summary>Puts a whole file in the place of another, or where there was none.</summary>
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        using (var stream = new FileStream(path + Partial, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            stream.Write(bytes);
            ToDisk(stream);
        }

        File.Move(path + Partial, path, overwrite: true);
        Sync(Path.GetDirectoryName(path)!);
    }

    /// <summary>Gives a folder its name by one rename.</summary>
    public static void MoveFolder(string from, string to)
    {
        Directory.Move(from, to);
        Sync(Path.GetDirectoryName(to)!);
    }

    // The library's own flush keeps silent when the disk is full or fails, and what is not on the disk must not be reported as done.
    private static void ToDisk(FileStream stream)
    {
        stream.Flush(flushToDisk: OperatingSystem.IsWindows());
        if (!OperatingSystem.IsWindows() && Fsync((int)stream.SafeFileHandle.DangerousGetHandle()) != 0)
        {
            throw new IOException($"{Marshal.GetLastPInvokeErrorMessage()} : '{stream.Name}'");
        }
    }

    // A rename outlives a power cut only once its folder has reached the disk. Windows has no such call, and needs none.
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
