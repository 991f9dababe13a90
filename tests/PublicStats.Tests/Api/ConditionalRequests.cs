using System.Net;
using PublicStats.Data.Publishing;
using PublicStats.Data.Vintages;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class ConditionalRequests(ShippedSite service) : IClassFixture<ShippedSite>
{
    private static readonly string[] Paths =
    [
        "/v1/headlines",
        "/crossings/",
        "/releases.atom",
        "/openapi/v1.json",
        "/v1/datasets/crossings/figures.csv",
    ];

    [Theory]
    [InlineData("Fri, 24 Jul 2026 15:12:55 GMT", null, 304)]
    [InlineData("Sat, 01 Aug 2026 09:00:00 GMT", null, 304)]
    [InlineData("Fri, 24 Jul 2026 15:12:54 GMT", null, 200)]
    [InlineData("Sat, 01 Aug 2099 09:00:00 GMT", null, 200)]
    [InlineData("yesterday", null, 200)]
    [InlineData("Sat, 01 Aug 2026 09:00:00 GMT", "\"another\"", 200)]
    [InlineData("Thu, 01 Jan 2026 09:00:00 GMT", "*", 304)]
    public async Task A_copy_of_the_latest_date_is_not_sent_again_unless_a_tag_says_otherwise(string since, string? tag, int status)
    {
        foreach (var path in Paths)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation("If-Modified-Since", since);
            if (tag is not null)
            {
                request.Headers.TryAddWithoutValidation("If-None-Match", tag);
            }

            using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

            Assert.True(status == (int)response.StatusCode, $"{path} answers {(int)response.StatusCode}.");
            Assert.Equal("Fri, 24 Jul 2026 15:12:55 GMT", response.Content.Headers.LastModified?.ToString("r"));
        }
    }

    [Theory]
    [InlineData("/v1/headlines", HttpStatusCode.OK)]
    [InlineData("/v1/datasets/crossings/figures?measure=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/v1/datasets/crossings/figures?period=2024,2026&by=total", HttpStatusCode.BadRequest)]
    public async Task The_tag_of_one_address_says_nothing_about_another(string path, HttpStatusCode status)
    {
        using var first = await service.Http.GetAsync("/v1/datasets", TestContext.Current.CancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task A_purge_changes_what_was_kept_by_date()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1310,,,\n2026-02,north,people,760");
        folder.Publish("2026-03-13 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 20, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);
        var before = await Status(served);
        Assert.Empty(folder.Workflow.Purge("2026-03-06", "It told of a person.", "editor", "approver").Faults);
        folder.Clock.Advance(PublishedReleases.LookAgainAfter);
        folder.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal((HttpStatusCode.NotModified, HttpStatusCode.OK), (before, await Status(served)));
    }

    private static async Task<HttpStatusCode> Status(ServedSite served)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/figures/sample/people/north/2026-02");
        request.Headers.IfModifiedSince = new DateTimeOffset(2026, 3, 14, 0, 0, 0, TimeSpan.Zero);
        using var response = await served.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
