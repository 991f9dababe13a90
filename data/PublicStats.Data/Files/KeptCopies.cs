using System.Globalization;

namespace PublicStats.Data.Files;

/// <summary>Keeps the old content of a file before it is replaced, as a numbered copy in a hidden folder beside it.</summary>
public static class KeptCopies
{
    /// <summary>Copies that an import made.</summary>
    public const string BeforeImport = ".before-import";

    /// <summary>Copies that <see cref="TidyText"/> made.</summary>
    public const string BeforeTidy = ".before-tidy";

    /// <summary>Keeps a content under the next number, unless a copy of it is there already.</summary>
    /// <param name="path">The file inside the publication.</param>
    /// <param name="under">The name of the hidden folder.</param>
    /// <returns>The copy's path inside the publication, with forward slashes.</returns>
    /// <exception cref="IOException">The disk refused.</exception>
    public static string Keep(string folder, string path, ReadOnlySpan<byte> content, string under)
    {
        var (name, copies) = (Path.GetFileName(path), Path.Combine(folder, Path.GetDirectoryName(path)!, under));
        Directory.CreateDirectory(copies);
        var kept = Directory.GetFiles(copies, "*-" + name).Order(StringComparer.Ordinal).ToList();
        foreach (var copy in kept)
        {
            if (new FileInfo(copy).Length == content.Length && File.ReadAllBytes(copy).AsSpan().SequenceEqual(content))
            {
                return Inside(folder, copy);
            }
        }

        var next = Path.Combine(
            copies,
            (kept.Select(Number).DefaultIfEmpty().Max() + 1).ToString("0000", CultureInfo.InvariantCulture) + "-" + name
        );
        AtomicFile.Write(next, content);
        return Inside(folder, next);
    }

    private static int Number(string copy) =>
        int.TryParse(Path.GetFileName(copy).Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static string Inside(string folder, string path) => Path.GetRelativePath(folder, path).Replace('\\', '/');
}
