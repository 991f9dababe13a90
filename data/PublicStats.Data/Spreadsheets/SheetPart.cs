using System.IO.Compression;
using System.Xml;

namespace PublicStats.Data.Spreadsheets;

/// <summary>One XML part of a packed spreadsheet, read tag by tag and never kept in memory as a whole.</summary>
internal sealed class SheetPart : IDisposable
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly CappedStream stream;
    private readonly XmlReader xml;

    private SheetPart(CappedStream stream)
    {
        this.stream = stream;
        xml = XmlReader.Create(stream, Settings);
    }

    public XmlReader Xml => xml;

    /// <summary>Opens a part; null when the file has none of that name.</summary>
    public static SheetPart? Open(ZipArchive archive, string name)
    {
        if (archive.GetEntry(name) is not { } entry)
        {
            return null;
        }

        try
        {
            CappedStream.Check(entry.Length, entry.CompressedLength);
            return new(new(entry.Open(), entry.CompressedLength));
        }
        catch (Exception exception) when (exception is InvalidDataException or NotSupportedException or XmlException)
        {
            throw BrokenSpreadsheetException.Damaged($"its part {name} cannot be unpacked");
        }
    }

    /// <summary>Moves to the next tag or text; false at the end.</summary>
    public bool Read()
    {
        stream.Mark();
        try
        {
            return xml.Read()
                && (
                    xml.Depth <= SheetLimits.Depth
                        ? true
                        : throw BrokenSpreadsheetException.TooLarge("its tags lie too deep inside each other")
                );
        }
        catch (Exception exception) when (IsDamage(exception))
        {
            throw Unreadable(exception);
        }
    }

    /// <summary>The text at the current place. Only now are its characters looked at, so damage may show here.</summary>
    public string Value
    {
        get
        {
            try
            {
                return xml.Value;
            }
            catch (Exception exception) when (IsDamage(exception))
            {
                throw Unreadable(exception);
            }
        }
    }

    /// <summary>Moves past the end of the current element.</summary>
    public void Skip()
    {
        if (!xml.IsEmptyElement)
        {
            for (var depth = xml.Depth; Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth);) { }
        }
    }

    /// <summary>Whether the current place is the start of an element of this name, in whatever namespace.</summary>
    public bool IsAt(string name) => xml.NodeType == XmlNodeType.Element && xml.LocalName == name;

    /// <summary>An attribute by its local name; null when there is none.</summary>
    public string? Attribute(string name, bool prefixed = false)
    {
        string? found = null;
        for (var more = xml.MoveToFirstAttribute(); more && found is null; more = xml.MoveToNextAttribute())
        {
            found = xml.LocalName == name && (!prefixed || xml.Prefix.Length > 0) ? xml.Value : null;
        }

        xml.MoveToElement();
        return found;
    }

    /// <summary>The text inside the current element, at any depth.</summary>
    public string Text(string place)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var text = "";
        for (var depth = xml.Depth; Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth);)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                text = Fits(text.Length == 0 ? Value : text + Value, place);
            }
        }

        return text;
    }

    /// <summary>The text, when a cell can hold that much.</summary>
    public static string Fits(string text, string place) =>
        text.Length <= SheetLimits.CellText
            ? text
            : throw BrokenSpreadsheetException.TooLarge($"{place} holds more than {SheetLimits.CellText:#,##0} characters");

    public void Dispose() => xml.Dispose();

    private static bool IsDamage(Exception exception) => exception is XmlException or InvalidDataException or EndOfStreamException;

    private static BrokenSpreadsheetException Unreadable(Exception exception) =>
        exception switch
        {
            not XmlException => BrokenSpreadsheetException.Damaged("what is packed in it does not unpack"),
            _ when exception.Message.Contains("DTD", StringComparison.Ordinal) => BrokenSpreadsheetException.TooLarge(
                "it holds a document type definition, which no spreadsheet needs"
            ),
            _ => BrokenSpreadsheetException.Damaged("its text breaks off or is not well formed"),
        };
}
