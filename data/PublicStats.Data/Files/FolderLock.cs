namespace PublicStats.Data.Files;

/// <summary>A lock on a folder: a file in it that one program at a time holds open.</summary>
public static class FolderLock
{
    // The error codes of Linux, macOS and Windows for a file that another program has locked.
    private static readonly int[] Locked = [11, 35, unchecked((int)0x80070020)];

    /// <summary>Takes the lock, until the stream is disposed or the process ends; null when another program has it.</summary>
    /// <param name="path">The lock's file. It is made where there is none.</param>
    /// <param name="isDeletedAfter">Whether the file is deleted with the lock.</param>
    /// <exception cref="IOException">The disk refuses.</exception>
    public static FileStream? TryTake(string path, bool isDeletedAfter = false)
    {
        var options = isDeletedAfter ? FileOptions.DeleteOnClose : FileOptions.None;
        try
        {
            return new(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, options);
        }
        catch (IOException exception) when (Locked.Contains(exception.HResult))
        {
            return null;
        }
    }
}
