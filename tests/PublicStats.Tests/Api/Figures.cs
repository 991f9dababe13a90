using System.Net;
using System.Text.Json;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class Figures(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("crossings", "people", "2018..2025", "299,1843,8462,28526,45755,29437,36816,41472")]
    [InlineData("crossings", "boats", "2018..2025", "43,164,641,1034,1110,602,695,672")]
    [InlineData("arrivals", "people", "2018..2023", "299,1843,8466,28526,45774,29437")]
    public async Task Years_sum_to_what_was_published(string dataset, string measure, string period, string values)
    {
        var answer = await service.Json($"/v1/datasets/{dataset}/figures?measure={measure}&frequency=year&by=period&period={period}");

        Assert.Equal(
            values,
            string.Join(',', answer.GetProperty("figures").EnumerateArray().Select(element => element.GetProperty("value").GetInt32()))
        );
    }

    [Theory]
    [InlineData("crossings/people/2025", "41,472", "exact")]
    [InlineData("crossings/people/2024-07-05--2024-07-22", "2,258", "exact")]
    [InlineData("crossings/uncontrolled-landings/2022", "[x]", "exact")]
    [InlineData("removals/removed/all/2021-12--2024-06", "almost 12,000", "under")]
    [InlineData("removals/removed/tiktok/2021-12--2024-06", "almost 12,000", "under")]
    [InlineData("removals/share-removed/all/2024--2025", "more than 90%", "over")]
    [InlineData("removals/removed/meta-x-youtube/2021-11--2024-04-22", "over 9,000", "over")]
    [InlineData("removals/social-media-use/all/2025-08-02", "around 80%", "about")]
    [InlineData("arrests/investigations/nca-investigations/2022-09-01", "approximately 60", "about")]
    [InlineData("arrests/disruptions/all-agencies/2024-07--2025-11-27", "nearly 4,000", "under")]
    [InlineData("arrests/arrests/french-authorities/2024", "more than 4,000", "over")]
    [InlineData("removals/advertised-price/tiktok/2022-07-27", "£4,500", "exact")]
    public async Task A_key_answers_with_its_figure(string key, string text, string bound)
    {
        var figure = (await service.Json("/v1/figures/" + key)).GetProperty("figure");

        Assert.Equal((text, bound), (figure.GetProperty("text").GetString(), figure.GetProperty("bound").GetString()));
    }

    [Fact]
    public async Task A_bounded_figure_comes_with_the_publishers_words()
    {
        var answer = await service.Json("/v1/figures/removals/removed/all/2021-12--2024-06");

        Assert.Equal(
            "By the end of June 2024 almost 12,000 had been removed",
            answer.GetProperty("figure").GetProperty("quote").GetString()
        );
        Assert.Equal("National Crime Agency", answer.GetProperty("source").GetProperty("publisher").GetString());
    }

    [Fact]
    public async Task A_download_has_the_publishers_own_word_for_a_bound()
    {
        const string path = "/v1/datasets/removals/figures.csv?measure=social-media-use";
        var csv = await service.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.EndsWith(",around\n", csv, StringComparison.Ordinal);
        Assert.Contains(",80,about,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_for_TikTok_gives_the_statements_that_cover_it_each_saying_with_whom()
    {
        var figures = (await service.Json("/v1/datasets/removals/figures?platform=tiktok&measure=removed"))
            .GetProperty("figures")
            .EnumerateArray()
            .ToList();

        Assert.NotEmpty(figures);
        Assert.All(
            figures,
            element =>
                Assert.Contains(
                    "tiktok",
                    element.GetProperty("publishedOnlyTogether").GetProperty("platform").EnumerateArray().Select(one => one.GetString())
                )
        );
    }

    [Fact]
    public async Task A_part_of_a_period_says_which_days_it_covers()
    {
        var figure = (await service.Json("/v1/datasets/crossings/figures?measure=people&frequency=year&period=2026")).GetProperty(
            "figures"
        )[0];

        Assert.Equal("2026-01-01--2026-07-23", figure.GetProperty("covers").GetString());
        Assert.Equal(13007, figure.GetProperty("value").GetInt32());
    }

    [Fact]
    public async Task Totals_are_never_added_to_their_parts()
    {
        var total = await service.Json("/v1/datasets/removals-by-platform/figures?by=total&period=2023");
        var parts = await service.Json(
            "/v1/datasets/removals-by-platform/figures?by=total&period=2023"
                + "&platform=platform-a,platform-b,platform-c,platform-d&kind=post,account,page"
        );

        Assert.Equal(Value(total), Value(parts));
        Assert.StartsWith("Illustrative", total.GetProperty("notice").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_region_is_the_sum_of_its_nationalities()
    {
        var region = await service.Json("/v1/datasets/arrivals/figures?nationality=asia-central&by=nationality&period=2022");

        Assert.Equal("asia-central", region.GetProperty("figures")[0].GetProperty("nationality").GetString());
        Assert.Equal(1, region.GetProperty("total").GetInt32());
    }

    [Theory]
    [InlineData("/v1/datasets/removals/figures?by=total", "by", "statements or shares that overlap")]
    [InlineData("/v1/datasets/removals/figures?measure=removed&frequency=year", "frequency", "a sum would say what nobody has published")]
    [InlineData("/v1/datasets/crossings-prevented/figures?frequency=year", "frequency", "a week does not always lie in one year")]
    public async Task A_sum_that_would_not_be_true_is_refused_with_the_reason(string path, string parameter, string reason)
    {
        var problem = await service.Json(path, HttpStatusCode.BadRequest);

        Assert.Equal(parameter, problem.GetProperty("parameter").GetString());
        Assert.Contains(reason, problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1/datasets/crosings", 404, "dataset", "crosings", "crossings")]
    [InlineData("/v1/datasets/removals/figures?platform=tiktoc", 400, "platform", "tiktoc", "tiktok")]
    [InlineData("/v1/datasets/removals/figures?platfrm=tiktok", 400, "platfrm", "platfrm", "platform")]
    [InlineData("/v1/datasets/crossings/figures?measure=peple", 400, "measure", "peple", "people")]
    [InlineData("/v1/datasets/crossings/figures?period=2024-13", 400, "period", "2024-13", null)]
    [InlineData("/v1/datasets/crossings/figures?x=1", 400, "x", "x", null)]
    [InlineData("/v1/datasets/crossings/figures?limit=0", 400, "limit", "0", null)]
    [InlineData("/v1/figures/crossings/people/2099", 404, "period", "2099", null)]
    [InlineData("/v1/headlines?relase=2026-05-01", 400, "relase", "relase", "release")]
    [InlineData("/v1/releases/2026-05-01/changes?limit=10", 400, "limit", "limit", null)]
    public async Task Wrong_input_is_told_what_was_wrong_and_what_is_near(
        string path,
        int status,
        string parameter,
        string value,
        string? nearest
    )
    {
        var problem = await service.Json(path, (HttpStatusCode)status);

        Assert.Equal(
            (parameter, value, nearest),
            (
                problem.GetProperty("parameter").GetString(),
                problem.GetProperty("value").GetString(),
                problem.GetProperty("nearest").GetString()
            )
        );
        Assert.True(problem.GetProperty("allowed").GetArrayLength() > 0 || problem.TryGetProperty("allowedAt", out _));
    }

    [Fact]
    public async Task A_total_of_the_last_days_is_of_those_days_alone()
    {
        var figure = (await service.Json("/v1/datasets/crossings/figures?measure=people&by=total&period=last-7")).GetProperty("figures")[0];

        Assert.Equal("crossings/people/2026-07-17--2026-07-23", figure.GetProperty("key").GetString());
        Assert.Equal(538, figure.GetProperty("value").GetInt32());
    }

    [Theory]
    [InlineData("/v1/datasets/arrivals/figures?by=total&period=2018,2020")]
    [InlineData("/v1/datasets/crossings/figures?measure=people&by=total&period=2018,2020")]
    [InlineData("/v1/datasets/arrivals/figures?by=period&frequency=year&period=2022-Q1,2022-Q3")]
    public async Task A_sum_of_times_that_do_not_adjoin_has_no_name_and_is_refused(string path)
    {
        var problem = await service.Json(path, HttpStatusCode.BadRequest);

        Assert.Equal("period", problem.GetProperty("parameter").GetString());
        Assert.Contains("do not adjoin", problem.GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Following_next_gives_every_figure_once()
    {
        var keys = new List<string>();
        for (var next = "/v1/datasets/crossings/figures?limit=4000"; next is not null;)
        {
            var page = await service.Json(next);
            keys.AddRange(page.GetProperty("figures").EnumerateArray().Select(element => element.GetProperty("key").GetString()!));
            next = page.GetProperty("next").GetString();
        }

        Assert.Equal(9378, keys.Count);
        Assert.Equal(keys.Count, keys.Distinct().Count());
    }

    [Fact]
    public async Task A_download_holds_every_figure_and_says_in_its_name_that_it_is_illustrative()
    {
        using var response = await service.Http.GetAsync(
            "/v1/datasets/removals-by-platform/figures.csv",
            TestContext.Current.CancellationToken
        );
        var lines = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );

        Assert.Equal(601, lines.Length);
        Assert.Equal(
            "key,period,platform,kind,measure,value,bound,status,unit,source,quote,note,restates,conflicts,covers,bound_word",
            lines[0]
        );
        Assert.All(lines.Skip(1), name => Assert.Contains(",exact,i,", name, StringComparison.Ordinal));
        Assert.Contains("illustrative", response.Content.Headers.ContentDisposition!.FileName, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/v1")]
    [InlineData("/v1/datasets")]
    [InlineData("/v1/datasets/crossings.json")]
    [InlineData("/v1/headlines")]
    [InlineData("/v1/releases")]
    [InlineData("/openapi/v1.json")]
    public async Task Every_route_answers(string path) => Assert.Equal(JsonValueKind.Object, (await service.Json(path)).ValueKind);

    [Fact]
    public async Task An_answer_that_is_held_already_is_not_sent_again()
    {
        using var first = await service.Http.GetAsync("/v1/headlines", TestContext.Current.CancellationToken);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/v1/headlines");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await service.Http.SendAsync(again, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Theory]
    [InlineData("/v1/headlines")]
    [InlineData("/crossings/")]
    public async Task HEAD_answers_as_GET_does_without_a_body(string path)
    {
        using var head = await service.Http.SendAsync(new(HttpMethod.Head, path), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.NotNull(head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    private static int Value(JsonElement answer) =>
        Assert.Single(answer.GetProperty("figures").EnumerateArray()).GetProperty("value").GetInt32();
}
