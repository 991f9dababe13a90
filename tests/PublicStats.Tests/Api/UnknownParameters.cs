using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

/// <summary>A parameter that an address does not have is refused.</summary>
public class UnknownParameters(ShippedSite service) : IClassFixture<ShippedSite>
{
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
    [InlineData("/v1/headlines?AsOf=2026-05-01", "asOf")]
    [InlineData("/v1/figures/crossings/people/2025?RELEASE=2026-05-01", "release")]
    [InlineData("/crossings/?asof=2026-05-01", "asOf")]
    public async Task A_caller_who_misspells_the_past_is_not_answered_with_the_present(string path, string nearest) =>
        Assert.Equal(nearest, (await service.Json(path, HttpStatusCode.BadRequest)).GetProperty("nearest").GetString());
}
