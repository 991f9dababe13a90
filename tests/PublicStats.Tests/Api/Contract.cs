using PublicStats.Tests.Repository;

namespace PublicStats.Tests.Api;

public class Contract(Service service) : IClassFixture<Service>
{
    private static readonly string Kept = House.PathOf("tests", "PublicStats.Tests", "Fixtures", "openapi.json");

    // To change the contract on purpose: PUBLICSTATS_ACCEPT=1 ./tests/run.sh, and commit the file.
    [Fact]
    public async Task The_OpenAPI_document_is_the_one_that_was_agreed()
    {
        var document = await service.Http.GetStringAsync("/openapi/v1.json", TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("PUBLICSTATS_ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(Kept, document, TestContext.Current.CancellationToken);
        }

        Assert.Equal((await File.ReadAllTextAsync(Kept, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"), document.ReplaceLineEndings("\n"));
    }
}
