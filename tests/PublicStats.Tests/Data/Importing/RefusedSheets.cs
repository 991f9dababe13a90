using static PublicStats.Tests.Data.Importing.ImportFolder;
using static PublicStats.Tests.Data.Spreadsheets.SampleSheets;

namespace PublicStats.Tests.Data.Importing;

public sealed class RefusedSheets : IDisposable
{
    private static readonly string First = Day("2026-07-14", "0", "0");
    private static readonly string Last = Day("2026-07-16", "55", "1");

    private readonly ImportFolder folder = new();

    public static TheoryData<string, string[], string[]> Cases =>
        new()
        {
            {
                "a number with a thousands separator and a bound",
                [Header(Daily), Day("2026-07-14", "12,000+", "0")],
                ["SB_01!B2: \"12,000+\" is text, not a number. Write the number alone, or \"-\" when it is not available."]
            },
            {
                "a word",
                [Header(Daily), Day("2026-07-14", "n/a", "0")],
                ["SB_01!B2: \"n/a\" is text, not a number. Write the number alone, or \"-\" when it is not available."]
            },
            {
                "a number written as text",
                [Header(Daily), Day("2026-07-14", Text("12"), "0")],
                ["SB_01!B2: \"12\" is a number written as text. Make the cell a number."]
            },
            {
                "a decimal",
                [Header(Daily), Day("2026-07-14", "12.5", "0")],
                ["SB_01!B2: 12.5 is not a whole number, and people are counted in whole numbers. Check it: it may be an average."]
            },
            {
                "a number below zero",
                [Header(Daily), Day("2026-07-14", "-5", "0")],
                ["SB_01!B2: \"-5\" is below zero. A count cannot be. Check it."]
            },
            {
                "an empty cell",
                [Header(Daily), Day("2026-07-14", "", "0")],
                ["SB_01!B2: The cell is empty. Write the number in it, or \"-\" when it is not available."]
            },
            {
                "an error",
                [Header(Daily), Day("2026-07-14", Text("#REF!"), "0")],
                ["SB_01!B2: #REF! is an error of the spreadsheet. Mend the formula, or ask the publisher for the number."]
            },
            {
                "a date among the numbers",
                [Header(Daily), Day("2026-07-14", Date("2026-07-14"), "0")],
                ["SB_01!B2: \"2026-07-14T00:00:00\" is a date, not a number. Write the number alone, or \"-\" when it is not available."]
            },
            {
                "two faults in two rows",
                [Header(Daily), Day("2026-07-14", "many", "0"), Day("2026-07-15", "1", "few")],
                [
                    "SB_01!B2: \"many\" is text, not a number. Write the number alone, or \"-\" when it is not available.",
                    "SB_01!C3: \"few\" is text, not a number. Write the number alone, or \"-\" when it is not available.",
                ]
            },
            {
                "a date that is text",
                [Header(Daily), Row(Text("14/07/2026"), Number("1"), Number("1"), Number("0"))],
                [
                    "SB_01!A2: \"14/07/2026\" is text, not a date. Make the cell a date, or write the form of the dates in import.json, such as dd/MM/yyyy.",
                ]
            },
            {
                "a row without a date",
                [Header(Daily), First, Row(Empty(), Number("1"), Number("1"), Number("0"))],
                ["SB_01!A3: There is no date in the row. Write it."]
            },
            {
                "dates out of order",
                [Header(Daily), Day("2026-07-15", "1", "1"), First],
                ["SB_01!A3: 14 July 2026 stands after 15 July 2026. Sort the rows by date, oldest first, in a copy of the file."]
            },
            {
                "a date twice",
                [Header(Daily), First, First],
                ["SB_01!A3: 14 July 2026 stands in row 2 already. Keep one of the two, and ask the publisher which is right."]
            },
            {
                "a row a thousand times",
                [
                    Header(Daily),
                    First.Replace("<table:table-row>", "<table:table-row table:number-rows-repeated=\"1000\">", StringComparison.Ordinal),
                ],
                ["SB_01!A2: Rows 2 to 1001 are the same. Keep one of them."]
            },
            {
                "a missing day",
                [Header(Daily), First, Last],
                [
                    "SB_01!A3: 15 July 2026 is missing before it. Import a file of the publisher's that holds every row. If there is none, write "
                        + "the figures by hand, and import again: they stay. Where they are not available, the rows of "
                        + "datasets/crossings/figures.csv are: period,measure,value,status and 2026-07-15,people,,x and 2026-07-15,boats,,x "
                        + "and 2026-07-15,uncontrolled-landings,,x",
                ]
            },
            {
                "missing days",
                [Header(Daily), Day("2026-07-10", "0", "0"), Last],
                [
                    "SB_01!A3: 11 July 2026 to 15 July 2026 are missing before it. Import a file of the publisher's that holds every row. If "
                        + "there is none, write the figures by hand, and import again: they stay. Where they are not available, the rows of "
                        + "datasets/crossings/figures.csv are: period,measure,value,status and 2026-07-11,people,,x and 2026-07-11,boats,,x "
                        + "and 2026-07-11,uncontrolled-landings,,x",
                ]
            },
            {
                "days to come",
                [
                    Header(Daily),
                    Day("2026-07-16", "1", "1"),
                    Day("2026-07-17", "1", "1"),
                    Day("2026-07-18", "0", "0"),
                    Day("2026-07-19", "0", "0"),
                ],
                [
                    "SB_01!A4: 18 July 2026 had not ended on 17 July 2026, the day of the file. There are 2 such rows. Take the rows of days "
                        + "to come out in a copy of the file, and import the copy. If the file is newer, say its day: --made 2026-07-31.",
                ]
            },
            {
                "a note among the rows",
                [Header(Daily), First, Row(Text("Figures from here on are estimates.")), Day("2026-07-15", "1", "1")],
                [
                    "SB_01!A3: \"Figures from here on are estimates.\" is a note among the rows, not a row of figures. Read it, for it may change what the figures mean. Then take it out in a copy of the file, and import the copy.",
                ]
            },
            {
                "a note under the table",
                [Header(Daily), First, "<table:table-row/>", Row(Text("Source: Border Force"))],
                [
                    "SB_01!A4: \"Source: Border Force\" is a note under the table, not a row of figures. Read it, for it may change what the figures mean. Then take it out in a copy of the file, and import the copy.",
                ]
            },
            {
                "rows after blank rows",
                [Header(Daily), First, "<table:table-row table:number-rows-repeated=\"3\"/>", Day("2026-07-15", "1", "1")],
                [
                    "SB_01!A6: The row stands after 3 blank rows. Check that nothing is missing there, take the blank out in a copy of the file, and import the copy.",
                ]
            },
            {
                "a note that is not known",
                [Header(Daily), Day("2026-07-14", "0", "0", "0", "Estimated")],
                [
                    "SB_01!E2: \"Estimated\" is a note that is not known; \"Revised\" is. Read it, for it may change what the figures mean. Then take it out in a copy of the file, and import the copy.",
                ]
            },
            {
                "something beside the table",
                [Header(Daily), Row(Date("2026-07-14"), Number("1"), Number("1"), Number("0"), Empty(3), Text("check!"))],
                [
                    "SB_01!H2: \"check!\" stands in a column that has no header. Ask the publisher what it is, or take it out in a copy of the file.",
                ]
            },
            {
                "merged cells",
                [
                    Header(Daily),
                    Row(Date("2026-07-14"), Number("1", "table:number-columns-spanned=\"2\""), "<table:covered-table-cell/>", Number("0")),
                ],
                [
                    "SB_01!C2: The cell is empty. Write the number in it, or \"-\" when it is not available.",
                    "SB_01!B2: B2 to C2 are merged into one cell. Unmerge them in a copy of the file, and write in each cell what it holds.",
                ]
            },
            {
                "columns that changed places",
                [Header("Date", "Boats arrived", "Migrants arrived", Daily[3], "Notes"), First],
                [
                    "SB_01!C1: \"Migrants arrived\" stands in column C; it was in column B. Check what else changed in the sheet, then write the new letter in import.json.",
                    "SB_01!B1: \"Boats arrived\" stands in column B; it was in column C. Check what else changed in the sheet, then write the new letter in import.json.",
                ]
            },
            {
                "a renamed column",
                [Header("Date", "People arrived", "Boats arrived", Daily[3], "Notes"), First],
                [
                    "SB_01!B1: The header is \"People arrived\"; it was \"Migrants arrived\". Check that the column still means the same, then write the new header in import.json.",
                ]
            },
            {
                "a new column",
                [Header([.. Daily, "Children"]), First],
                [
                    "SB_01!F1: \"Children\" is a new column. Name it in import.json: under \"figures\" with its measure, or under \"known\" to leave it out.",
                ]
            },
            {
                "a missing column",
                [Header(Daily[..4]), First],
                ["SB_01!E1: The column \"Notes\" is missing. Ask the publisher for it, or take it out of import.json."]
            },
            {
                "nothing under the header",
                [Header(Daily)],
                ["SB_01!A2: There are no rows under the header. Check that the file is whole."]
            },
            {
                "no header",
                [],
                ["SB_01!A1: The header is empty. Check \"header\" in import.json: the number of the row that names the columns."]
            },
        };

    public void Dispose() => folder.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void Each_thing_that_does_not_fit_is_told_with_its_cell_and_cure(string what, string[] rows, string[] faults)
    {
        Ods(folder.Sheet("week.ods"), "2026-07-17", ("SB_01", rows));

        var import = folder.Import(folder.Sheet("week.ods"));

        Assert.Equal(faults.Select(fault => "week.ods: " + fault), import.Faults.Select(fault => fault.ToString()));
        Assert.True(import.Files.Count == 0, what);
    }

    [Fact]
    public void A_week_that_does_not_end_on_a_Sunday_is_refused()
    {
        Ods(
            folder.Sheet("week.ods"),
            "2026-07-17",
            ("SB_02", [Header(Weekly), Row(Date("2026-07-11"), Empty(3), Number("1"), Number("1"))])
        );

        Assert.Equal(
            "week.ods: SB_02!A2: 11 July 2026 is a Saturday; a week ends on a Sunday. Check it: the week it lies in ends on 12 July 2026.",
            Assert.Single(folder.Import(folder.Sheet("week.ods"), "crossings-prevented").Faults).ToString()
        );
    }

    [Fact]
    public void A_missing_week_is_named()
    {
        Ods(
            folder.Sheet("week.ods"),
            "2026-07-17",
            (
                "SB_02",
                [
                    Header(Weekly),
                    Row(Date("2026-06-28"), Empty(3), Number("1"), Number("1")),
                    Row(Date("2026-07-12"), Empty(3), Number("1"), Number("1")),
                ]
            )
        );

        Assert.Equal(
            "week.ods: SB_02!A3: The week ending 5 July 2026 is missing before it. Import a file of the publisher's that holds "
                + "every row. If there is none, write the figures by hand, and import again: they stay. Where they are not available, the "
                + "rows of datasets/crossings-prevented/figures.csv are: period,measure,value,status and 2026-W27,people,,x and "
                + "2026-W27,events,,x",
            Assert.Single(folder.Import(folder.Sheet("week.ods"), "crossings-prevented").Faults).ToString()
        );
    }

    [Fact]
    public void A_missing_sheet_is_told_with_the_sheets_there_are()
    {
        Ods(folder.Sheet("week.ods"), "2026-07-17", ("Cover", []), ("SB_1", []));

        Assert.Equal(
            "week.ods: SB_01: There is no sheet of that name. The sheets are Cover, SB_1. If SB_1 is meant, write it in import.json.",
            Assert.Single(folder.Import(folder.Sheet("week.ods")).Faults).ToString()
        );
    }

    [Fact]
    public void A_column_wrong_in_every_row_is_one_fault_with_its_number()
    {
        Ods(
            folder.Sheet("week.ods"),
            "2026-07-17",
            (
                "SB_01",
                [
                    Header(Daily),
                    .. Enumerable.Range(0, 500).Select(at => Row(Text($"{14 + (at % 3)}/07/2026"), Text("1"), Text("1"), Text("1"))),
                ]
            )
        );

        Assert.Equal(
            [
                "week.ods: SB_01!A2: \"14/07/2026\" is text, not a date. 500 cells of the column are like it, A2 to A501. Make the cell a "
                    + "date, or write the form of the dates in import.json, such as dd/MM/yyyy. "
                    + "If somebody opened the file and saved it, download it again from the publisher.",
                .. "BCD".Select(column =>
                    $"week.ods: SB_01!{column}2: \"1\" is a number written as text. 500 cells of the column are like it, {column}2 to "
                    + $"{column}501. Make the cell a number. "
                    + "If somebody opened the file and saved it, download it again from the publisher."
                ),
            ],
            folder.Import(folder.Sheet("week.ods")).Faults.Select(fault => fault.ToString())
        );
    }

    [Fact]
    public void A_sheet_wrong_in_fifty_ways_is_told_of_fifty_times()
    {
        Ods(
            folder.Sheet("week.ods"),
            "2026-07-17",
            (
                "SB_02",
                [
                    Header(Weekly),
                    .. Enumerable
                        .Range(0, 500)
                        .Select(at =>
                            Row(
                                Date(new DateOnly(2020, 1, 6).AddDays(7 * at).ToString("yyyy-MM-dd", null)),
                                Empty(3),
                                Number("1"),
                                Number("1")
                            )
                        ),
                ]
            )
        );

        var faults = folder.Import(folder.Sheet("week.ods"), "crossings-prevented").Faults;

        Assert.Equal(51, faults.Count);
        Assert.EndsWith(
            "There may be more faults than these 50. Mend these and import again.",
            faults[^1].ToString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_CSV_file_with_semicolons_is_one_fault()
    {
        File.WriteAllText(folder.Sheet("week.csv"), string.Join(';', Daily) + "\n14/07/2026;1;0;-;\n15/07/2026;1;0;-;\n");
        var mapping = folder.Of("datasets/crossings/import.json");
        File.WriteAllText(mapping, File.ReadAllText(mapping).Replace("\"cell\"", "\"dd/MM/yyyy\"", StringComparison.Ordinal));

        var fault = Assert.Single(
            PublicStats.Data.Importing.SpreadsheetImport.Run(folder.Data, ["crossings"], folder.Sheet("week.csv"), new(2026, 7, 17)).Faults
        );

        Assert.StartsWith(
            "week.csv: A1: The cells are separated by semicolons, not by commas. Save it again with commas",
            fault.ToString(),
            StringComparison.Ordinal
        );
    }
}
