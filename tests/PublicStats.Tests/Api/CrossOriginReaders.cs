using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class CrossOriginReaders(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("/v1/headlines", 200)]
    [InlineData("/v1/releases/2026-05-01/headlines", 200)]
    [InlineData("/v1/datasets/crossings/figures.csv", 200)]
    [InlineData("/releases.atom", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/crossings/", 200)]
    [InlineData("/V1/headlines", 308)]
    [InlineData("/crossings", 301)]
    [InlineData("/v1/headlines?asOf=yesterday", 400)]
    [InlineData("/v1/figures/nothing", 404)]
    [InlineData("/v1/nowhere", 404)]
    public async Task Any_web_page_may_read_every_answer_and_a_copy_of_it_is_good_for_all(string address, int status)
    {
        foreach (var origin in (string?[])[null, "https://one.example", "https://other.example"])
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (origin is not null)
            {
                request.Headers.Add("Origin", origin);
            }

            using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("*", Assert.Single(response.Headers.GetValues("Access-Control-Allow-Origin")));
            Assert.Contains("Repr-Digest", response.Headers.GetValues("Access-Control-Expose-Headers").Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("Origin", response.Headers.Vary);
        }
    }

    [Fact]
    public async Task An_answer_that_is_held_already_says_so_too()
    {
        using var first = await service.Http.GetAsync("/v1/headlines", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/headlines");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/v1/headlines")]
    [InlineData("/v1/datasets/crossings/figures.csv?measure=people")]
    [InlineData("/releases.json")]
    public async Task A_browser_that_asks_first_is_told_for_a_day(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Options, address);
        request.Headers.Add("Origin", "https://reader.example");
        request.Headers.Add("Access-Control-Request-Method", "GET");
        request.Headers.Add("Access-Control-Request-Headers", "accept-datetime,if-none-match,x-own");
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("*", response.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal("GET, HEAD, OPTIONS", response.Headers.GetValues("Access-Control-Allow-Methods").Single());
        Assert.Contains("Accept-Datetime", response.Headers.GetValues("Access-Control-Allow-Headers").Single(), StringComparison.Ordinal);
        Assert.Equal("86400", response.Headers.GetValues("Access-Control-Max-Age").Single());
        Assert.Equal("GET, HEAD, OPTIONS", string.Join(", ", response.Content.Headers.Allow));
    }
}
