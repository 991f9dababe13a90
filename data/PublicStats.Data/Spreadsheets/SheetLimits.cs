namespace PublicStats.Data.Spreadsheets;

/// <summary>The most that a spreadsheet may hold. A file that holds more is no table of figures, or is made to do harm.</summary>
public static class SheetLimits
{
    /// <summary>Rows of a sheet, as in Excel and LibreOffice.</summary>
    public const int Rows = 1_048_576;

    /// <summary>Columns of a sheet, as in Excel and LibreOffice.</summary>
    public const int Columns = 16_384;

    /// <summary>Characters of one cell, as in Excel.</summary>
    public const int CellText = 32_767;

    /// <summary>Bytes of the file as it lies on the disk.</summary>
    public const long FileBytes = 100_000_000;

    /// <summary>Bytes of one part once it is unpacked, counted as they are read: what the file says of itself is not believed.</summary>
    public const long PartBytes = 200_000_000;

    /// <summary>
    /// How many times larger a part may become when it is unpacked, once it is above <see cref="RatioFrom"/>. Weekly files become 30
    /// times larger.
    /// </summary>
    public const int Ratio = 100;

    /// <summary>Bytes up to which the ratio does not matter.</summary>
    public const long RatioFrom = 10_000_000;

    /// <summary>Bytes of one tag, text or comment.</summary>
    public const int NodeBytes = 1_000_000;

    /// <summary>Tags inside each other.</summary>
    public const int Depth = 64;

    /// <summary>Characters of all shared texts of an XLSX file together.</summary>
    public const int SharedText = 20_000_000;

    /// <summary>Parts in the file.</summary>
    public const int Parts = 10_000;

    /// <summary>Characters of one row of a CSV file.</summary>
    public const int CsvRow = 1_000_000;
}

/// <summary>A file that cannot be read as a spreadsheet. The message is one sentence.</summary>
public sealed class BrokenSpreadsheetException : Exception
{
    /// <summary>Says what is wrong and what to do.</summary>
    /// <param name="problem">One sentence.</param>
    /// <param name="cure">One sentence.</param>
    public BrokenSpreadsheetException(string problem, string cure)
        : base(problem) => Cure = cure;

    /// <summary>What to do.</summary>
    public string Cure { get; }

    internal static BrokenSpreadsheetException Damaged(string what) =>
        new($"The file is damaged or cut off: {what}.", "Download it again, or open it and save it as a new file.");

    internal static BrokenSpreadsheetException TooLarge(string what) =>
        new($"The file is refused: {what}.", "A table of figures is far smaller. Ask who sent it.");
}
