using System.Text;

namespace PublicStats.Data.Spreadsheets;

/// <summary>Reads a CSV file that a publisher made: commas, quotation marks, any line ends, UTF-8 with or without a mark.</summary>
internal static class CsvSheet
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static IEnumerable<SheetRow> Rows(Stream file)
    {
        using var reader = new StreamReader(file, Strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var record = new CsvRecord();
        for (var number = 1; Next(reader, record, number); number++)
        {
            if (number > SheetLimits.Rows)
            {
                throw BrokenSpreadsheetException.TooLarge($"it has more than {SheetLimits.Rows:#,##0} rows");
            }

            if (record.Cells.Count > 0)
            {
                yield return new(number, 1, [.. record.Cells]);
            }
        }
    }

    private static bool Next(StreamReader reader, CsvRecord record, int number)
    {
        try
        {
            return record.Read(reader, number);
        }
        catch (DecoderFallbackException)
        {
            throw new BrokenSpreadsheetException($"Row {number} is not UTF-8.", "Save the file as CSV UTF-8.");
        }
    }

    /// <summary>One row: a quotation mark may hold commas and line breaks.</summary>
    private sealed class CsvRecord
    {
        private readonly StringBuilder cell = new();

        public List<SheetCell> Cells { get; } = [];

        public bool Read(StreamReader reader, int number)
        {
            Cells.Clear();
            var (column, read, quoted, closed) = (1, 0, false, false);
            var first = reader.Read();
            // A byte order mark is no part of the first cell.
            for (var at = number == 1 && first == '\uFEFF' ? reader.Read() : first; ; at = reader.Read())
            {
                if (at < 0 && first < 0)
                {
                    return false;
                }

                if (++read > SheetLimits.CsvRow)
                {
                    throw BrokenSpreadsheetException.TooLarge($"row {number} is longer than {SheetLimits.CsvRow:#,##0} characters");
                }

                if (quoted && at >= 0)
                {
                    // Two quotation marks stand for one; a single one ends the cell.
                    if (at == '"' && reader.Peek() != '"')
                    {
                        (quoted, closed) = (false, true);
                    }
                    else
                    {
                        cell.Append((char)(at == '"' ? reader.Read() : at));
                    }
                }
                else if (at is ',' or '\n' or < 0 || (at == '\r' && reader.Peek() is '\n' or < 0))
                {
                    End(column++, number, quoted);
                    closed = false;
                    if (at != ',')
                    {
                        return at != '\r' || reader.Read() is var _;
                    }
                }
                else if (at == '"' && cell.Length == 0 && !closed)
                {
                    quoted = true;
                }
                else if (at == '"' || closed)
                {
                    throw new BrokenSpreadsheetException(
                        $"{CellAddress.Of(column, number)} has a quotation mark in its middle.",
                        "Put the whole cell in quotation marks and double the one inside."
                    );
                }
                else
                {
                    cell.Append((char)at);
                }
            }
        }

        private void End(int column, int number, bool open)
        {
            if (open)
            {
                throw BrokenSpreadsheetException.Damaged($"the quotation mark of {CellAddress.Of(column, number)} is not closed");
            }

            if (column > SheetLimits.Columns)
            {
                throw BrokenSpreadsheetException.TooLarge($"row {number} has more than {SheetLimits.Columns:#,##0} columns");
            }

            if (cell.Length > 0)
            {
                Cells.Add(new(column, 1, CellKind.Untyped, SheetPart.Fits(cell.ToString(), CellAddress.Of(column, number))));
                cell.Clear();
            }
        }
    }
}
