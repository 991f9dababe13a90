using System.Globalization;
using System.IO.Compression;

namespace PublicStats.Data.Spreadsheets;

/// <summary>Reads the sheets of an XLSX file, each from its own part.</summary>
internal static class XlsxSheets
{
    public static IEnumerable<Sheet> Read(ZipArchive archive)
    {
        var root = Parts(archive, "_rels/.rels", "/");
        var workbook = root.FirstOrDefault(pair => pair.Kind == "officeDocument").Part ?? "xl/workbook.xml";
        var folder = workbook[..(workbook.LastIndexOf('/') + 1)];
        var parts = Parts(archive, $"{folder}_rels/{workbook[folder.Length..]}.rels", "/" + folder);
        var (sheets, from1904) = Workbook(archive, workbook);
        var cells = new XlsxCells(
            XlsxTexts.Read(archive, parts.FirstOrDefault(part => part.Kind == "sharedStrings").Part),
            XlsxStyles.Read(archive, parts.FirstOrDefault(part => part.Kind == "styles").Part),
            from1904
        );
        foreach (var (name, id) in sheets)
        {
            if (parts.FirstOrDefault(pair => pair.Id == id).Part is { } part)
            {
                var (merged, hidden) = (new List<MergedCells>(), new List<ColumnRange>());
                yield return new(name, Rows(archive, part, cells, merged, hidden)) { MergedFound = merged, HiddenFound = hidden };
            }
        }
    }

    private static IEnumerable<SheetRow> Rows(
        ZipArchive archive,
        string name,
        XlsxCells cells,
        List<MergedCells> merged,
        List<ColumnRange> hidden
    )
    {
        using var part = SheetPart.Open(archive, name) ?? throw BrokenSpreadsheetException.Damaged($"its part {name} is missing");
        var number = 0;
        while (part.Read())
        {
            if (part.IsAt("row"))
            {
                var given = part.Attribute("r");
                var next = given switch
                {
                    null => number + 1,
                    _ when int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var row) => row,
                    _ => 0,
                };
                if (next <= number || next > SheetLimits.Rows)
                {
                    throw BrokenSpreadsheetException.Damaged($"the row after row {number} of a sheet has the number \"{given}\"");
                }

                number = next;
                var isHidden = IsHidden(part);
                var found = part.Xml.IsEmptyElement ? [] : cells.Read(part, number);
                if (found.Count > 0)
                {
                    yield return new(number, 1, found) { IsHidden = isHidden };
                }
            }
            else if (part.IsAt("col") && IsHidden(part) && hidden.Count < SheetLimits.Parts)
            {
                hidden.Add(new(Column(part.Attribute("min")), Column(part.Attribute("max"))));
            }
            else if (part.IsAt("mergeCell") && merged.Count < SheetLimits.Parts)
            {
                Merge(part.Attribute("ref") ?? "", merged);
            }
        }
    }

    private static bool IsHidden(SheetPart part) => part.Attribute("hidden") is "1" or "true";

    private static int Column(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var column) ? column : 0;

    private static void Merge(string range, List<MergedCells> merged)
    {
        var ends = range.Split(':');
        if (
            ends.Length == 2
            && CellAddress.TryParse(ends[0], out var left, out var top)
            && CellAddress.TryParse(ends[1], out var right, out var bottom)
        )
        {
            merged.Add(new(top, left, bottom, right));
        }
    }

    private static (List<(string Name, string Id)> Sheets, bool From1904) Workbook(ZipArchive archive, string name)
    {
        using var part = SheetPart.Open(archive, name) ?? throw BrokenSpreadsheetException.Damaged("its list of sheets is missing");
        var sheets = new List<(string, string)>();
        var from1904 = false;
        while (part.Read())
        {
            if (part.IsAt("sheet") && sheets.Count < SheetLimits.Parts)
            {
                sheets.Add((part.Attribute("name") ?? "", part.Attribute("id", prefixed: true) ?? ""));
            }
            else if (part.IsAt("workbookPr"))
            {
                from1904 = part.Attribute("date1904") is "1" or "true";
            }
        }

        return (sheets, from1904);
    }

    // Which parts a part names: their ids, the last word of their kind, and their names in the file.
    private static List<(string Id, string Kind, string? Part)> Parts(ZipArchive archive, string name, string folder)
    {
        var parts = new List<(string, string, string?)>();
        using var part = SheetPart.Open(archive, name);
        while (part?.Read() == true && parts.Count < SheetLimits.Parts)
        {
            if (
                part.IsAt("Relationship")
                && part.Attribute("TargetMode") != "External"
                && part.Attribute("Target") is { } target
                && Uri.TryCreate(new Uri("part://file" + folder), target, out var address)
            )
            {
                var kind = part.Attribute("Type") ?? "";
                parts.Add(
                    (
                        part.Attribute("Id") ?? "",
                        kind[(kind.LastIndexOf('/') + 1)..],
                        Uri.UnescapeDataString(address.AbsolutePath).TrimStart('/')
                    )
                );
            }
        }

        return parts;
    }
}
