using PublicStats.Tests.Infra;
using static PublicStats.Tests.Infra.ImportFolder;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Data.Importing;

/// <summary>Files that are refused as a whole, or in many places at once.</summary>
public sealed class RefusedFiles : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

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
