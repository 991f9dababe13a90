using PublicStats.Data.Importing;
using PublicStats.Tests.Infra;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Data.Importing;

public sealed class ImportedFigures : IDisposable
{
    internal const string Crossings = """
        period,measure,value,status,publisher_mark,note
        2026-07-14,people,0,p,,
        2026-07-14,boats,0,p,,
        2026-07-14,uncontrolled-landings,,x,,
        2026-07-15,people,120,p,revised,
        2026-07-15,boats,2,p,revised,
        2026-07-15,uncontrolled-landings,1,p,revised,
        2026-07-16,people,55,p,,
        2026-07-16,boats,1,p,,
        2026-07-16,uncontrolled-landings,0,p,,

        """;

    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Days_and_weeks_are_imported_from_one_file_in_one_go()
    {
        Write(folder.Good(), "crossings", "crossings-prevented");

        Assert.Equal(Crossings, folder.Figures());
        Assert.Equal(
            """
            period,measure,value,status,publisher_mark,note
            2026-W27,people,,x,,
            2026-W27,events,,x,,
            2026-W28,people,257,p,revised,
            2026-W28,events,18,p,revised,

            """,
            folder.Figures("crossings-prevented")
        );
    }

    [Fact]
    public void The_same_figures_come_from_an_XLSX_file()
    {
        Xlsx(
            folder.Sheet("week.xlsx"),
            "SB_01",
            string.Concat(
                Row(1, ImportFolder.Daily.Select(name => $"<is><t>{name}</t></is>"), "inlineStr"),
                """<row r="2"><c r="A2" s="1"><v>46217</v></c><c r="B2"><v>0</v></c><c r="C2"><v>0</v></c><c r="D2" t="s">"""
                    + """<v>0</v></c></row>""",
                """<row r="3"><c r="A3" s="1"><v>46218</v></c><c r="B3"><v>120</v></c><c r="C3"><v>2</v></c><c r="D3"><v>"""
                    + """1</v></c><c r="E3" t="s"><v>1</v></c></row>""",
                """<row r="4"><c r="A4" s="1"><v>46219</v></c><c r="B4"><f>50+5</f><v>55</v></c><c r="C4"><v>1</v></c><c """
                    + """r="D4"><v>0</v></c></row>"""
            ),
            texts: "<si><t>-</t></si><si><t>Revised</t></si>",
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        );

        Write(folder.Sheet("week.xlsx"), "crossings");

        Assert.Equal(Crossings, folder.Figures());
    }

    [Fact]
    public void The_same_figures_come_from_a_CSV_file_whose_dates_have_a_form()
    {
        Remap("\"cell\"", "\"dd/MM/yyyy\"");
        File.WriteAllText(
            folder.Sheet("week.csv"),
            string.Join(',', ImportFolder.Daily) + "\r\n14/07/2026,0,0,-,\r\n15/07/2026,120,2,1,Revised\r\n16/07/2026,55,1,0,\r\n"
        );

        var import = SpreadsheetImport.Run(folder.Data, ["crossings"], folder.Sheet("week.csv"), new(2026, 7, 17));

        Assert.Empty(import.Faults);
        ImportWriting.Write(folder.Data, import);
        Assert.Equal(Crossings, folder.Figures());
        Assert.Contains(
            "home-office-small-boats,Migrants detected crossing the English Channel in small boats: time series,Home Office,2026-07-17,",
            File.ReadAllText(folder.Of("sources.csv")),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        "1,200",
        "\"1,200\" is not a number written with digits alone. Write digits alone: no thousands separator, no + and no words."
    )]
    [InlineData(" 12", "\" 12\" is not a number written with digits alone. Write digits alone: no thousands separator, no + and no words.")]
    [InlineData("1e3", "\"1e3\" is not a number written with digits alone. Write digits alone: no thousands separator, no + and no words.")]
    [InlineData("007", "\"007\" begins with a zero. Write 7.")]
    public void A_number_in_a_CSV_file_is_digits_or_refused(string number, string words)
    {
        Remap("\"cell\"", "\"dd/MM/yyyy\"");
        File.WriteAllText(folder.Sheet("week.csv"), string.Join(',', ImportFolder.Daily) + $"\n14/07/2026,\"{number}\",0,-,\n");

        Assert.Equal(
            "week.csv: B2: " + words,
            Assert.Single(SpreadsheetImport.Run(folder.Data, ["crossings"], folder.Sheet("week.csv"), new(2026, 7, 17)).Faults).ToString()
        );
    }

    [Fact]
    public void A_CSV_file_does_not_say_its_day_so_it_must_be_said()
    {
        Remap("\"cell\"", "\"dd/MM/yyyy\"");
        File.WriteAllText(folder.Sheet("week.csv"), string.Join(',', ImportFolder.Daily) + "\n14/07/2026,1,0,-,\n");

        Assert.Equal(
            "week.csv:1: made: The file does not say on which day it was made. Give the day it was published.",
            Assert.Single(folder.Import(folder.Sheet("week.csv")).Faults).ToString()
        );
    }

    [Fact]
    public void Only_the_day_of_the_source_changes_in_sources_csv()
    {
        var before = File.ReadAllText(folder.Of("sources.csv"));
        Write(folder.Good(made: "2026-08-07"), "crossings");

        Assert.Equal(
            before.Replace(
                "Home Office,2026-07-24,https://www.gov.uk/government/publications/migrants",
                "Home Office,2026-08-07,https://www.gov.uk/government/publications/migrants",
                StringComparison.Ordinal
            ),
            File.ReadAllText(folder.Of("sources.csv"))
        );
    }

    [Fact]
    public void What_an_editor_wrote_beside_a_figure_stays_while_the_figure_does()
    {
        File.WriteAllText(
            folder.Of("datasets/crossings/figures.csv"),
            "period,measure,value,status,note\n2026-07-15,people,119,p,\"Late, by hand.\"\n2026-07-16,people,55,p,\"Storm, see page.\"\n"
        );

        var import = Write(folder.Good(), "crossings");

        Assert.Contains("2026-07-16,people,55,p,,\"Storm, see page.\"\n", folder.Figures(), StringComparison.Ordinal);
        Assert.Contains("2026-07-15,people,120,p,revised,\n", folder.Figures(), StringComparison.Ordinal);
        Assert.Equal(["crossings/people/2026-07-15"], import.Datasets[0].WordsDropped);
    }

    [Fact]
    public void Figures_that_the_mapping_does_not_name_stay_as_they_are()
    {
        Remap("""{ "column": "C", "header": "Boats arrived", "measure": "boats" },""", "");
        Remap("\"missing\"", """ "known": [{ "column": "C", "header": "Boats arrived" }], "missing" """);
        File.WriteAllText(
            folder.Of("datasets/crossings/figures.csv"),
            "period,measure,value,bound,status\n2026-07-13,boats,7,about,e\n2026-07-15,boats,9,,p\n"
        );

        Assert.Equal(2, Write(folder.Good(), "crossings").Datasets[0].Kept);
        Assert.Equal(
            ["2026-07-13,boats,7,about,e,,", "2026-07-15,boats,9,,p,,"],
            folder.Figures().Split('\n').Where(part => part.Contains("boats", StringComparison.Ordinal))
        );
    }

    [Fact]
    public void A_week_that_the_publisher_passes_over_is_filled_by_hand_and_stays()
    {
        string[] weeks = ["2026-06-28", "2026-07-12"];
        Ods(
            folder.Sheet("gap.ods"),
            "2026-07-17",
            (
                "SB_02",
                [
                    ImportFolder.Header(ImportFolder.Weekly),
                    .. weeks.Select(day => SampleSheets.Row(Date(day), Empty(3), Number("1"), Number("2"))),
                ]
            )
        );
        var told = Assert.Single(folder.Import(folder.Sheet("gap.ods"), "crossings-prevented").Faults);
        var rows = told.Cure[(told.Cure.LastIndexOf(": ", StringComparison.Ordinal) + 2)..].Split(" and ");

        File.WriteAllLines(folder.Of("datasets/crossings-prevented/figures.csv"), rows);
        var import = Write(folder.Sheet("gap.ods"), "crossings-prevented");
        var again = Write(folder.Sheet("gap.ods"), "crossings-prevented");

        Assert.Equal(
            """
            period,measure,value,status,publisher_mark,note
            2026-W26,people,1,p,,
            2026-W26,events,2,p,,
            2026-W27,people,,x,,
            2026-W27,events,,x,,
            2026-W28,people,1,p,,
            2026-W28,events,2,p,,

            """,
            folder.Figures("crossings-prevented")
        );
        Assert.Equal(["2026-W27"], import.Datasets[0].Filled.Select(period => period.Code));
        Assert.DoesNotContain(again.Files, file => file.Path.EndsWith("figures.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void A_broken_figures_file_is_replaced_where_the_spreadsheet_holds_every_figure()
    {
        File.WriteAllText(folder.Of("datasets/crossings/figures.csv"), "period,measure,value\nnonsense\n");

        Assert.True(Write(folder.Good(), "crossings").Datasets[0].WasBroken);
        Assert.Equal(Crossings, folder.Figures());
    }

    [Fact]
    public void A_broken_figures_file_that_may_hold_other_figures_is_left_alone()
    {
        Remap("""{ "column": "C", "header": "Boats arrived", "measure": "boats" },""", "");
        Remap("\"missing\"", """ "known": [{ "column": "C", "header": "Boats arrived" }], "missing" """);
        File.WriteAllText(folder.Of("datasets/crossings/figures.csv"), "period,measure,value\nnonsense\n");

        Assert.Equal(
            "datasets/crossings/figures.csv:1: file: The file has faults, and may hold figures that import.json does not "
                + "name. Check the publication, correct the file, and import again.",
            Assert.Single(folder.Import(folder.Good()).Faults).ToString()
        );
    }

    [Theory]
    [InlineData(
        "\"people\"",
        "\"persons\"",
        "figures: \"persons\" is not a measure of crossings. The measures are people, boats, uncontrolled-landings."
    )]
    [InlineData(
        "\"x\"",
        "\"p\"",
        "missing: \"-\" is given the status \"p\", which does not say why there is no value. Write c, x, z or low."
    )]
    [InlineData(
        "\"p\"",
        "\"p r\"",
        "status: \"p r\" is not a status that imported values can have. Write p, e, u or i, or leave it out. Whether a figure "
            + "was revised is found by comparing releases."
    )]
    [InlineData("\"day\"", "\"month\"", "date: The dates are given as \"month\"; the dataset is by day. Write day.")]
    [InlineData("\"C\"", "\"7\"", "columns: \"7\" is not a column. Write its letters, such as A or AB.")]
    [InlineData(
        "small-boats\"",
        "small-boat\"",
        "source: \"home-office-small-boat\" is not a source in sources.csv. Write home-office-small-boats, or add it there."
    )]
    public void A_mapping_that_does_not_fit_the_dataset_is_told_of(string was, string now, string fault)
    {
        Remap(was, now);

        Assert.Equal("datasets/crossings/import.json:1: " + fault, Assert.Single(folder.Import(folder.Good()).Faults).ToString());
    }

    [Fact]
    public void The_mapping_that_the_handbook_shows_is_one_that_is_shipped() =>
        Assert.Contains(
            "```json\n" + File.ReadAllText(Path.Combine(RepositoryFiles.Data, "datasets/crossings-prevented/import.json")) + "```\n",
            File.ReadAllText(Path.Combine(RepositoryFiles.Data, "datasets/README.md")),
            StringComparison.Ordinal
        );

    private ImportResult Write(string file, params string[] datasets)
    {
        var import = folder.Import(file, datasets);
        Assert.Empty(import.Faults);
        Assert.Empty(ImportWriting.Write(folder.Data, import).Faults);
        return import;
    }

    private void Remap(string was, string now)
    {
        var path = folder.Of("datasets/crossings/import.json");
        var text = File.ReadAllText(path);
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(was, now, StringComparison.Ordinal));
    }

    private static string Row(int number, IEnumerable<string> cells, string kind) =>
        $"<row r=\"{number}\">"
        + $"{string.Concat(cells.Select((cell, at) => $"<c r=\"{(char)('A' + at)}{number}\" t=\"{kind}\">{cell}</c>"))}</row>";
}
