using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

/// <summary>Questions about a past time, by date or by release.</summary>
public class PastAnswers(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("crossings/people/2025", "asOf=2025-11-15", 39075, "2025-11-14")]
    [InlineData("crossings/people/2025", "asOf=2025-11-14", 39075, "2025-11-14")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-05-03", 322, "2026-05-01")]
    [InlineData("crossings-prevented/people/2026-W16", "release=2026-04-24", 390, "2026-04-24")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-05-01T16:05:03", 390, "2026-04-24")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-05-01T16:05:04", 322, "2026-05-01")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-05-01T16:05:04%2B02:00", 390, "2026-04-24")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-05-01T16:05:04+01:00", 322, "2026-05-01")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-05-01T15:05:04Z", 322, "2026-05-01")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-04-25", 390, "2026-04-24")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-06-05", 390, "2026-06-05")]
    [InlineData("crossings-prevented/people/2026-W16", "asOf=2026-07-24", 390, "2026-07-24")]
    public async Task A_reader_who_asks_for_a_past_time_gets_the_figure_as_it_was_published_then(
        string key,
        string when,
        int value,
        string release
    )
    {
        var answer = await service.Json($"/v1/figures/{key}?{when}");

        Assert.Equal(
            (value, release),
            (answer.GetProperty("figure").GetProperty("value").GetInt32(), answer.GetProperty("release").GetProperty("id").GetString())
        );
    }

    [Theory]
    [InlineData("asOf=2999-01-01", 400, "lies in the future")]
    [InlineData("asOf=2999-01-01T09:30Z", 400, "is not a date")]
    [InlineData("asOf=2999-01-01T09:30", 400, "lies in the future")]
    [InlineData("asOf=yesterday", 400, "is not a date. Write a day, 2026-05-01")]
    [InlineData("asOf=2026-02-30", 400, "is not a date")]
    [InlineData("asOf=", 400, "is not a date")]
    [InlineData("asOf=2026-03-29T01:30", 400, "The clocks go forward then")]
    [InlineData("asOf=2025-11-13", 404, "The first release is 2025-11-14.")]
    [InlineData("asOf=2026-05-01&release=2026-05-01", 400, "Only one of release and asOf")]
    [InlineData("asOf=2026-05-01&asOf=2026-05-02", 400, "Only one of release and asOf")]
    [InlineData("release=2026-05-02", 404, "No release of that name is published.")]
    public async Task A_past_that_there_is_not_is_refused_with_the_reason(string when, int status, string reason)
    {
        var problem = await service.Json("/v1/figures/crossings/people/2025?" + when, (HttpStatusCode)status);

        Assert.Contains(reason, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
        Assert.Equal(
            when.StartsWith("asOf", StringComparison.Ordinal) && !when.Contains("release", StringComparison.Ordinal) ? "asOf" : "release",
            problem.GetProperty("parameter").GetString()
        );
    }

    [Theory]
    [InlineData("/v1/figures/crossings/people/2025?asOf=2025-11-15")]
    [InlineData("/v1/releases/2025-11-14/figures/crossings/people/2025")]
    public async Task A_past_figure_is_cited_by_the_page_on_which_it_stands_with_the_days_it_covers(string address)
    {
        var figure = await service.Json(address);

        var title = (await service.Json("/v1/datasets/crossings")).GetProperty("title").GetString();
        Assert.Equal(
            "39,075 people crossed the Channel in small boats from 1 January to 13 November 2025. "
                + "Home Office, Migrants detected crossing the English Channel in small boats: time series. "
                + $"PublicStats, {title}, release of 14 November 2025, "
                + $"https://publicstats.example/releases/2025-11-14/crossings/people/2025/",
            figure.GetProperty("cite").GetString()
        );
        Assert.Equal("https://publicstats.example/releases/2025-11-14/crossings/people/2025/", figure.GetProperty("page").GetString());
        Assert.Equal(
            "https://publicstats.example/crossings/people/2025/",
            (await service.Json("/v1/figures/crossings/people/2025")).GetProperty("page").GetString()
        );
    }

    [Fact]
    public async Task A_frozen_address_that_is_asked_for_another_time_is_refused() =>
        Assert.Contains(
            "names the release 2026-05-01 already",
            (await service.Json("/v1/releases/2026-05-01/headlines?asOf=2026-06-01", HttpStatusCode.BadRequest))
                .GetProperty("detail")
                .GetString()!,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData(
        "/v1/releases/2026-05-01/datasets/crossings/figures?limit=4000",
        "/v1/releases/2026-05-01/datasets/crossings/figures?limit=4000&cursor=2026-05-01.4000"
    )]
    [InlineData(
        "/v1/datasets/crossings/figures?limit=4000&asOf=2026-05-03",
        "/v1/datasets/crossings/figures?limit=4000&asOf=2026-05-03&cursor=2026-05-01.4000"
    )]
    public async Task The_pages_of_a_past_answer_are_all_of_that_past(string first, string second)
    {
        var (pages, figures) = (new List<string>(), 0);
        for (var next = first; next is not null;)
        {
            var page = await service.Json(next);
            pages.Add(next);
            figures += page.GetProperty("figures").GetArrayLength();
            Assert.Equal("2026-05-01", page.GetProperty("release").GetProperty("id").GetString());
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(second, pages[1]);
        Assert.Equal((await service.Json(first)).GetProperty("total").GetInt32(), figures);
    }

    [Fact]
    public async Task A_cursor_of_another_release_is_refused() =>
        Assert.Equal(
            "cursor",
            (await service.Json("/v1/datasets/crossings/figures?cursor=2026-05-01.4000", HttpStatusCode.BadRequest))
                .GetProperty("parameter")
                .GetString()
        );

    [Fact]
    public async Task The_releases_as_of_a_date_are_those_that_there_were()
    {
        var then = await service.Json("/v1/releases?asOf=2025-11-22");

        Assert.Equal(
            ["2025-11-21", "2025-11-14"],
            then.GetProperty("releases").EnumerateArray().Select(element => element.GetProperty("id").GetString())
        );
        await service.Json("/v1/releases/2026-05-01?asOf=2025-11-22", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task People_who_arrived_in_2025_as_known_in_the_middle_of_November()
    {
        var figure = (await service.Json("/v1/figures/crossings/people/2025?asOf=2025-11-15")).GetProperty("figure");

        Assert.Equal((39075, "2025-01-01--2025-11-13"), (figure.GetProperty("value").GetInt32(), figure.GetProperty("covers").GetString()));
    }

    [Fact]
    public async Task Before_the_first_release_there_is_no_answer_and_the_caller_is_told_which_is_first()
    {
        var problem = await service.Json("/v1/figures/crossings/people/2025?asOf=2025-11-13", HttpStatusCode.NotFound);

        Assert.Equal("2025-11-14", problem.GetProperty("nearest").GetString());
    }
}
