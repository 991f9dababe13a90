using System.Net;
using System.Text.Json;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class PeriodQuestions(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("crossings/figures?measure=people&period=2026-W31,last-3&by=measure")]
    [InlineData("crossings/figures?period=2030&by=total")]
    [InlineData("crossings/figures?period=2030&frequency=year")]
    [InlineData("crossings/figures?period=2030,latest")]
    [InlineData("crossings-prevented/figures?period=2017,last-12&by=total")]
    [InlineData("arrivals/figures?period=2030,latest&by=total")]
    [InlineData("removals-by-platform/figures?period=2030,last-2&by=platform")]
    [InlineData("removals/figures?period=2030,latest")]
    public async Task An_empty_selection_is_answered_with_an_empty_list(string question)
    {
        var answer = await service.Json("/v1/datasets/" + question);

        Assert.Equal((0, 0), (answer.GetProperty("total").GetInt32(), answer.GetProperty("figures").GetArrayLength()));
    }

    [Theory]
    [InlineData("latest,last-3")]
    [InlineData("last-3,latest")]
    [InlineData("last-3,2026,last-4")]
    public async Task Two_words_that_each_say_how_many_periods_are_refused(string period)
    {
        var problem = await service.Json("/v1/datasets/crossings/figures?period=" + period, HttpStatusCode.BadRequest);

        Assert.Equal(("period", period), (problem.GetProperty("parameter").GetString(), problem.GetProperty("value").GetString()));
        var allowed = problem.GetProperty("allowed").EnumerateArray().Select(word => word.GetString());
        Assert.Equal(period.Split(',').Where(word => word[0] == 'l'), allowed);
    }

    [Theory]
    [InlineData("crossings/figures?measure=people&period=2025-06,2025-06", "crossings/figures?measure=people&period=2025-06")]
    [InlineData("crossings/figures?by=total&period=2025-06..2025-07,2025-07", "crossings/figures?by=total&period=2025-06..2025-07")]
    [InlineData("crossings/figures?measure=people&period=latest,latest", "crossings/figures?measure=people&period=latest")]
    [InlineData("crossings-prevented/figures?period=2025-Q1,2025-Q2", "crossings-prevented/figures?period=2025-01..2025-06")]
    [InlineData("crossings/figures?measure=people&period=last-3,2025", "crossings/figures?measure=people&period=2025-12-29..2025-12-31")]
    public async Task A_set_of_periods_is_the_days_in_it(string set, string same) =>
        Assert.Equal(await Keys("/v1/datasets/" + same), await Keys("/v1/datasets/" + set));

    [Theory]
    [InlineData("crossings-prevented/figures?by=total&period=2025", "2025", "2024-12-30--2025-12-28")]
    [InlineData("crossings-prevented/figures?by=measure&period=2025-02..2025-03", "2025-02..2025-03", "2025-02-03--2025-03-30")]
    [InlineData("crossings-prevented/figures?by=total&period=2025..", "2025..", "2024-12-30..")]
    [InlineData("crossings-prevented/figures?by=total&period=2025-01-04", "2025-01-04", "2025-W01")]
    [InlineData("crossings-prevented/figures?by=total&period=2025,last-3", "2025,last-3", "2024-12-30--2025-12-28,last-3")]
    [InlineData("arrivals/figures?frequency=year&period=2020,2022-02..2022-12,2024", "2020,2022-02..2022-12,2024", "2020,2022,2024")]
    [InlineData(
        "arrivals/figures?frequency=year&period=2022-02..2022-12,2023-02..2023-12",
        "2022-02..2022-12,2023-02..2023-12",
        "2022--2023"
    )]
    [InlineData("arrivals/figures?by=total&period=2022-02..2022-12", "2022-02..2022-12", "2022")]
    [InlineData("arrivals/figures?frequency=year&period=2022-03..2022-11", "2022-03..2022-11", "2022-04--2022-12")]
    [InlineData("removals-by-platform/figures?by=platform&period=2022-01-10..2022-03", "2022-01-10..2022-03", "2022-Q1")]
    public async Task A_sum_that_would_cut_a_figure_in_two_is_refused_naming_the_nearest_period_that_cuts_none(
        string question,
        string period,
        string nearest
    )
    {
        var problem = await service.Json("/v1/datasets/" + question, HttpStatusCode.BadRequest);

        Assert.Equal(("period", period, nearest), Named(problem));
        Assert.Contains(nearest, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        var whole = question.Replace("period=" + period, "period=" + nearest, StringComparison.Ordinal);
        Assert.True((await service.Json("/v1/datasets/" + whole)).GetProperty("total").GetInt32() > 0);
    }

    [Fact]
    public async Task A_key_that_would_cut_a_figure_in_two_names_the_same_period_as_the_list()
    {
        var problem = await service.Json("/v1/figures/crossings-prevented/people/2025", HttpStatusCode.NotFound);

        Assert.Equal(("period", "2025", "2024-12-30--2025-12-28"), Named(problem));
        var whole = await service.Json("/v1/figures/crossings-prevented/people/2024-12-30--2025-12-28");
        Assert.Equal(22476, whole.GetProperty("figure").GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task A_list_that_sums_nothing_holds_the_weeks_that_lie_within_the_year()
    {
        var keys = await Keys("/v1/datasets/crossings-prevented/figures?period=2025&measure=people");

        Assert.Equal((51, "crossings-prevented/people/2025-W02", "crossings-prevented/people/2025-W52"), (keys.Count, keys[0], keys[^1]));
    }

    [Fact]
    public async Task Latest_says_how_many_series_have_a_figure_where_they_end_on_different_days()
    {
        var answer = await service.Json("/v1/datasets/removals/figures?period=latest");

        var figure = Assert.Single(answer.GetProperty("figures").EnumerateArray());
        Assert.Equal("removals/social-media-use/all/2025-08-02", figure.GetProperty("key").GetString());
        Assert.Equal(
            "The latest period of everything selected is 2025-08-02 (2 August 2025), and this answer holds that period only. "
                + "1 of the 12 series selected has a figure there. "
                + "To get the latest figure of another series, select it alone with measure or platform.",
            answer.GetProperty("periodNote").GetString()
        );
    }

    [Theory]
    [InlineData("crossings/figures?period=latest")]
    [InlineData("arrivals/figures?period=latest")]
    [InlineData("removals/figures?period=latest&measure=social-media-use")]
    [InlineData("removals/figures")]
    public async Task Nothing_is_said_of_latest_where_it_leaves_out_no_series(string question) =>
        Assert.False((await service.Json("/v1/datasets/" + question)).TryGetProperty("periodNote", out _));

    [Fact]
    public async Task Total_beside_something_to_keep_is_refused_with_both_ways_to_write_it()
    {
        var problem = await service.Json("/v1/datasets/crossings/figures?by=total,period", HttpStatusCode.BadRequest);

        Assert.Equal(("by", "total,period", "period"), Named(problem));
        Assert.Equal(
            "\"total\" cannot be combined with other words: it sums all that is selected into one figure. "
                + "Write by=total, or leave total out: by=period.",
            problem.GetProperty("detail").GetString()
        );
    }

    [Fact]
    public async Task Times_that_do_not_adjoin_within_one_year_do_not_refuse_another_year()
    {
        var answer = await service.Json("/v1/datasets/arrivals/figures?by=period&frequency=year&period=2022-Q1,2022-Q3,2023");
        var figures = answer.GetProperty("figures");

        Assert.Equal((JsonValueKind.Null, 29437), (figures[0].GetProperty("value").ValueKind, figures[1].GetProperty("value").GetInt32()));
        Assert.Contains("do not adjoin", figures[0].GetProperty("note").GetString(), StringComparison.Ordinal);
    }

    private static (string? Parameter, string? Value, string? Nearest) Named(JsonElement problem) =>
        (
            problem.GetProperty("parameter").GetString(),
            problem.GetProperty("value").GetString(),
            problem.GetProperty("nearest").GetString()
        );

    private async Task<List<string>> Keys(string path) =>
        [.. (await service.Json(path)).GetProperty("figures").EnumerateArray().Select(figure => figure.GetProperty("key").GetString()!)];
}
