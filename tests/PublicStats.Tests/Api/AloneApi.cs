using System.Net;
using System.Text.Json;
using PublicStats.Api;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class AloneApi
{
    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/Crossings/", HttpStatusCode.NotFound)]
    [InlineData("/crossings/?release=2026-05-01", HttpStatusCode.NotFound)]
    [InlineData("/v1/timemap/crossings/", HttpStatusCode.NotFound)]
    [InlineData("/health/nothing", HttpStatusCode.NotFound)]
    [InlineData("/docs/nothing.js", HttpStatusCode.NotFound)]
    [InlineData("/v1/nowhere", HttpStatusCode.NotFound)]
    [InlineData("/v1/figures", HttpStatusCode.NotFound)]
    [InlineData("/v1/headlines?asoff=2026-05-01", HttpStatusCode.BadRequest)]
    public async Task Without_the_site_every_refusal_is_a_problem_too(string address, HttpStatusCode status)
    {
        await using var app = ApiHost.Create(["--data", RepositoryFiles.Data, "--urls", "http://127.0.0.1:0"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;

        Assert.Equal((status, "application/problem+json"), (response.StatusCode, response.Content.Headers.ContentType!.MediaType));
        Assert.Equal((int)status, problem.GetProperty("status").GetInt32());
        Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
    }
}
