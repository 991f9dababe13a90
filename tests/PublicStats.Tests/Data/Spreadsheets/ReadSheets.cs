using PublicStats.Data.Spreadsheets;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Data.Spreadsheets;

public sealed class ReadSheets : IDisposable
{
    // 0 plain, 1 day by number, 2 day by a format of its own, 3 percentage, 4 hours, 5 a word in a number, 6 days after a colour.
    private const string Styles = """
        <numFmts><numFmt numFmtId="164" formatCode="dd\ mmmm\ yyyy"/>
        <numFmt numFmtId="165" formatCode="0&quot; days&quot;"/>
        <numFmt numFmtId="166" formatCode="[Red]dd/mm/yy;@"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/>
        <xf numFmtId="20"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("publicstats-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void A_million_rows_of_nothing_cost_nothing()
    {
        Ods(Of("a.ods"), "2026-07-17", ("One", [Row(Text("Date")), Row(Empty(2), Number("5"))]), ("Two", [Row(Text("Other"))]));

        Assert.Equal(["One: A1 Text Date; C2 Number 5", "Two: A1 Text Other"], Sheets("a.ods"));
    }

    [Fact]
    public void The_cells_of_an_ODS_file_come_with_their_kinds()
    {
        Ods(
            Of("a.ods"),
            "2026-07-17",
            (
                "S",
                [
                    Row(
                        Date("2026-07-16"),
                        Number("1.5E3"),
                        Text("one <text:span>two</text:span><text:s text:c=\"2\"/>three"),
                        """<table:table-cell office:value-type="percentage" office:value="0.05"><text:p>5%</text:p></table:table-cell>""",
                        """<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>TRUE</text:p>"""
                            + """</table:table-cell>""",
                        """<table:table-cell office:value-type="string" office:string-value="" calcext:value-type="error">"""
                            + """<text:p>#REF!</text:p></table:table-cell>""",
                        """<table:table-cell office:value-type="float" office:value="0"><text:p>#DIV/0!</text:p></table:table-cell>""",
                        """<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p>"""
                            + """</office:annotation><text:p>up</text:p><text:p>down</text:p></table:table-cell>"""
                    ),
                ]
            )
        );

        Assert.Equal(
            [
                "S: A1 Date 2026-07-16T00:00:00; B1 Number 1.5E3; C1 Text one two  three; D1 Percentage 0.05; E1 Boolean "
                    + "true; F1 Error #REF!; G1 Error #DIV/0!; H1 Text up\ndown",
            ],
            Sheets("a.ods")
        );
    }

    [Fact]
    public void The_cells_of_an_XLSX_file_come_with_their_kinds()
    {
        Xlsx(
            Of("a.xlsx"),
            "S",
            """
            <row r="2"><c r="A2" s="1"><v>46219</v></c><c r="B2" s="2"><v>46219.5</v></c><c r="C2"><v>12.25</v></c>
            <c r="D2" t="s"><v>1</v></c>
            <c r="E2" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r></is></c>
            <c r="F2" t="b"><v>1</v></c><c r="G2" t="e"><v>#REF!</v></c><c r="H2" t="str"><f>A1</f><v>made</v></c>
            <c r="I2" s="3"><v>0.05</v></c><c r="J2" s="4"><v>0.5</v></c>
            <c r="K2" s="5"><v>3</v></c><c r="L2" s="6"><v>1</v></c><c r="M2"/></row>
            """,
            texts: "<si><t>zero</t></si><si><t>one</t><rPh><t>ichi</t></rPh></si>",
            styles: Styles
        );

        Assert.Equal(
            [
                "S: A2 Date 2026-07-16; B2 Date 2026-07-16T12:00:00; C2 Number 12.25; D2 Text one; E2 Text inline; F2 Boolean "
                    + "TRUE; G2 Error #REF!; "
                    + "H2 Text made; I2 Percentage 0.05; J2 Time 0.5; K2 Number 3; L2 Date 1900-01-01",
            ],
            Sheets("a.xlsx")
        );
    }

    [Fact]
    public void Days_counted_from_1904_are_the_same_days()
    {
        Xlsx(Of("a.xlsx"), "S", "<row r=\"1\"><c r=\"A1\" s=\"1\"><v>44757</v></c></row>", styles: Styles, properties: "date1904=\"1\"");

        Assert.Equal(["S: A1 Date 2026-07-16"], Sheets("a.xlsx"));
    }

    [Fact]
    public void A_CSV_file_has_one_sheet_without_a_name()
    {
        File.WriteAllText(Of("a.csv"), "\uFEFFDate,\"Boats, all\"\r\n\r\n16/07/2026,\"said \"\"no\"\"\"\r\n,2");

        Assert.Equal(
            [": A1 Untyped Date; B1 Untyped Boats, all; A3 Untyped 16/07/2026; B3 Untyped said \"no\"; B4 Untyped 2"],
            Sheets("a.csv")
        );
    }

    [Fact]
    public void A_file_says_the_day_it_was_made()
    {
        Ods(Of("a.ods"), "2026-07-24", ("S", []));
        Xlsx(Of("a.xlsx"), "S", "");
        File.WriteAllText(Of("a.csv"), "a\n");

        Assert.Equal(
            [new DateOnly(2026, 7, 24), new DateOnly(2026, 7, 17), null],
            new[] { "a.ods", "a.xlsx", "a.csv" }.Select(name =>
            {
                using var book = Spreadsheet.Open(Of(name));
                return book.Made();
            })
        );
    }

    [Theory]
    [InlineData(1, "A")]
    [InlineData(26, "Z")]
    [InlineData(27, "AA")]
    [InlineData(16_384, "XFD")]
    public void A_column_has_the_letters_that_spreadsheets_give_it(int column, string letters)
    {
        Assert.Equal(letters, CellAddress.Letters(column));
        Assert.Equal(column, CellAddress.Column(letters));
    }

    private string Of(string name) => Path.Combine(folder, name);

    private List<string> Sheets(string name)
    {
        using var book = Spreadsheet.Open(Of(name));
        return
        [
            .. book.Sheets()
                .Select(sheet =>
                    $"{sheet.Name}: "
                    + string.Join(
                        "; ",
                        sheet.Rows.SelectMany(row =>
                            row.Cells.Select(cell => $"{CellAddress.Of(cell.Column, row.Number)} {cell.Kind} {cell.Text}")
                        )
                    )
                ),
        ];
    }
}
