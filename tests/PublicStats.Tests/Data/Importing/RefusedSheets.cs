using PublicStats.Tests.Infra;
using static PublicStats.Tests.Infra.ImportFolder;
using static PublicStats.Tests.Infra.SampleSheets;

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
                    "SB_01!A2: \"14/07/2026\" is text, not a date. Make the cell a date, or write the form of the dates in "
                        + "import.json, such as dd/MM/yyyy.",
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
                ["SB_01!A3: 14 July 2026 comes after 15 July 2026. Sort the rows by date, oldest first, in a copy of the file."]
            },
            {
                "a date twice",
                [Header(Daily), First, First],
                ["SB_01!A3: 14 July 2026 is already in row 2. Keep one of the two, and ask the publisher which is right."]
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
                    "SB_01!A3: 15 July 2026 is missing before it. Import a file of the publisher's that holds every row. If "
                        + "there is none, write "
                        + "the figures by hand, and import again: they stay. Where they are not available, the rows of "
                        + "datasets/crossings/figures.csv are: period,measure,value,status and 2026-07-15,people,,x and "
                        + "2026-07-15,boats,,x "
                        + "and 2026-07-15,uncontrolled-landings,,x",
                ]
            },
            {
                "missing days",
                [Header(Daily), Day("2026-07-10", "0", "0"), Last],
                [
                    "SB_01!A3: 11 July 2026 to 15 July 2026 are missing before it. Import a file of the publisher's that "
                        + "holds every row. If "
                        + "there is none, write the figures by hand, and import again: they stay. Where they are not available, "
                        + "the rows of "
                        + "datasets/crossings/figures.csv are: period,measure,value,status and 2026-07-11,people,,x and "
                        + "2026-07-11,boats,,x "
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
                    "SB_01!A4: 18 July 2026 had not ended on 17 July 2026, the day of the file. There are 2 such rows. Take "
                        + "the rows of days "
                        + "to come out in a copy of the file, and import the copy. If the file is newer, give the day it was made.",
                ]
            },
            {
                "a note among the rows",
                [Header(Daily), First, Row(Text("Figures from here on are estimates.")), Day("2026-07-15", "1", "1")],
                [
                    "SB_01!A3: \"Figures from here on are estimates.\" is a note among the rows, not a row of figures. Read "
                        + "it, for it may change what the figures mean. Then take it out in a copy of the file, and import the "
                        + "copy.",
                ]
            },
            {
                "a note under the table",
                [Header(Daily), First, "<table:table-row/>", Row(Text("Source: Border Force"))],
                [
                    "SB_01!A4: \"Source: Border Force\" is a note under the table, not a row of figures. Read it, for it may "
                        + "change what the figures mean. Then take it out in a copy of the file, and import the copy.",
                ]
            },
            {
                "rows after blank rows",
                [Header(Daily), First, "<table:table-row table:number-rows-repeated=\"3\"/>", Day("2026-07-15", "1", "1")],
                [
                    "SB_01!A6: The row comes after 3 blank rows. Check that nothing is missing there, take the blank out in "
                        + "a copy of the file, and import the copy.",
                ]
            },
            {
                "a note that is not known",
                [Header(Daily), Day("2026-07-14", "0", "0", "0", "Estimated")],
                [
                    "SB_01!E2: \"Estimated\" is a note that is not known; \"Revised\" is. Read it, for it may change what the "
                        + "figures mean. Then take it out in a copy of the file, and import the copy.",
                ]
            },
            {
                "something beside the table",
                [Header(Daily), Row(Date("2026-07-14"), Number("1"), Number("1"), Number("0"), Empty(3), Text("check!"))],
                [
                    "SB_01!H2: \"check!\" is in a column that has no header. Ask the publisher what it is, or take it out "
                        + "in a copy of the file.",
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
                    "SB_01!B2: B2 to C2 are merged into one cell. Unmerge them in a copy of the file, and write in each cell "
                        + "what it holds.",
                ]
            },
            {
                "columns that changed places",
                [Header("Date", "Boats arrived", "Migrants arrived", Daily[3], "Notes"), First],
                [
                    "SB_01!C1: \"Migrants arrived\" is in column C; it was in column B. Check what else changed in the "
                        + "sheet, then write the new letter in import.json.",
                    "SB_01!B1: \"Boats arrived\" is in column B; it was in column C. Check what else changed in the "
                        + "sheet, then write the new letter in import.json.",
                ]
            },
            {
                "a renamed column",
                [Header("Date", "People arrived", "Boats arrived", Daily[3], "Notes"), First],
                [
                    "SB_01!B1: The header is \"People arrived\"; it was \"Migrants arrived\". Check that the column still "
                        + "means the same, then write the new header in import.json.",
                ]
            },
            {
                "a new column",
                [Header([.. Daily, "Children"]), First],
                [
                    "SB_01!F1: \"Children\" is a new column. Name it in import.json: under \"figures\" with its measure, or "
                        + "under \"known\" to leave it out.",
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
}
