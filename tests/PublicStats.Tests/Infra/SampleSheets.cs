using System.IO.Compression;
using System.Text;

namespace PublicStats.Tests.Infra;

/// <summary>Writes small spreadsheets as Excel and LibreOffice write them, and files made to do harm.</summary>
internal static class SampleSheets
{
    private const string OdsSpaces = """
        xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
        xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
        xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
        """;

    public static string Date(string day) =>
        $"""<table:table-cell office:value-type="date" office:date-value="{day}T00:00:00"><text:p>{day}</text:p></table:table-cell>""";

    public static string Number(string value, string more = "") =>
        $"""<table:table-cell office:value-type="float" office:value="{value}" {more}><text:p>{value}</text:p></table:table-cell>""";

    public static string Text(string text) =>
        $"""<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>""";

    public static string Empty(int columns = 1) => $"""<table:table-cell table:number-columns-repeated="{columns}"/>""";

    public static string Row(params string[] cells) =>
        $"""<table:table-row>{string.Concat(cells)}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>""";

    /// <summary>An ODS file. Each sheet ends as Excel ends it: with a million rows of nothing.</summary>
    public static void Ods(string path, string made, params (string Name, string[] Rows)[] sheets) =>
        Zip(
            path,
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("META-INF/manifest.xml", "<manifest/>"),
            (
                "meta.xml",
                $"""<office:document-meta {OdsSpaces} xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0">"""
                    + $"""<office:meta><meta:creation-date>{made}T09:15:00Z</meta:creation-date></office:meta>"""
                    + $"""</office:document-meta>"""
            ),
            (
                "content.xml",
                OdsContent(
                    string.Concat(
                        sheets.Select(sheet =>
                            $"""
                                <table:table table:name="{sheet.Name}"><table:table-column table:number-columns-repeated="16384"/>
                                {string.Concat(sheet.Rows)}
                                <table:table-row table:number-rows-repeated="1045000">
                                <table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
                                """
                        )
                    )
                )
            )
        );

    public static string OdsContent(string tables) =>
        $"<office:document-content {OdsSpaces}><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        + $"</office:document-content>";

    /// <summary>An XLSX file with one sheet.</summary>
    /// <param name="data">What stands in sheetData.</param>
    /// <param name="after">What follows it, such as merged cells.</param>
    public static void Xlsx(
        string path,
        string sheet,
        string data,
        string after = "",
        string texts = "",
        string styles = "",
        string properties = ""
    ) =>
        Zip(
            path,
            ("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>"),
            (
                "_rels/.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship """
                    + """Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" """
                    + """Target="xl/workbook.xml"/></Relationships>"""
            ),
            (
                "docProps/core.xml",
                """<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" """
                    + """xmlns:dcterms="http://purl.org/dc/terms/"><dcterms:created>2026-07-17T09:15:00Z</dcterms:created>"""
                    + """</cp:coreProperties>"""
            ),
            (
                "xl/workbook.xml",
                $"""<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" """
                    + $"""xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><workbookPr {properties}/>"""
                    + $"""<sheets><sheet name="{sheet}" sheetId="1" r:id="rId7"/></sheets></workbook>"""
            ),
            (
                "xl/_rels/workbook.xml.rels",
                """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship """
                    + """Id="rId7" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" """
                    + """Target="/xl/worksheets/sheet1.xml"/><Relationship Id="rId8" """
                    + """Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" """
                    + """Target="sharedStrings.xml"/><Relationship Id="rId9" """
                    + """Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>"""
                    + """</Relationships>"""
            ),
            ("xl/sharedStrings.xml", $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{texts}</sst>"""),
            ("xl/styles.xml", $"""<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{styles}</styleSheet>"""),
            (
                "xl/worksheets/sheet1.xml",
                $"""<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{data}"""
                    + $"""</sheetData>{after}</worksheet>"""
            )
        );

    public static void Zip(string path, params (string Name, string Content)[] parts) => Zip(path, Encoding.UTF8, parts);

    public static void Zip(string path, Encoding encoding, (string Name, string Content)[] parts)
    {
        using var file = File.Create(path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        foreach (var (name, content) in parts)
        {
            using var entry = archive.CreateEntry(name).Open();
            entry.Write(encoding.GetBytes(content));
        }
    }

    /// <summary>A zip with one part of that many megabytes: a start, then one piece again and again.</summary>
    public static void Bomb(string path, string name, string start, string piece, int megabytes)
    {
        using var file = File.Create(path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        using var entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
        entry.Write(Encoding.UTF8.GetBytes(start));
        var million = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length)));
        for (var i = 0; i < megabytes; i++)
        {
            entry.Write(million);
        }
    }
}
