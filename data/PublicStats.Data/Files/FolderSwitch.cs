using System.Runtime.InteropServices;

namespace PublicStats.Data.Files;

/// <summary>Replaces a whole folder while others read it: gives files a second name, and lets two folders exchange theirs.</summary>
public static partial class FolderSwitch
{
    private const string Aside = "-aside";
    private const int CurrentDirectory = -100;
    private const uint SwapNames = 2;

    // What Linux and macOS say where the file system cannot exchange two names: EINVAL, ENOSYS, ENOTSUP.
    private static readonly int[] Unsupported = [22, 38, 45, 95];

    /// <summary>
    /// Exchanges two folders beside each other. On Linux and macOS it is one step of the file system: whoever opens a path finds
    /// one folder or the other. Windows and a few network disks have no such step. There it takes three renames, and for an instant
    /// the first folder is missing.
    /// </summary>
    /// <exception cref="IOException">They cannot be exchanged. Each has its old name.</exception>
    public static void Exchange(string folder, string other)
    {
        if (!ExchangedAtOnce(folder, other))
        {
            InThreeSteps(folder, other);
        }
    }

    /// <summary>Gives a folder its name back that lost it because an exchange in three steps was killed between them.</summary>
    public static void Recover(string folder)
    {
        var above = Path.GetDirectoryName(folder);
        if (
            above is not null
            && !Directory.Exists(folder)
            && Directory.Exists(above)
            && Directory.GetDirectories(above, $"{Path.GetFileName(folder)}.*{Aside}") is [var aside]
        )
        {
            Directory.Move(aside, folder);
        }
    }

    /// <summary>Gives a file a second name on the same disk, or makes a copy where there can be no second name.</summary>
    public static void LinkOrCopy(string file, string name)
    {
        if (!(OperatingSystem.IsWindows() ? CreateHardLink(name, file, 0) : Link(file, name) == 0))
        {
            File.Copy(file, name);
        }
    }

    // False where the system has no such step.
    private static bool ExchangedAtOnce(string folder, string other)
    {
        try
        {
            var result = -1;
            if (OperatingSystem.IsLinux())
            {
                result = RenameAt2(CurrentDirectory, folder, CurrentDirectory, other, SwapNames);
            }
            else if (OperatingSystem.IsMacOS())
            {
                result = RenameX(folder, other, SwapNames);
            }

            if (result == 0)
            {
                return true;
            }
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }

        var error = Marshal.GetLastPInvokeError();
        return OperatingSystem.IsWindows() || Unsupported.Contains(error)
            ? false
            : throw new IOException($"{Marshal.GetPInvokeErrorMessage(error)} : '{folder}'");
    }

    private static void InThreeSteps(string folder, string other)
    {
        var aside = other + Aside;
        Directory.Move(folder, aside);
        try
        {
            Directory.Move(other, folder);
        }
        catch
        {
            Directory.Move(aside, folder);
            throw;
        }

        Directory.Move(aside, other);
    }

    [LibraryImport("libc", EntryPoint = "renameat2", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int fromFolder, string from, int toFolder, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "renamex_np", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameX(string from, string to, uint flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string file, string name);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool CreateHardLink(string name, string file, nint security);
}
