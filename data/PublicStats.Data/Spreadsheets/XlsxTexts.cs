using System.IO.Compression;
using System.Xml;

namespace PublicStats.Data.Spreadsheets;

/// <summary>Reads the texts that cells of an XLSX file share.</summary>
internal static class XlsxTexts
{
    public static IReadOnlyList<string> Read(ZipArchive archive, string? name)
    {
        var texts = new List<string>();
        var total = 0L;
        using var part = name is null ? null : SheetPart.Open(archive, name);
        while (part?.Read() == true)
        {
            if (part.IsAt("si"))
            {
                texts.Add(part.Xml.IsEmptyElement ? "" : Rich(part, "a shared text"));
                total += texts[^1].Length + 16;
                if (total > SheetLimits.SharedText)
                {
                    throw BrokenSpreadsheetException.TooLarge(
                        $"its texts hold more than {SheetLimits.SharedText / 1_000_000} million characters"
                    );
                }
            }
        }

        return texts;
    }

    /// <summary>A text with its pieces put together; how a piece is spoken (furigana) is left out.</summary>
    public static string Rich(SheetPart part, string place)
    {
        var text = "";
        if (part.Xml.IsEmptyElement)
        {
            return text;
        }

        for (var depth = part.Xml.Depth; part.Read() && !(part.Xml.NodeType == XmlNodeType.EndElement && part.Xml.Depth == depth);)
        {
            if (part.IsAt("rPh"))
            {
                part.Skip();
            }
            else if (part.IsAt("t"))
            {
                text = SheetPart.Fits(text + part.Text(place), place);
            }
        }

        return text;
    }
}
