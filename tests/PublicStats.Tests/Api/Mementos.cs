using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class Mementos(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData(
        "/v1/figures/crossings/people/2025",
        "Sat, 01 Jan 2000 00:00:00 GMT",
        "/v1/releases/2025-11-14/figures/crossings/people/2025"
    )]
    [InlineData(
        "/v1/figures/crossings/people/2025",
        "Fri, 01 May 2026 15:05:03 GMT",
        "/v1/releases/2026-04-24/figures/crossings/people/2025"
    )]
    [InlineData(
        "/v1/figures/crossings/people/2025",
        "Fri, 01 May 2026 15:05:04 GMT",
        "/v1/releases/2026-05-01/figures/crossings/people/2025"
    )]
    [InlineData("/v1/headlines", "Sat, 01 Aug 2026 09:00:00 GMT", "/v1/releases/2026-07-24/headlines")]
    [InlineData(
        "/v1/datasets/crossings/figures.csv?period=2025",
        "Mon, 01 Dec 2025 09:00:00 GMT",
        "/v1/releases/2025-11-28/datasets/crossings/figures.csv?period=2025"
    )]
    [InlineData("/crossings/", "Mon, 01 Dec 2025 09:00:00 GMT", "/releases/2025-11-28/crossings/")]
    public async Task A_caller_who_asks_for_a_time_is_sent_to_the_release_of_that_time(string path, string time, string address)
    {
        using var response = await Ask(path, time);

        Assert.Equal((HttpStatusCode.Found, address), (response.StatusCode, response.Headers.Location!.OriginalString));
        Assert.Contains("Accept-Datetime", response.Headers.Vary);
        Assert.Contains("rel=\"original timegate\"", Assert.Single(response.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_time_that_cannot_be_read_is_refused_with_the_cure()
    {
        using var response = await Ask("/v1/headlines", "yesterday");
        var problem = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("\"parameter\": \"Accept-Datetime\"", problem, StringComparison.Ordinal);
        Assert.Contains("Fri, 01 May 2026 09:30:00 GMT", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_turns_over_says_that_it_can_be_asked_for_a_time()
    {
        using var response = await service.Http.GetAsync("/v1/figures/crossings/people/2025", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Contains("Accept-Datetime", response.Headers.Vary);
        Assert.False(response.Headers.Contains("Memento-Datetime"));
        Assert.Equal(
            "</v1/figures/crossings/people/2025>; rel=\"original timegate\", </v1/timemap/figures/crossings/people/2025>; "
                + "rel=\"timemap\"; type=\"application/link-format\"",
            Assert.Single(response.Headers.GetValues("Link"))
        );
    }

    [Theory]
    [InlineData(
        "/v1/datasets/crossings/figures?period=2025&limit=5",
        "/v1/datasets/crossings/figures?period=2025&limit=5",
        "/v1/timemap/datasets/crossings/figures?period=2025&limit=5"
    )]
    [InlineData(
        "/v1/releases/2026-05-01/datasets/crossings/figures?limit=4000&cursor=2026-05-01.4000",
        "/v1/datasets/crossings/figures?limit=4000",
        "/v1/timemap/datasets/crossings/figures?limit=4000"
    )]
    [InlineData("/crossings/", "/crossings/", "/v1/timemap/crossings/")]
    public async Task A_question_keeps_its_parameters_in_the_past(string path, string original, string timemap)
    {
        using var response = await service.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var map = await service.Http.GetStringAsync(timemap, TestContext.Current.CancellationToken);

        Assert.Equal(
            $"<{original}>; rel=\"original timegate\", <{timemap}>; rel=\"timemap\"; type=\"application/link-format\"",
            Assert.Single(response.Headers.GetValues("Link"))
        );
        foreach (
            var address in map.Split('\n')
                .Select(part => part.Split('>')[0].TrimStart('<'))
                .Where(name => name.Contains("2026-05-01", StringComparison.Ordinal))
        )
        {
            Assert.EndsWith(original.Split('?') is [_, var query] ? "?" + query : "/crossings/", address, StringComparison.Ordinal);
            using var memento = await service.Http.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, memento.StatusCode);
        }
    }

    [Theory]
    [InlineData("/v1/figures/caf%C3%A9")]
    [InlineData("/v1/figures/a%0Ab%3Ec")]
    [InlineData("/v1/datasets/caf%C3%A9/figures")]
    [InlineData("/v1/releases/2026-05-01/figures/caf%C3%A9")]
    [InlineData("/v1/figures/caf%C3%A9?asOf=2026-05-03")]
    [InlineData("/caf%C3%A9/")]
    public async Task An_address_in_any_letters_is_answered(string path)
    {
        using var response = await service.Http.GetAsync(path, TestContext.Current.CancellationToken);
        using var sent = await Ask(path, "Fri, 01 May 2026 15:05:04 GMT");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.True(sent.StatusCode is HttpStatusCode.Found or HttpStatusCode.NotFound, sent.StatusCode.ToString());
        Assert.True(
            sent.StatusCode == HttpStatusCode.NotFound
                || sent.Headers.Location!.OriginalString.Contains("caf%C3%A9", StringComparison.Ordinal)
                || path.Contains("%0A", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("/v1/releases/2026-05-01/figures/crossings/people/2025", true)]
    [InlineData("/v1/releases/2026-05-01/figures/crossings/people/2025.json", true)]
    [InlineData("/v1/figures/crossings/people/2025?asOf=2026-05-02", false)]
    [InlineData("/v1/figures/crossings/people/2025?release=2026-05-01", false)]
    public async Task A_past_answer_says_of_what_time_it_is_and_where_the_present_is(string path, bool isFrozen)
    {
        using var response = await service.Http.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal("Fri, 01 May 2026 15:05:04 GMT", Assert.Single(response.Headers.GetValues("Memento-Datetime")));
        Assert.StartsWith(
            "</v1/figures/crossings/people/2025>; rel=\"original timegate\"",
            Assert.Single(response.Headers.GetValues("Link")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            isFrozen ? "public, max-age=86400, immutable" : "public, no-cache",
            response.Headers.GetValues("Cache-Control").Single().Replace("no-cache, public", "public, no-cache", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(
        "figures/crossings/people/2025",
        30,
        "</v1/releases/2025-11-14/figures/crossings/people/2025>; rel=\"first memento\"; datetime=\"Fri, 14 Nov 2025 12:15:13 GMT\""
    )]
    [InlineData(
        "figures/crossings-prevented/people/2026-W16",
        13,
        "</v1/releases/2026-04-24/figures/crossings-prevented/people/2026-W16>; rel=\"first memento\"; datetime=\"Fri, 24 Apr "
            + "2026 15:24:22 GMT\""
    )]
    [InlineData(
        "datasets/crossings",
        30,
        "</v1/releases/2026-07-24/datasets/crossings>; rel=\"last memento\"; datetime=\"Fri, 24 Jul 2026 15:12:55 GMT\""
    )]
    [InlineData("headlines", 30, "</v1/releases/2026-05-01/headlines>; rel=\"memento\"; datetime=\"Fri, 01 May 2026 15:05:04 GMT\"")]
    [InlineData("crossings/", 30, "</releases/2026-05-01/crossings/>; rel=\"memento\"; datetime=\"Fri, 01 May 2026 15:05:04 GMT\"")]
    public async Task A_time_map_lists_every_frozen_address_in_which_there_is_something(string resource, int mementos, string one)
    {
        using var response = await service.Http.GetAsync("/v1/timemap/" + resource, TestContext.Current.CancellationToken);
        var links = (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).TrimEnd('\n').Split(",\n");

        Assert.Equal("application/link-format", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(one, links);
        Assert.StartsWith($"</v1/timemap/{resource}>; rel=\"self\"", links[1], StringComparison.Ordinal);
        Assert.Equal(mementos + 2, links.Length);
    }

    [Theory]
    [InlineData("releases/2026-05-01")]
    [InlineData("figures/crossings/people/2099")]
    [InlineData("datasets/nothing")]
    public async Task What_is_kept_in_no_release_has_no_time_map(string resource) =>
        await service.Json("/v1/timemap/" + resource, HttpStatusCode.NotFound);

    private async Task<HttpResponseMessage> Ask(string path, string time)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Datetime", time);
        return await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
