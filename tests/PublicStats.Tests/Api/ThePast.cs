using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class ThePast(ShippedSite service) : IClassFixture<ShippedSite>
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
    [InlineData("/v1/figures/crossings/people/2025?asof=2025-11-15", "asof", "asOf")]
    [InlineData("/v1/datasets/crossings/figures?asof=2025-11-15", "asof", "asOf")]
    [InlineData("/v1/headlines?relase=2025-11-14", "relase", "release")]
    [InlineData("/v1/releases?limit=3", "limit", null)]
    [InlineData("/v1/datasets/crossings?period=2025", "period", null)]
    public async Task A_parameter_that_an_address_does_not_take_is_refused_and_never_passed_over(
        string address,
        string parameter,
        string? nearest
    )
    {
        var problem = await service.Json(address, HttpStatusCode.BadRequest);

        Assert.Equal((parameter, nearest), (problem.GetProperty("parameter").GetString(), problem.GetProperty("nearest").GetString()));
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
    [InlineData("/v1/headlines?AsOf=2026-05-01", "asOf")]
    [InlineData("/v1/figures/crossings/people/2025?RELEASE=2026-05-01", "release")]
    [InlineData("/crossings/?asof=2026-05-01", "asOf")]
    public async Task A_caller_who_misspells_the_past_is_not_answered_with_the_present(string path, string nearest) =>
        Assert.Equal(nearest, (await service.Json(path, HttpStatusCode.BadRequest)).GetProperty("nearest").GetString());

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
        for (var next = first; next is not null; )
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
    public async Task A_figure_that_went_and_came_back_tells_all_of_it()
    {
        var history = (await service.Json("/v1/figures/crossings-prevented/people/2026-W16"))
            .GetProperty("history")
            .EnumerateArray()
            .ToList();
        var revision = (await service.Json("/v1/datasets/crossings-prevented/revisions"))
            .GetProperty("revisions")
            .EnumerateArray()
            .Single(element => element.GetProperty("key").GetString() == "crossings-prevented/people/2026-W16");

        Assert.Equal(
            [("2026-04-24", 390), ("2026-05-01", 322), ("2026-06-05", 390)],
            history.Select(element => (element.GetProperty("release").GetString()!, element.GetProperty("value").GetInt32()))
        );
        Assert.Equal(
            (390, 390, 0, 2),
            (
                revision.GetProperty("firstPublished").GetProperty("value").GetInt32(),
                revision.GetProperty("now").GetProperty("value").GetInt32(),
                revision.GetProperty("difference").GetInt32(),
                revision.GetProperty("timesRevised").GetInt32()
            )
        );
    }

    [Fact]
    public async Task Changes_are_the_same_as_JSON_and_as_CSV()
    {
        var json = (await service.Json("/v1/releases/2026-05-01/changes")).GetProperty("changes").EnumerateArray().ToList();
        var csv = (await service.Http.GetStringAsync("/v1/releases/2026-05-01/changes.csv", TestContext.Current.CancellationToken))
            .TrimEnd('\n')
            .Split('\n');

        Assert.Equal("key,change,was,now,difference,share,reason,was_bound,was_status,was_text,now_bound,now_status,now_text", csv[0]);
        Assert.Contains(
            "crossings-prevented/people/2026-W16,revised,390,322,-68,-0.1744,"
                + "Marked as revised by the publisher. No reason given.,exact,p,390,exact,p r,322",
            csv
        );
        Assert.Equal(
            json.Select(change =>
                string.Join(
                    ',',
                    change.GetProperty("key"),
                    change.GetProperty("change"),
                    Value(change, "was"),
                    Value(change, "now"),
                    change.GetProperty("difference"),
                    change.GetProperty("share"),
                    change.GetProperty("reason"),
                    Said(change, "was"),
                    Said(change, "now")
                )
            ),
            csv.Skip(1)
        );
    }

    private static string Said(System.Text.Json.JsonElement change, string name)
    {
        if (change.GetProperty(name) is not { ValueKind: System.Text.Json.JsonValueKind.Object } figure)
        {
            return ",,";
        }

        var status = string.Join(' ', figure.GetProperty("status").EnumerateArray());
        return $"{figure.GetProperty("bound")},{status},{figure.GetProperty("text")}";
    }

    private static string Value(System.Text.Json.JsonElement change, string name) =>
        change.GetProperty(name) is { ValueKind: System.Text.Json.JsonValueKind.Object } figure
            ? figure.GetProperty("value").ToString()
            : "";
}
