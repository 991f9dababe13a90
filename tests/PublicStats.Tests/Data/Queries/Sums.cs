using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;

namespace PublicStats.Tests.Data.Queries;

public class Sums
{
    [Fact]
    public void Over_3300_and_100_make_over_3400() =>
        Assert.Equal(
            "more than 3,400",
            Total([("2026-01", 3300, Bound.Over, FigureStatus.None), ("2026-02", 100, Bound.Exact, FigureStatus.None)], out _)
        );

    [Fact]
    public void Almost_and_more_than_are_refused()
    {
        Assert.Null(
            Total([("2026-01", 3300, Bound.Under, FigureStatus.None), ("2026-02", 100, Bound.Over, FigureStatus.None)], out var fault)
        );
        Assert.Equal("\"more than\" and \"almost\" cannot be added: nothing true can be said of their sum.", fault!.Text);
        Assert.Equal(new ParameterPlace("by", "total"), fault.Place);
    }

    [Fact]
    public void A_sum_over_a_confidential_figure_is_confidential() =>
        Assert.Equal(
            "[c]",
            Total([("2026-01", 3300, Bound.Exact, FigureStatus.None), ("2026-02", null, Bound.Exact, FigureStatus.Confidential)], out _)
        );

    [Fact]
    public void A_sum_over_a_gap_is_not_available() =>
        Assert.Equal("[x]", Total([("2026-01", 1, Bound.Exact, FigureStatus.None), ("2026-03", 1, Bound.Exact, FigureStatus.None)], out _));

    [Fact]
    public void A_sum_that_is_too_great_to_be_written_is_refused()
    {
        (string, decimal?, Bound, FigureStatus)[] figures =
        [
            ("2026-01", long.MaxValue, Bound.Exact, FigureStatus.None),
            ("2026-02", 1, Bound.Exact, FigureStatus.None),
        ];

        Assert.Null(Total(figures, out var fault));
        Assert.Equal("The sum is too great to be written.", fault!.Text);
    }

    [Fact]
    public void A_sum_keeps_any_number_of_dimensions_apart()
    {
        Dimension[] dimensions = [.. Enumerable.Range(0, 6).Select(number => Flat($"d{number}", 4))];
        var builder = new FigureTableBuilder("sample", dimensions, [People]);
        for (var combination = 0; combination < 4096; combination++)
        {
            int[] codes = [.. Enumerable.Range(0, 6).Select(dimension => (combination >> (2 * dimension)) & 3)];
            builder.Add(Period.Parse("2026-01"), codes, 0, new(combination, Bound.Exact, FigureStatus.None));
            builder.Add(Period.Parse("2026-02"), codes, 0, new(1, Bound.Exact, FigureStatus.None));
        }

        var selection = Select(Of(builder, dimensions), out _, ("by", "d0,d1,d2,d3,d4,d5"))!;

        Assert.Equal(4096, selection.Total);
        Assert.Equal(4096, selection.Rows.Select(row => selection.Table[row].Key).Distinct().Count());
        Assert.Contains(
            "sample/people/c3/c0/c1/c2/c0/c3/2026-01--2026-02 3220",
            selection.Rows.Select(row => $"{selection.Table[row].Key} {selection.Table[row].Value}")
        );
    }

    [Fact]
    public void A_dimension_may_have_more_codes_than_sixteen_bits_can_number()
    {
        Dimension[] dimensions = [Flat("place", 70_000), Flat("kind", 2)];
        var builder = new FigureTableBuilder("sample", dimensions, [People]);
        foreach (var place in (int[])[0, 4_463, 4_464, 65_535, 65_536, 69_999])
        {
            builder.Add(Period.Parse("2026-01"), [place, 0], 0, new(place, Bound.Exact, FigureStatus.None));
            builder.Add(Period.Parse("2026-01"), [place, 1], 0, new(1, Bound.Exact, FigureStatus.None));
        }

        var selection = Select(Of(builder, dimensions), out _, ("by", "place,period"))!;

        Assert.Equal(
            ["c0 1", "c4463 4464", "c4464 4465", "c65535 65536", "c65536 65537", "c69999 70000"],
            selection.Rows.Select(row => $"{selection.Table[row].Code(0).Name} {selection.Table[row].Value}")
        );
    }

    [Theory]
    [InlineData("area", "west", "west 7")]
    [InlineData("area", "west,farm", "west 7,farm 2")]
    [InlineData("area", "west,town", "west 7,town 5")]
    [InlineData("area", "west,town,street", "west 7,town 5,street 4")]
    [InlineData("area", "east", "east 10")]
    [InlineData("parent", "west", "town 5,farm 2")]
    [InlineData("parent", "town", "street 4")]
    [InlineData("parent", "east", "port 6")]
    public void A_code_means_itself_and_only_without_figures_of_its_own_the_sum_of_the_nearest_codes_below_it(
        string parameter,
        string value,
        string rows
    )
    {
        foreach (
            var question in ((string, string)[][])
                [
                    [],
                    [("by", "area,period")],
                    [("by", "area")],
                    [("frequency", "year")],
                ]
        )
        {
            var selection = Select(Nested(Additivity.All), out _, [(parameter, value), .. question])!;

            var found = selection.Rows.Select(row => $"{selection.Table[row].Code(0).Name} {selection.Table[row].Value}");
            Assert.Equal(rows, string.Join(',', found));
        }
    }

    [Theory]
    [InlineData("west", 7)]
    [InlineData("west,farm", 7)]
    [InlineData("west,town,street", 7)]
    [InlineData("east,port", 10)]
    [InlineData("street,farm", 6)]
    public void A_total_of_codes_counts_each_figure_once(string codes, int total)
    {
        var selection = Select(Nested(Additivity.All), out _, ("area", codes), ("by", "total"))!;

        Assert.Equal(total, selection.Table[Assert.Single(selection.Rows)].Value);
    }

    [Fact]
    public void Where_a_total_has_no_figure_in_the_period_its_parts_are_added()
    {
        Dimension[] dimensions = [new("area", "Area", [Code("all", null), Code("north", "all"), Code("south", "all")])];
        var builder = new FigureTableBuilder("sample", dimensions, [People]);
        foreach (
            var (period, area, value) in (ReadOnlySpan<(string, int, int)>)
                [("2025-12", 1, 3), ("2025-12", 2, 4), ("2026-01", 0, 9), ("2026-01", 1, 5), ("2026-01", 2, 4)]
        )
        {
            builder.Add(Period.Parse(period), [area], 0, new(value, Bound.Exact, FigureStatus.None));
        }

        var dataset = Of(builder, dimensions);
        foreach (var (period, total) in (ReadOnlySpan<(string, int)>)[("2025-12", 7), ("2026-01", 9)])
        {
            var selection = Select(dataset, out _, ("by", "total"), ("period", period))!;
            Assert.Equal(total, selection.Table[Assert.Single(selection.Rows)].Value);
        }
    }

    [Fact]
    public void A_region_of_figures_that_may_not_be_added_is_refused_naming_how_to_ask_for_its_parts()
    {
        Assert.Null(Select(Nested(Additivity.None), out var fault, ("area", "west")));
        Assert.Equal(new ParameterPlace("area", "west"), fault!.Place);
        Assert.EndsWith("west has no figures of its own. Ask for the codes below it: parent=west.", fault.Text, StringComparison.Ordinal);
        Assert.Equal(2, Select(Nested(Additivity.None), out _, ("parent", "west"))!.Total);
    }

    [Fact]
    public void Figures_that_may_be_added_over_codes_but_not_over_time_are_found_by_the_key_of_their_sum()
    {
        var dataset = Nested(Additivity.Dimensions);

        Assert.Equal(7, FigureLookup.Find(Holding(dataset), "sample/people/west/2026-01")!.Figure.Value);
        Assert.False(FigureLookup.TryFind(Holding(dataset), "sample/people/west/2026-Q1", out _, out var fault));
        Assert.Contains("may not be added over time", fault.Text, StringComparison.Ordinal);
    }

    // West has no figures of its own. Town has, and its street is a part of them.
    private static Dataset Nested(Additivity additivity)
    {
        Dimension[] dimensions =
        [
            new(
                "area",
                "Area",
                [
                    Code("west", null),
                    Code("town", "west"),
                    Code("street", "town"),
                    Code("farm", "west"),
                    Code("east", null),
                    Code("port", "east"),
                ]
            ),
        ];
        var builder = new FigureTableBuilder("sample", dimensions, [People with { Additivity = additivity }]);
        foreach (var (area, value) in (ReadOnlySpan<(int, int)>)[(1, 5), (2, 4), (3, 2), (4, 10), (5, 6)])
        {
            builder.Add(Period.Parse("2026-01"), [area], 0, new(value, Bound.Exact, FigureStatus.None));
        }

        return Of(builder, dimensions);
    }

    private static Measure People { get; } = new("people", "People", "people", "person", 0, Additivity.All, "People.");

    private static Code Code(string name, string? parent) => new(name, name, parent, null, []);

    private static Dimension Flat(string name, int count) =>
        new(name, name, [.. Enumerable.Range(0, count).Select(number => Code($"c{number}", null))]);

    private static Dataset Of(FigureTableBuilder builder, Dimension[] dimensions)
    {
        var table = builder.Build();
        var about = new DatasetDescription(
            "sample",
            "Sample",
            new("", null, "", "", "", ""),
            new(Frequency.Month, false, false, "s", [], table.Measures),
            new([], [], null, null, null),
            new([], [])
        );
        return new(about, dimensions, [], table, "");
    }

    private static Publication Holding(Dataset dataset) =>
        new(
            new("sample", "Sample", "", "", "", "en-GB", "Europe/London", "https://sample.example"),
            new("", ""),
            new("", "", ""),
            [],
            [],
            [dataset],
            [],
            []
        );

    private static Selection? Select(Dataset dataset, out Fault? fault, params (string Name, string Value)[] parameters)
    {
        var pairs = parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value));
        Assert.True(QueryParser.TryParse(pairs, dataset, "r", out var query, out _));
        return QueryExecutor.TrySelect(dataset, query, out var selection, out fault) ? selection : null;
    }

    private static string? Total((string Period, decimal? Value, Bound Bound, FigureStatus Status)[] figures, out Fault? fault)
    {
        var builder = new FigureTableBuilder("sample", [], [People]);
        foreach (var (period, value, bound, status) in figures)
        {
            builder.Add(Period.Parse(period), [], 0, new(value, bound, status));
        }

        var selection = Select(Of(builder, []), out fault, ("by", "total"));
        return selection?.Table[selection.Rows[0]].Text;
    }
}
