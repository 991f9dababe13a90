using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Data.Reading;

/// <summary>What an editor is told who types something else than a number. A cure never guesses: it names a number only when there is
/// one reading.</summary>
public sealed class ValuesAsTyped : IDisposable
{
    private static readonly SealOrder Order = new("2026-03-06 09:30", "Sample", "A sample.", "editor");

    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("12,000", "\"12,000\" holds a thousands separator. Write 12000.")]
    [InlineData("1,234,567", "\"1,234,567\" holds a thousands separator. Write 1234567.")]
    [InlineData("12 000", "\"12 000\" holds a thousands separator. Write 12000.")]
    [InlineData("12\u202f000", "\"12\u202f000\" holds a thousands separator. Write 12000.")]
    [InlineData("1.234.567", "\"1.234.567\" holds a thousands separator. Write 1234567.")]
    [InlineData("1.234,50", "\"1.234,50\" holds a thousands separator. Write 1234.50.")]
    [InlineData(
        "7,0",
        "\"7,0\" holds a comma that can be read in two ways. Write 70 if the comma separates thousands, or 7 if it is a " + "decimal point."
    )]
    [InlineData(
        "7,5",
        "\"7,5\" holds a comma that can be read in two ways. Write 75 if the comma separates thousands. If it is a decimal "
            + "point, 7.5 has more decimals than people can have: check it."
    )]
    [InlineData(
        "12.000",
        "\"12.000\" holds a point that can be read in two ways. Write 12000 if the point separates thousands, or 12 if it is a decimal "
            + "point."
    )]
    [InlineData("0,5", "\"0,5\" has a comma before its decimals. Write 0.5.")]
    [InlineData(
        "1,23,456",
        "\"1,23,456\" has separators that do not group thousands. Look at the source, and write digits alone, with a point before "
            + "decimals."
    )]
    [InlineData(
        "7 0",
        "\"7 0\" has separators that do not group thousands. Look at the source, and write digits alone, with a point " + "before decimals."
    )]
    [InlineData("c. 200", "\"c. 200\" holds a bound. Write 200 and bound about.")]
    [InlineData("c.200", "\"c.200\" holds a bound. Write 200 and bound about.")]
    [InlineData("About 1,200", "\"About 1,200\" holds a bound. Write 1200 and bound about.")]
    [InlineData("about 7,0", "\"about 7,0\" holds a bound. Write 70 if the comma separates thousands, or 7 if it is a decimal point.")]
    [InlineData("almost 12,000", "\"almost 12,000\" holds a bound. Write 12000 and bound under.")]
    [InlineData("more than 200", "\"more than 200\" holds a bound. Write 200 and bound over.")]
    [InlineData("at least 52", "\"at least 52\" holds a bound. Write 52 and bound at-least.")]
    [InlineData("<5", "\"<5\" holds a bound. Write 5 and bound under.")]
    [InlineData(">= 5", "\">= 5\" holds a bound. Write 5 and bound at-least.")]
    [InlineData("200+", "\"200+\" holds a bound. Write 200 with the bound over or at-least.")]
    [InlineData("200 or more", "\"200 or more\" holds a bound. Write 200 with the bound at-least.")]
    [InlineData(
        "up to 200",
        "\"up to 200\" holds a bound that has no code. Write the publisher's words in the quote, and a value only if the publisher "
            + "gives one."
    )]
    [InlineData("98%", "\"98%\" holds a unit. Write 98; the measure says the unit.")]
    [InlineData("£4,500", "\"£4,500\" holds a unit. Write 4500; the measure says the unit.")]
    [InlineData("12k", "\"12k\" is a shortened number. Write every digit.")]
    [InlineData("1.2 million", "\"1.2 million\" is a shortened number. Write every digit.")]
    [InlineData("1.2E+4", "\"1.2E+4\" is a number as a spreadsheet shortens it. Write every digit.")]
    [InlineData(
        "200-250",
        "\"200-250\" is a range, and a figure is one number. Write the publisher's words in the quote, and a value only if the publisher "
            + "gives one."
    )]
    [InlineData("200[1]", "\"200[1]\" is not a number. Write digits alone; words belong in the quote or the note.")]
    [InlineData("200*", "\"200*\" is not a number. Write digits alone; words belong in the quote or the note.")]
    [InlineData("+5", "\"+5\" has a plus sign. Write 5 if it is a count. A difference from another figure is not written here.")]
    [InlineData(".5", "\".5\" begins with a point. Write 0.5, if no digit is missing before it.")]
    [InlineData("5.", "\"5.\" ends with a point. Check whether digits are missing, and take the point out if not.")]
    [InlineData("１２", "\"１２\" has digits of another script. Write it with the digits 0 to 9.")]
    public void A_value_that_is_no_number_is_told_with_what_to_write(string typed, string told)
    {
        folder.Change("2026-01,all,people,1200,", $"2026-01,all,people,\"{typed}\",");

        Assert.Equal("datasets/sample/figures.csv:2: value: " + told, Assert.Single(folder.Workflow.Seal(Order).Faults).ToString());
    }

    [Fact]
    public void A_column_that_a_spreadsheet_program_rewrote_is_one_fault_however_long_it_is()
    {
        var rows = string.Concat(Enumerable.Range(1, 28).Select(day => $"{day:00}/02/2026,all,people,1,,,\n"));
        File.WriteAllText(
            folder.Of("datasets/sample/figures.csv"),
            "period,area,measure,value,status,source,quote\n"
                + string.Concat(Enumerable.Repeat(rows, 100)).Replace("people,1,", "people,\"1,000\",", StringComparison.Ordinal)
        );

        var faults = folder.Workflow.Seal(Order).Faults.Where(fault => fault.Place.Part is "period" or "value").ToList();

        Assert.Equal(["period", "value"], faults.Select(fault => fault.Place.Part));
        Assert.All(
            faults,
            fault => Assert.Contains("The column has 2,800 such cells, down to line 2801.", fault.Problem, StringComparison.Ordinal)
        );
        Assert.All(faults, fault => Assert.Contains("Import the publisher's file again", fault.Cure, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("title", "Figures to {date}", "A brace is in")]
    [InlineData("title", "Figures <b>to</b> July", "<b> is HTML")]
    [InlineData("reason", "See [the page](https://sample.example).", "is a link")]
    [InlineData("wrong", "It was {{ figure \"sample/people/all/2026-01\" }}.", "A brace is in")]
    public void Words_of_a_release_are_checked_like_all_that_is_published(string part, string words, string told)
    {
        var result = part switch
        {
            "title" => folder.Workflow.Seal(Order with { Title = words }),
            "reason" => folder.Workflow.Seal(Order with { Reason = words }),
            _ => folder.Correct(Order.At!, "Correction", new(words, "A slip.", "Nobody."), "sample/people/all/2026-01"),
        };

        var fault = Assert.Single(result.Faults, fault => fault.Place.Part == part);

        Assert.Contains(told, fault.Problem, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Of("releases/log.jsonl")));
    }
}
