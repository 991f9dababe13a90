using System.IO.Compression;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Spreadsheets;

/// <summary>Reads the sheets of an ODS file: all of them stand one after another in one part.</summary>
internal static class OdsSheets
{
    // office:document-content, office:body, office:spreadsheet, table:table. A table deeper than that lies inside a cell.
    private const int SheetDepth = 3;

    /// <summary>Whether its parts are encrypted.</summary>
    public static bool IsLocked(ZipArchive archive)
    {
        using var manifest = SheetPart.Open(archive, "META-INF/manifest.xml");
        while (manifest?.Read() == true)
        {
            if (manifest.IsAt("encryption-data"))
            {
                return true;
            }
        }

        return false;
    }

    public static IEnumerable<Sheet> Read(ZipArchive archive)
    {
        using var part = SheetPart.Open(archive, "content.xml")!;
        while (part.Read())
        {
            if (part.IsAt("table") && part.Xml.Depth == SheetDepth)
            {
                var (merged, hidden) = (new List<MergedCells>(), new List<ColumnRange>());
                yield return new(part.Attribute("name") ?? "", part.Xml.IsEmptyElement ? [] : Rows(part, merged, hidden))
                {
                    MergedFound = merged,
                    HiddenFound = hidden,
                };
            }
        }
    }

    private static IEnumerable<SheetRow> Rows(SheetPart part, List<MergedCells> merged, List<ColumnRange> hidden)
    {
        var (number, column) = (1, 1);
        while (part.Read() && part.Xml.Depth > SheetDepth)
        {
            if (part.IsAt("shapes"))
            {
                part.Skip();
            }
            else if (part.IsAt("table-column"))
            {
                var wide = Count(part.Attribute("number-columns-repeated"));
                if (IsHidden(part) && hidden.Count < SheetLimits.Parts)
                {
                    hidden.Add(new(column, column + wide - 1));
                }

                column += wide;
            }
            else if (part.IsAt("table-row"))
            {
                var isHidden = IsHidden(part);
                var repeats = Count(part.Attribute("number-rows-repeated"));
                if (number + repeats - 1 > SheetLimits.Rows)
                {
                    throw BrokenSpreadsheetException.TooLarge($"it has more than {SheetLimits.Rows:#,##0} rows");
                }

                var cells = part.Xml.IsEmptyElement ? [] : Cells(part, number, merged);
                if (cells.Count > 0)
                {
                    yield return new(number, repeats, cells) { IsHidden = isHidden };
                }

                number += repeats;
            }
        }
    }

    private static bool IsHidden(SheetPart part) => part.Attribute("visibility") is "collapse" or "filter";

    private static List<SheetCell> Cells(SheetPart part, int row, List<MergedCells> merged)
    {
        var cells = new List<SheetCell>();
        var column = 1;
        for (var depth = part.Xml.Depth; part.Read() && part.Xml.Depth > depth;)
        {
            if (part.IsAt("table-cell") || part.IsAt("covered-table-cell"))
            {
                var cell = new OdsCell(part, column, row);
                if (column + cell.Repeats - 1 > SheetLimits.Columns)
                {
                    throw BrokenSpreadsheetException.TooLarge($"row {row} has more than {SheetLimits.Columns:#,##0} columns");
                }

                if (cell.Read() is { } read)
                {
                    cells.Add(read);
                }

                if ((cell.ColumnSpan > 1 || cell.RowSpan > 1) && merged.Count < SheetLimits.Parts)
                {
                    merged.Add(new(row, column, row + cell.RowSpan - 1, column + cell.ColumnSpan - 1));
                }

                column += cell.Repeats;
            }
        }

        return cells;
    }

    /// <summary>A count of repeats or of merged cells: 1 when the attribute is absent.</summary>
    internal static int Count(string? text)
    {
        if (text is null)
        {
            return 1;
        }

        if (text.Length <= 9 && PeriodCode.Digits(text) is > 0 and var count)
        {
            return count;
        }

        throw BrokenSpreadsheetException.TooLarge($"it repeats something {(text.Length > 20 ? text[..20] + "…" : text)} times");
    }
}
