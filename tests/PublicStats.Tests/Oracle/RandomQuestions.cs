using PublicStats.SiteGenerator.Serving;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Oracle;

/// <summary>The API and an independent program, which reads the sealed files itself, answer the same questions alike. Every run asks
/// others; the seed is printed.</summary>
public sealed class RandomQuestions(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Fact]
    public Task The_shipped_release_answers_2000_random_questions_as_the_oracle_does()
    {
        var releases = Path.Combine(RepositoryFiles.Data, "releases");
        var latest = Directory
            .GetDirectories(releases)
            .Select(path => Path.GetFileName(path))
            .Where(name => name != "objects")
            .Order(StringComparer.Ordinal)
            .Last();

        return OracleRun.Ask(service.Http, OracleDataset.OfRelease(releases, latest), 2_000);
    }

    [Fact]
    public async Task A_copy_with_bounds_gaps_and_withdrawals_answers_1000_random_questions_as_the_oracle_does()
    {
        using var copy = new AlteredFolder(seed: 1);
        await using var app = SiteHost.Create(copy.Folder, "http://127.0.0.1:0", copy.Clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };

        await OracleRun.Ask(http, OracleDataset.OfRelease(Path.Combine(copy.Folder, "releases"), copy.Release), 1_000);
    }
}
