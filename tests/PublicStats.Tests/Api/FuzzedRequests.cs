using PublicStats.Benchmarks.Fuzzing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

/// <summary>
/// A short run of the fuzzer. The long one is a program: <c>dotnet run -c Release --project tests/PublicStats.Benchmarks -- fuzz</c>.
/// </summary>
public sealed class FuzzedRequests(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Fact]
    public async Task No_request_is_answered_with_500_or_without_a_body()
    {
        var result = await FuzzRun.Send(
            new(service.Address),
            seed: 20260724,
            requests: 2_000,
            slowest: null,
            progress: null,
            TestContext.Current.CancellationToken
        );

        TestContext.Current.TestOutputHelper?.WriteLine(result.ToString());
        Assert.True(result.Failures.Count == 0, result.ToString());
    }
}
