using System.Text;
using System.Xml;

namespace PublicStats.Data.Spreadsheets;

/// <summary>Reads one cell of an ODS file, from the start of its element to the end.</summary>
internal sealed class OdsCell
{
    private readonly SheetPart part;
    private readonly int column;
    private readonly string place;
    private string? kind;
    private string? value;

    public OdsCell(SheetPart part, int column, int row)
    {
        (this.part, this.column) = (part, column);
        place = CellAddress.Of(column, row);
        for (var more = part.Xml.MoveToFirstAttribute(); more; more = part.Xml.MoveToNextAttribute())
        {
            Attribute(part.Xml.LocalName, part.Xml.Value);
        }

        part.Xml.MoveToElement();
    }

    public int Repeats { get; private set; } = 1;

    public int ColumnSpan { get; private set; } = 1;

    public int RowSpan { get; private set; } = 1;

    /// <summary>The cell; null when it is empty.</summary>
    public SheetCell? Read()
    {
        var shown = part.Xml.IsEmptyElement ? "" : Shown();
        return IsError(shown)
            ? new(column, Repeats, CellKind.Error, shown)
            : kind switch
            {
                "float" or "currency" when value is not null => new(column, Repeats, CellKind.Number, value),
                "percentage" when value is not null => new(column, Repeats, CellKind.Percentage, value),
                "date" when value is not null => new(column, Repeats, CellKind.Date, value),
                "time" => new(column, Repeats, CellKind.Time, value ?? shown),
                "boolean" => new(column, Repeats, CellKind.Boolean, value ?? shown),
                _ when shown.Length > 0 => new(column, Repeats, CellKind.Text, shown),
                _ => null,
            };
    }

    private void Attribute(string name, string said)
    {
        switch (name)
        {
            case "number-columns-repeated":
                Repeats = OdsSheets.Count(said);
                break;
            case "number-columns-spanned":
                ColumnSpan = Math.Min(OdsSheets.Count(said), SheetLimits.Columns);
                break;
            case "number-rows-spanned":
                RowSpan = Math.Min(OdsSheets.Count(said), SheetLimits.Rows);
                break;
            // LibreOffice writes the type twice; its own word "error" is the truer one.
            case "value-type" when kind is not "error":
                kind = said;
                break;
            case "value" or "date-value" or "time-value" or "boolean-value":
                value = SheetPart.Fits(said, place);
                break;
            default:
                break;
        }
    }

    // Paragraphs with a line break between. Comments pinned to a cell and drawings in it are no part of what it holds.
    private string Shown()
    {
        StringBuilder? more = null;
        var (text, paragraphs) = ("", 0);
        for (var depth = part.Xml.Depth; part.Read() && part.Xml.Depth > depth;)
        {
            if (part.IsAt("annotation") || part.IsAt("frame") || part.IsAt("table"))
            {
                part.Skip();
                continue;
            }

            var piece = part.Xml.NodeType switch
            {
                XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace => part.Value,
                XmlNodeType.Whitespace when part.Xml.Depth > depth + 1 => part.Value,
                XmlNodeType.Element => Mark(ref paragraphs),
                _ => "",
            };
            if (piece.Length == 0)
            {
                continue;
            }

            // Nearly every cell is one piece.
            if (text.Length == 0 && more is null)
            {
                text = SheetPart.Fits(piece, place);
                continue;
            }

            more ??= new(text);
            more.Append(piece);
            if (more.Length > SheetLimits.CellText)
            {
                SheetPart.Fits(more.ToString(), place);
            }
        }

        return more?.ToString() ?? text;
    }

    private string Mark(ref int paragraphs) =>
        part.Xml.LocalName switch
        {
            "p" => paragraphs++ == 0 ? "" : "\n",
            "s" => new(' ', Math.Min(OdsSheets.Count(part.Attribute("c")), SheetLimits.CellText + 1)),
            "tab" => "\t",
            "line-break" => "\n",
            _ => "",
        };

    private bool IsError(string shown) =>
        kind == "error"
        || (shown.StartsWith('#') && shown is "#REF!" or "#N/A" or "#VALUE!" or "#DIV/0!" or "#NAME?" or "#NUM!" or "#NULL!")
        || (shown.StartsWith("Err:", StringComparison.Ordinal) && kind is not "string");
}
