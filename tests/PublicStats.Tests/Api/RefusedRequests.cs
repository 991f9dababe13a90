using System.Net;
using System.Text;
using System.Text.Json;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class RefusedRequests(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("POST", "/v1/headlines")]
    [InlineData("DELETE", "/v1/figures/crossings/people/2025")]
    [InlineData("PUT", "/crossings/")]
    [InlineData("PATCH", "/v1/nowhere")]
    [InlineData("BREW", "/releases.atom")]
    public async Task A_method_that_no_address_takes_is_refused_with_those_that_it_takes(string method, string address)
    {
        using var request = new HttpRequestMessage(new(method), address) { Content = new StringContent("x") };
        using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal("GET, HEAD, OPTIONS", string.Join(", ", response.Content.Headers.Allow));
        var problem = Problem(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), 405);
        Assert.Equal("method", problem.GetProperty("parameter").GetString());
    }

    [Theory]
    [InlineData("/v1/headlines?a=\u0001", "/v1/releases/2026-05-01/headlines?a=%01")]
    [InlineData("/V1/headlines?a=\u0001\u007f", "/v1/headlines?a=%01%7F")]
    [InlineData("/crossings?a=\u0002", "/crossings/?a=%02")]
    [InlineData("/Crossings?a=\"<>", "/crossings?a=%22%3C%3E")]
    public async Task Bytes_that_no_header_may_hold_are_encoded_in_a_redirect(string target, string location)
    {
        string[] headers = target[1] == 'v' ? ["Accept-Datetime: Fri, 01 May 2026 15:05:04 GMT"] : [];
        var answer = await RawRequest.Get(service.Address, target, headers);

        Assert.InRange(answer.Status, 301, 308);
        Assert.Equal(location, answer.Header("Location"));
    }

    [Theory]
    [InlineData("GET /v1/figures/caf\u00c3\u00a9 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /v1 HTTP/1.1\r\n\r\n", 400)]
    [InlineData("nonsense\r\n\r\n", 400)]
    [InlineData("GET /v1 HTTP/1.1\r\nHost: x\r\n\r\nGET /\u00ff HTTP/1.1\r\nHost: x\r\n\r\n", 400)]
    [InlineData("GET /v1 HTTP/4.2\r\nHost: x\r\n\r\n", 505)]
    public async Task A_request_that_the_server_cannot_read_is_answered_with_a_problem_too(string request, int status)
    {
        var answer = await RawRequest.Send(service.Address, request);
        var second = answer.Body.LastIndexOf("HTTP/1.1 ", StringComparison.Ordinal);

        AssertRefused(second < 0 ? answer : RawAnswer.Of(answer.Body[second..]), status);
    }

    [Fact]
    public async Task An_address_or_headers_that_are_too_long_are_answered_with_a_problem()
    {
        AssertRefused(await RawRequest.Get(service.Address, "/v1/figures/" + new string('a', 9000)), 414);
        AssertRefused(await RawRequest.Get(service.Address, "/v1", "X-Long: " + new string('a', 40_000)), 431);
        AssertRefused(await RawRequest.Get(service.Address, "/v1", [.. Enumerable.Range(0, 200).Select(number => $"X-{number}: a")]), 431);
    }

    [Fact]
    public async Task However_much_is_wrong_a_problem_is_small_and_says_how_much_it_leaves_out()
    {
        var words = string.Join(',', Enumerable.Range(0, 150).Select(number => $"x{number}"));
        var question = "/v1/datasets/removals/figures?platform=";
        var many = await RawRequest.Get(service.Address, question + words);
        var control = await RawRequest.Get(service.Address, $"{question}{Repeated("%01%02", 600)}&measure={Repeated("y", 3000)}");
        var path = await RawRequest.Get(service.Address, $"/v1/{Repeated("%F0%9F%98%80", 500)}/{Repeated("z", 1500)}");
        var name = await RawRequest.Get(service.Address, $"/v1/headlines?{Repeated("q", 7000)}=1");

        foreach (var answer in (RawAnswer[])[many, control, path, name])
        {
            Assert.InRange(answer.Body.Length, 100, 16_384);
            Assert.InRange(string.Concat(answer.Headers).Length, 100, 2_000);
            var problem = Problem(answer.Body, answer.Status);
            Assert.InRange(problem.GetProperty("value").GetString()!.Length, 1, 101);
            Assert.DoesNotContain('\ufffd', problem.GetProperty("value").GetString()!);
        }

        var several = Problem(many.Body, 400);
        Assert.InRange(several.GetProperty("errors").GetArrayLength(), 2, 20);
        Assert.True(several.GetProperty("moreErrors").GetInt32() > 0);
        Assert.EndsWith("…", Problem(name.Body, 400).GetProperty("value").GetString()!, StringComparison.Ordinal);
    }

    private static void AssertRefused(RawAnswer answer, int status)
    {
        Assert.Equal(status, answer.Status);
        Assert.Equal("application/problem+json; charset=utf-8", answer.Header("Content-Type"));
        Assert.Equal("*", answer.Header("Access-Control-Allow-Origin"));
        Assert.Equal(answer.Header("Content-Length"), answer.Body.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Problem(answer.Body, status);
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));

    private static JsonElement Problem(string body, int status)
    {
        // One letter for each byte, as it was read.
        var problem = JsonDocument.Parse(Encoding.Latin1.GetBytes(body)).RootElement;
        Assert.Equal(status, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}
