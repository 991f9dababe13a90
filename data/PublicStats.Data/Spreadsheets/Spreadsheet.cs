using System.Globalization;
using System.IO.Compression;

namespace PublicStats.Data.Spreadsheets;

/// <summary>An ODS, XLSX or CSV file, read as a stream. What kind it is, its content says and not its name.</summary>
public sealed class Spreadsheet : IDisposable
{
    private readonly string path;
    private readonly Stream file;
    private readonly ZipArchive? archive;

    private Spreadsheet(string path, Stream file, ZipArchive? archive) => (this.path, this.file, this.archive) = (path, file, archive);

    /// <summary>Whether it is a CSV file: one sheet, without a name and without types.</summary>
    public bool IsCsv => archive is null;

    private bool IsOds => archive?.GetEntry("content.xml") is not null;

    /// <summary>Opens a file.</summary>
    /// <exception cref="BrokenSpreadsheetException">It is no spreadsheet, damaged, locked or too large.</exception>
    /// <exception cref="IOException">It is not there, or cannot be read.</exception>
    public static Spreadsheet Open(string path)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        try
        {
            var start = new byte[8];
            var length = file.ReadAtLeast(start, 8, throwOnEndOfStream: false);
            file.Position = 0;
            return Open(path, file, start.AsSpan(0, length));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>The day the file says it was made; null when it does not say.</summary>
    public DateOnly? Made()
    {
        var (name, element) = IsOds ? ("meta.xml", "creation-date") : ("docProps/core.xml", "created");
        using var part = archive is null ? null : SheetPart.Open(archive, name);
        while (part?.Read() == true)
        {
            if (part.IsAt(element))
            {
                var text = part.Text(name);
                return
                    text.Length >= 10
                    && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
                    ? day
                    : null;
            }
        }

        return null;
    }

    /// <summary>The sheets in their order. Read the rows of one before going on to the next, or leave them.</summary>
    /// <exception cref="BrokenSpreadsheetException">Thrown while reading, where the damage is.</exception>
    public IEnumerable<Sheet> Sheets()
    {
        if (archive is null)
        {
            return [new(null, CsvSheet.Rows(file))];
        }

        return IsOds ? OdsSheets.Read(archive) : XlsxSheets.Read(archive);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        archive?.Dispose();
        file.Dispose();
    }

    /// <summary>The path it was opened by.</summary>
    public override string ToString() => path;

    private static Spreadsheet Open(string path, FileStream file, ReadOnlySpan<byte> start)
    {
        if (start.IsEmpty)
        {
            throw new BrokenSpreadsheetException("The file is empty.", "Download it again.");
        }

        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            throw new BrokenSpreadsheetException(
                "The file is locked with a password, or is of the old kind .xls.",
                "Open it and save it as .xlsx or .ods, without a password."
            );
        }

        if (!start.StartsWith("PK"u8))
        {
            return Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
                ? new(path, file, null)
                : throw new BrokenSpreadsheetException(
                    "The file is not an ODS, XLSX or CSV spreadsheet.",
                    "Open it and save it as .xlsx or .ods."
                );
        }

        if (file.Length > SheetLimits.FileBytes)
        {
            throw BrokenSpreadsheetException.TooLarge($"it is larger than {SheetLimits.FileBytes / 1_000_000} MB");
        }

        return new(path, file, Archive(file));
    }

    private static ZipArchive Archive(FileStream file)
    {
        ZipArchive archive;
        int parts;
        try
        {
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            parts = archive.Entries.Count;
        }
        catch (InvalidDataException)
        {
            throw BrokenSpreadsheetException.Damaged("its list of parts is not there");
        }

        if (parts > SheetLimits.Parts)
        {
            throw BrokenSpreadsheetException.TooLarge($"it holds more than {SheetLimits.Parts:#,##0} parts");
        }

        if (
            archive.GetEntry("encrypted-package") is not null
            || (archive.GetEntry("content.xml") is not null && OdsSheets.IsLocked(archive))
        )
        {
            throw new BrokenSpreadsheetException("The file is locked with a password.", "Open it and save it without a password.");
        }

        return archive.GetEntry("content.xml") is not null || archive.GetEntry("_rels/.rels") is not null
            ? archive
            : throw new BrokenSpreadsheetException(
                "The file is packed, but holds no spreadsheet.",
                "Unpack it, and import the spreadsheet that is in it."
            );
    }
}
