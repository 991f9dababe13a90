using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Publications;
using PublicStats.Data.Queries;
using PublicStats.Data.Tables;

namespace PublicStats.Tests.Data.Queries;

public class Sums
{
    [Fact]
    public void Over_3300_and_100_make_over_3400() =>
        Assert.Equal("more than 3,400", Total([("2026-01", 3300, Bound.Over, FigureStatus.None), ("2026-02", 100, Bound.Exact, FigureStatus.None)], out _));

    [Fact]
    public void Almost_and_more_than_are_refused()
    {
        Assert.Null(Total([("2026-01", 3300, Bound.Under, FigureStatus.None), ("2026-02", 100, Bound.Over, FigureStatus.None)], out var fault));
        Assert.Equal("\"more than\" and \"almost\" cannot be added: nothing true can be said of their sum.", fault!.Reason);
    }

    [Fact]
    public void A_sum_over_a_confidential_figure_is_confidential() =>
        Assert.Equal("[c]", Total([("2026-01", 3300, Bound.Exact, FigureStatus.None), ("2026-02", null, Bound.Exact, FigureStatus.Confidential)], out _));

    [Fact]
    public void A_sum_over_a_gap_is_not_available() =>
        Assert.Equal("[x]", Total([("2026-01", 1, Bound.Exact, FigureStatus.None), ("2026-03", 1, Bound.Exact, FigureStatus.None)], out _));

    private static string? Total((string Period, decimal? Value, Bound Bound, FigureStatus Status)[] figures, out QueryFault? fault)
    {
        Measure[] measures = [new("people", "People", "people", "person", 0, Additivity.All, "People.")];
        var builder = new FigureTableBuilder("sample", [], measures);
        foreach (var (period, value, bound, status) in figures)
        {
            builder.Add(Period.Parse(period), [], 0, value, bound, status);
        }

        var about = new DatasetDescription("sample", "Sample", "", Frequency.Month, false, false, null, "s", "", "", "", "", [], measures, [], [], [], [], null, null, null);
        var dataset = new Dataset(about, [], [], builder.Build(), "");
        var query = new QueryReader(dataset, "r").Read([KeyValuePair.Create("by", "total")], out _)!;
        var selection = FigureSelector.Select(dataset, query, out fault);
        return selection?.Table[selection.Rows[0]].Text;
    }
}
