using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class Addresses(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("/V1/headlines", "/v1/headlines")]
    [InlineData("/V1/figures/crossings/people/2025?asOf=2025-11-15", "/v1/figures/crossings/people/2025?asOf=2025-11-15")]
    [InlineData("/v1/figures/Crossings/People/fy2025-26", "/v1/figures/crossings/people/FY2025-26")]
    [InlineData("/v1/figures/crossings-prevented/people/2026-w16.JSON", "/v1/figures/crossings-prevented/people/2026-W16.json")]
    [InlineData("/v1/figures/crossings/people/2026-q1--2026-Q2", "/v1/figures/crossings/people/2026-Q1--2026-Q2")]
    [InlineData("/v1/datasets/crossings/Figures.CSV?measure=People&limit=1", "/v1/datasets/crossings/figures.csv?measure=People&limit=1")]
    [InlineData("/v1/Releases/2026-05-01/Figures/crossings/people/2025", "/v1/releases/2026-05-01/figures/crossings/people/2025")]
    [InlineData("/v1/releases/2026-05-01/Files/datasets/crossings/notes.md", "/v1/releases/2026-05-01/files/datasets/crossings/notes.md")]
    [InlineData("/v1/releases/2026-05-01/files/Datasets/Crossings/Notes.MD", "/v1/releases/2026-05-01/files/datasets/crossings/notes.md")]
    [InlineData("/v1/timemap/Figures/crossings/people/2025", "/v1/timemap/figures/crossings/people/2025")]
    [InlineData("/Releases.Atom", "/releases.atom")]
    [InlineData("/OpenAPI/V1.json", "/openapi/v1.json")]
    [InlineData("/Docs/index.html", "/docs/index.html")]
    [InlineData("/Health/Ready", "/health/ready")]
    [InlineData("/Crossings/?utm_source=Mail", "/crossings/?utm_source=Mail")]
    [InlineData("/Crossings", "/crossings")]
    [InlineData("/crossings-prevented/people/2026-w16/", "/crossings-prevented/people/2026-W16/")]
    [InlineData("/Releases/2026-05-01/Crossings/", "/releases/2026-05-01/crossings/")]
    [InlineData("/Crossings/charts/people-by-year-wide.SVG", "/crossings/charts/people-by-year-wide.svg")]
    public async Task An_address_in_another_case_is_redirected_to_the_documented_one_with_its_query(string address, string canonical)
    {
        using var response = await service.Http.GetAsync(address, TestContext.Current.CancellationToken);
        using var there = await service.Http.GetAsync(canonical, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.PermanentRedirect, canonical), (response.StatusCode, response.Headers.Location!.OriginalString));
        Assert.True((int)there.StatusCode is 200 or 301, $"{canonical} answers {(int)there.StatusCode}.");
    }

    [Theory]
    [InlineData("/V1/nowhere", "application/problem+json")]
    [InlineData("/v1/figures/Crossings/Peeple/2025", "application/problem+json")]
    [InlineData("/v1/releases/2026-05-01/files/Nothing.csv", "application/problem+json")]
    [InlineData("/Nowhere/", "text/html")]
    public async Task An_address_that_leads_nowhere_in_any_case_is_not_found(string address, string type)
    {
        using var response = await service.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.NotFound, type), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/figures/crossings/people/2025?asoff=2025-11-15", "asoff", "asOf")]
    [InlineData("/v1/releases?as_of=2025-11-15", "as_of", "asOf")]
    [InlineData("/releases.atom?asof=2025-11-15", "asof", "asOf")]
    [InlineData("/openapi/v1.json?Release=2025-11-14", "Release", "release")]
    [InlineData("/crossings/?asoff=2025-11-15", "asoff", "asOf")]
    [InlineData("/v1/datasets/crossings/figures?Measure=people", "Measure", "measure")]
    [InlineData("/v1/datasets/crossings/figures?measure=people&Measure=boats", "Measure", "measure")]
    public async Task The_name_of_a_parameter_is_taken_only_as_it_is_documented(string address, string parameter, string nearest)
    {
        var problem = await service.Json(address, HttpStatusCode.BadRequest);

        Assert.Equal((parameter, nearest), (problem.GetProperty("parameter").GetString(), problem.GetProperty("nearest").GetString()));
    }

    [Theory]
    [InlineData("removals", "platform=TikTok&measure=Removed", "platform=tiktok&measure=removed")]
    [InlineData("crossings-prevented", "period=2026-w10..2026-w12", "period=2026-W10..2026-W12")]
    [InlineData("arrivals", "by=Period&period=2022-q1,2022-q2&sort=-Value", "by=period&period=2022-Q1,2022-Q2&sort=-value")]
    public async Task Codes_in_a_query_are_accepted_in_any_case(string dataset, string query, string canonical)
    {
        var answer = await service.Json($"/v1/datasets/{dataset}/figures?{query}");
        var same = await service.Json($"/v1/datasets/{dataset}/figures?{canonical}");

        Assert.NotEqual(0, answer.GetProperty("total").GetInt32());
        Assert.Equal(same.GetProperty("figures").ToString(), answer.GetProperty("figures").ToString());
    }

    [Theory]
    [InlineData("/v1/figures/crossings%2Fpeople%2F2025", 200)]
    [InlineData("/v1/figures/%63rossings/people/2025", 200)]
    [InlineData("/v1/figures/crossings%252Fpeople%252F2025", 404)]
    [InlineData("/v1/figures/%2563rossings/people/2025", 404)]
    [InlineData("/v1/figures/%2500", 404)]
    [InlineData("/v1/%2500.json", 404)]
    [InlineData("/%2563rossings/", 404)]
    [InlineData("/releases/%2500/", 404)]
    public async Task A_path_is_decoded_once(string address, int status)
    {
        using var response = await service.Http.GetAsync(address, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.NotEmpty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/v1/figures")]
    [InlineData("/v1/figures/")]
    [InlineData("/v1/figures.json")]
    [InlineData("/v1/releases/2026-05-01/figures")]
    [InlineData("/v1/figures?asOf=2026-05-01")]
    public async Task A_figure_without_a_key_is_told_the_form_of_a_key_and_an_example_that_answers(string address)
    {
        var problem = await service.Json(address, HttpStatusCode.NotFound);

        Assert.Equal("key", problem.GetProperty("parameter").GetString());
        Assert.Contains("crossings/{measure}/{period}", problem.GetProperty("allowed").EnumerateArray().Select(form => form.GetString()));
        await service.Json("/v1/figures/" + problem.GetProperty("nearest").GetString());
    }

    [Theory]
    [InlineData("/v1/timemap/figures")]
    [InlineData("/v1/timemap/figures.csv")]
    [InlineData("/v1/timemap/datasets/")]
    [InlineData("/v1/timemap")]
    public async Task A_time_map_of_nothing_is_not_found(string address) => await service.Json(address, HttpStatusCode.NotFound);

    [Theory]
    [InlineData("9999-12-31")]
    [InlineData("9999-12-31T23:59:59")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("0001-01-01T00:00:00%2B01:00")]
    public async Task A_date_at_the_end_of_time_is_refused(string date)
    {
        var problem = await service.Json("/v1/headlines?asOf=" + date, HttpStatusCode.BadRequest);

        Assert.Equal("asOf", problem.GetProperty("parameter").GetString());
    }
}
