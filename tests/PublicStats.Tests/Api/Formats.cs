using System.Security.Cryptography;
using PublicStats.Api.Formats;
using PublicStats.SiteGenerator.Build;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

/// <summary>Each format of figures has its address, description, link, download and static file.</summary>
public class Formats(ShippedSite service) : IClassFixture<ShippedSite>
{
    public static TheoryData<string> Extensions => [.. FigureFormat.All.Select(format => format.Extension)];

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task A_format_has_an_address_that_is_described_and_linked(string extension)
    {
        var format = Of(extension);
        using var answer = await service.Http.GetAsync($"/v1/datasets/removals/figures{extension}", TestContext.Current.CancellationToken);
        var operation = (await service.Json("/openapi/v1.json"))
            .GetProperty("paths")
            .GetProperty("/v1/datasets/{dataset}/figures" + format.Suffix)
            .GetProperty("get");
        var links = (await service.Json("/v1/datasets/removals")).GetProperty("links");

        Assert.Equal(200, (int)answer.StatusCode);
        Assert.Equal(format.MediaType, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(format.Operation, operation.GetProperty("operationId").GetString());
        Assert.True(operation.GetProperty("responses").GetProperty("200").GetProperty("content").TryGetProperty(format.MediaType, out _));
        Assert.Equal("/v1/datasets/removals/figures" + format.Suffix, links.GetProperty(format.Link).GetString());
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public async Task A_page_names_the_digest_of_the_download_in_each_format(string extension)
    {
        var address = "/v1/datasets/removals/figures" + extension;
        var file = await service.Http.GetByteArrayAsync(address, TestContext.Current.CancellationToken);
        var page = await service.Http.GetStringAsync("/removals/", TestContext.Current.CancellationToken);

        Assert.Contains($"href=\"{address}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<code>{Convert.ToHexStringLower(SHA256.HashData(file))}</code>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_static_site_has_a_file_in_each_format_for_the_latest_and_for_each_release()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-02 12:00");
        var output = Path.Combine(folder.Path, "site");
        await StaticSite.Write(folder.Path, output, folder.Clock, TestContext.Current.CancellationToken);

        foreach (var format in FigureFormat.All)
        {
            var latest = Path.Combine(output, "v1/datasets/sample/figures" + format.Extension);
            var kept = Path.Combine(output, "v1/releases/2026-03-02/datasets/sample/figures" + format.Extension);
            Assert.Equal(
                await File.ReadAllBytesAsync(latest, TestContext.Current.CancellationToken),
                await File.ReadAllBytesAsync(kept, TestContext.Current.CancellationToken)
            );
        }
    }

    private static FigureFormat Of(string extension) => FigureFormat.All.Single(format => format.Extension == extension);
}
