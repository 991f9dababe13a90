using System.Globalization;
using System.Xml;

namespace PublicStats.Data.Spreadsheets;

/// <summary>Reads the cells of a row of an XLSX sheet.</summary>
internal sealed class XlsxCells(IReadOnlyList<string> texts, XlsxStyles styles, bool from1904)
{
    public List<SheetCell> Read(SheetPart part, int row)
    {
        var cells = new List<SheetCell>();
        var column = 0;
        for (var depth = part.Xml.Depth; part.Read() && part.Xml.Depth > depth;)
        {
            if (!part.IsAt("c"))
            {
                continue;
            }

            var (name, kind, style) = (part.Attribute("r"), part.Attribute("t") ?? "n", part.Attribute("s"));
            var at = 0;
            if (name is null)
            {
                at = column + 1;
            }
            else if (!CellAddress.TryParse(name, out at, out var told) || told != row)
            {
                at = 0;
            }

            if (at <= column || at > SheetLimits.Columns)
            {
                throw BrokenSpreadsheetException.Damaged($"a cell of row {row} has the name \"{(name?.Length > 20 ? name[..20] : name)}\"");
            }

            column = at;
            if (!part.Xml.IsEmptyElement && Cell(part, at, CellAddress.Of(at, row), kind, style) is { } cell)
            {
                cells.Add(cell);
            }
        }

        return cells;
    }

    private SheetCell? Cell(SheetPart part, int column, string place, string kind, string? style)
    {
        string? text = null;
        for (var depth = part.Xml.Depth; part.Read() && !(part.Xml.NodeType == XmlNodeType.EndElement && part.Xml.Depth == depth);)
        {
            if (part.IsAt("v"))
            {
                text = part.Text(place);
            }
            else if (part.IsAt("is"))
            {
                text = XlsxTexts.Rich(part, place);
            }
            else if (part.IsAt("f") || part.IsAt("extLst"))
            {
                part.Skip();
            }
        }

        return text is null or ""
            ? null
            : kind switch
            {
                "n" => Number(column, text, style),
                "s" => Shared(column, place, text),
                "b" => new(column, 1, CellKind.Boolean, text == "1" ? "TRUE" : "FALSE"),
                "e" => new(column, 1, CellKind.Error, text),
                "d" => new(column, 1, CellKind.Date, text),
                _ => new(column, 1, CellKind.Text, text),
            };
    }

    private SheetCell? Shared(int column, string place, string text)
    {
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var at) || at >= texts.Count)
        {
            throw BrokenSpreadsheetException.Damaged($"{place} names a text that is not in the file");
        }

        return texts[at].Length == 0 ? null : new(column, 1, CellKind.Text, texts[at]);
    }

    private SheetCell Number(int column, string text, string? style)
    {
        var kind = styles.KindOf(style);
        if (kind is not CellKind.Date)
        {
            return new(column, 1, kind, text);
        }

        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var serial) && Day(serial) is { } day
            ? new(column, 1, CellKind.Date, day.TimeOfDay == TimeSpan.Zero ? $"{day:yyyy-MM-dd}" : $"{day:yyyy-MM-ddTHH:mm:ss}")
            : new(column, 1, CellKind.Number, text);
    }

    private DateTime? Day(double serial)
    {
        // Excel takes 1900 for a leap year: from 1 March 1900 its count is one too high, which the epoch of 30 December 1899 makes good.
        var days = serial;
        if (from1904)
        {
            days += 1462;
        }
        else if (serial < 60)
        {
            days += 1;
        }

        return days is >= 1 and < 2_958_466 && serial >= 0 && (from1904 || (int)serial != 60) ? DateTime.FromOADate(days) : null;
    }
}
