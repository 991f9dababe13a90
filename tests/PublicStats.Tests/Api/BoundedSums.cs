using System.Net;
using System.Text.Json;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class BoundedSums
{
    private const string Figures = """
        period,area,measure,value,bound,status,source,quote
        2025-09,all,people,1000,about,,,
        2025-09,north,people,600,,,,
        2025-09,south,people,400,about,,,
        2025-10,all,people,1100,about,,,
        2025-10,north,people,700,under,,,
        2025-10,south,people,500,over,,,
        2025-11,all,people,1200,,,,
        2025-11,north,people,700,over,,,
        2025-11,south,people,500,,,,
        2025-12,all,people,1200,,,,
        2025-12,north,people,700,,,,
        2025-12,south,people,500,,,book,Five hundred in the south
        2026-01,all,people,1200,,,,
        2026-01,north,people,700,,,,
        2026-01,south,people,500,,,,
        2026-02,all,people,,,c,,
        2026-02,north,people,750,under,,,
        2026-02,south,people,,,c,,

        """;

    [Fact]
    public async Task One_period_whose_bounds_cannot_be_added_has_no_value_and_says_why()
    {
        using var folder = Published();
        await using var served = await ServedSite.Of(folder);

        var answer = await served.Json("/v1/datasets/sample/figures?area=north,south&by=period");
        var figures = answer.GetProperty("figures").EnumerateArray().ToList();

        Assert.Equal(
            ["2025-09 about 1,000", "2025-10 [x]", "2025-11 more than 1,200", "2025-12 1,200", "2026-01 1,200", "2026-02 [c]"],
            figures.Select(figure => $"{figure.GetProperty("period")} {figure.GetProperty("text")}")
        );
        Assert.Equal(JsonValueKind.Null, figures[1].GetProperty("value").ValueKind);
        Assert.Equal("exact", figures[1].GetProperty("bound").GetString());
        Assert.Equal(
            "\"more than\" and \"almost\" cannot be added: nothing true can be said of their sum.",
            figures[1].GetProperty("note").GetString()
        );
        Assert.Single(figures, figure => figure.TryGetProperty("note", out _));
    }

    [Fact]
    public async Task A_roll_up_refuses_only_the_quarter_that_cannot_be_added()
    {
        using var folder = Published();
        await using var served = await ServedSite.Of(folder);

        const string Question = "area=north&frequency=quarter&period=..2026-01";

        var figures = (await served.Json("/v1/datasets/sample/figures?" + Question)).GetProperty("figures").EnumerateArray();
        var csv = await served.Text("/v1/datasets/sample/figures.csv?" + Question);

        Assert.Equal(
            ["2025-Q3 600", "2025-Q4 [x]", "2026-Q1 700"],
            figures.Select(figure => $"{figure.GetProperty("period")} {figure.GetProperty("text")}")
        );
        Assert.Contains("cannot be added: nothing true can be said of their sum.", csv, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("datasets/sample/figures?area=north,south&by=period&period=2025-10", 400, "by", "period")]
    [InlineData("datasets/sample/figures?area=north,south&by=total&period=2025-10", 400, "by", "total")]
    [InlineData("datasets/sample/figures?area=north&frequency=Quarter&period=2025-10..2025-12", 400, "frequency", "Quarter")]
    [InlineData("figures/sample/people/north+south/2025-10", 404, "area", "north+south")]
    [InlineData("figures/sample/people/north/2025-Q4", 404, "period", "2025-Q4")]
    public async Task Where_nothing_can_be_added_the_question_is_refused_naming_what_was_asked(
        string path,
        int status,
        string parameter,
        string value
    )
    {
        using var folder = Published();
        await using var served = await ServedSite.Of(folder);

        var problem = await served.Json("/v1/" + path, (HttpStatusCode)status);

        Assert.Equal((parameter, value), (problem.GetProperty("parameter").GetString(), problem.GetProperty("value").GetString()));
        var listed = status == 404 ? " /v1/datasets/sample/figures lists the figures." : "";
        Assert.EndsWith(
            "cannot be added: nothing true can be said of their sum." + listed,
            problem.GetProperty("detail").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_of_a_sum_that_is_one_published_figure_keeps_all_that_was_said_of_it()
    {
        using var folder = Published();
        await using var served = await ServedSite.Of(folder);

        const string Question = "/v1/datasets/sample/figures?area=south&period=2025-12";

        var plain = (await served.Json(Question)).GetProperty("figures").GetRawText();
        var kept = (await served.Json(Question + "&by=area,period")).GetProperty("figures").GetRawText();

        Assert.Contains("Five hundred in the south", plain, StringComparison.Ordinal);
        Assert.Equal(plain, kept);
    }

    private static SamplePublication Published()
    {
        var folder = new SamplePublication();
        File.WriteAllText(folder.Of("datasets/sample/figures.csv"), Figures);
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 6, 12, 0, 0, TimeSpan.Zero));
        return folder;
    }
}
