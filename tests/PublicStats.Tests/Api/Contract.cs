using Microsoft.Extensions.Time.Testing;
using PublicStats.SiteGenerator.Serving;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class Contract
{
    // The document is of a release: the agreed one is of this moment, whatever is published later.
    private static readonly DateTimeOffset Agreed = new(2026, 7, 25, 12, 0, 0, TimeSpan.Zero);

    private static readonly string Kept = RepositoryFiles.PathOf("tests", "PublicStats.Tests", "Fixtures", "openapi.json");

    // To change the contract on purpose: PUBLICSTATS_ACCEPT=1 ./tests/run.sh, and commit the file.
    [Fact]
    public async Task The_OpenAPI_document_is_the_one_that_was_agreed()
    {
        await using var app = SiteHost.Create(RepositoryFiles.Data, "http://127.0.0.1:0", new FakeTimeProvider(Agreed));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        var document = await http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("PUBLICSTATS_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Kept, document, TestContext.Current.CancellationToken);
        }

        Assert.Equal(
            (await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"),
            document.ReplaceLineEndings("\n")
        );
    }
}
