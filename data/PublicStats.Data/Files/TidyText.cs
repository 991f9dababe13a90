using System.Text;

namespace PublicStats.Data.Files;

/// <summary>What came of tidying a file.</summary>
/// <param name="BytesRemoved">0 when the file was tidy already, and nothing was written.</param>
/// <param name="Copy">The copy of its old content, inside the publication; null when nothing was written.</param>
public sealed record TidyResult(int BytesRemoved, string? Copy);

/// <summary>Removes the byte order mark and the Windows line ends from a working text file.</summary>
public static class TidyText
{
    private static readonly string[] TextFiles = [".csv", ".json", ".md"];
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Tidies a file, and keeps its old content beside it.</summary>
    /// <param name="folder">The publication's folder.</param>
    /// <param name="file">The file's full path.</param>
    /// <param name="refusal">Why the file was left alone, in one or two sentences; null when it was not.</param>
    /// <returns>Null when it was refused.</returns>
    /// <exception cref="IOException">The disk refused; the old file is as it was.</exception>
    public static TidyResult? Run(string folder, string file, out string? refusal)
    {
        var path = Path.GetRelativePath(Real(folder), Real(file)).Replace('\\', '/');
        refusal = Refusal(path);
        if (refusal is not null)
        {
            return null;
        }

        var bytes = File.ReadAllBytes(file);
        if (!IsText(bytes))
        {
            refusal =
                "Its content is not text in UTF-8, whatever its name says. Open it in the program that made it, and save it as CSV "
                + "UTF-8.";
            return null;
        }

        var tidy = Tidied(bytes);
        if (tidy.Length == bytes.Length)
        {
            return new(0, null);
        }

        var copy = KeptCopies.Keep(Real(folder), path, bytes, KeptCopies.BeforeTidy);
        AtomicFile.Write(Path.Combine(Real(folder), path), tidy);
        return new(bytes.Length - tidy.Length, copy);
    }

    private static string? Refusal(string path) =>
        path.Split('/') switch
        {
            ["..", ..] => "It lies outside the publication's folder. Only working files in the folder are tidied.",
            _ when Path.IsPathRooted(path) => "It lies outside the publication's folder. Only working files in the folder are tidied.",
            ["releases", ..] => "It belongs to a sealed release, which never changes.",
            var parts when parts.Any(part => part.StartsWith('.')) =>
                "It is a copy that the tool keeps, or a hidden file. Only working files are tidied.",
            _ when !TextFiles.Contains(Path.GetExtension(path)) =>
                "It is not a text file of the publication. Only .csv, .json and .md files are tidied.",
            _ => null,
        };

    // The file that is meant, whatever links lead to it: a link in the folder may point out of it, or into a release.
    private static string Real(string path)
    {
        var full = Path.GetFullPath(path);
        var parent = Path.GetDirectoryName(full);
        var target =
            new FileInfo(full).ResolveLinkTarget(returnFinalTarget: true)
            ?? new DirectoryInfo(full).ResolveLinkTarget(returnFinalTarget: true);
        if (target is not null)
        {
            return Real(target.FullName);
        }

        return parent is null ? full : Path.Combine(Real(parent), Path.GetFileName(full));
    }

    private static bool IsText(byte[] bytes)
    {
        try
        {
            return Strict.GetCharCount(bytes) >= 0 && !bytes.Contains((byte)0);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static byte[] Tidied(byte[] bytes)
    {
        var tidy = new List<byte>(bytes.Length);
        for (var i = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? 3 : 0; i < bytes.Length; i++)
        {
            if (bytes[i] != '\r' || i + 1 == bytes.Length || bytes[i + 1] != '\n')
            {
                tidy.Add(bytes[i]);
            }
        }

        return [.. tidy];
    }
}
