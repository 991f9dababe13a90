using System.Security.Cryptography;
using PublicStats.Data.Releases;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class Digests(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("/v1/figures/crossings/people/2025")]
    [InlineData("/v1/datasets/crossings/figures.csv")]
    [InlineData("/v1/figures/nothing")]
    [InlineData("/v1/releases/2026-05-01/headlines")]
    [InlineData("/v1/releases/2026-05-01/changes.csv")]
    [InlineData("/v1/releases/2026-05-01/manifest")]
    [InlineData("/v1/releases/2026-05-01/files/datasets/crossings/datapackage.json")]
    [InlineData("/v1/timemap/headlines")]
    [InlineData("/releases.atom")]
    [InlineData("/releases.json")]
    [InlineData("/calendar.ics")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/sitemap.xml")]
    [InlineData("/crossings/")]
    [InlineData("/nowhere/")]
    [InlineData("/crossings/charts/people-by-year-wide.svg")]
    public async Task What_is_received_can_be_held_against_its_digest(string path)
    {
        using var response = await service.Http.GetAsync(path, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);

        Assert.NotEmpty(body);
        Assert.Equal(
            $"sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:",
            Assert.Single(response.Headers.GetValues("Repr-Digest"))
        );
    }

    [Theory]
    [InlineData("2025-11-14")]
    [InlineData("2026-07-24")]
    public async Task Every_file_of_a_release_is_what_its_digest_says(string id)
    {
        var files = (await service.Json("/v1/releases/" + id)).GetProperty("files").EnumerateArray().ToList();

        Assert.Contains(files, element => element.GetProperty("path").GetString() == "datasets/crossings/figures.csv");
        foreach (var file in files)
        {
            var bytes = await service.Http.GetByteArrayAsync(
                file.GetProperty("address").GetString(),
                TestContext.Current.CancellationToken
            );
            Assert.Equal(
                (file.GetProperty("sha256").GetString(), file.GetProperty("bytes").GetInt32()),
                (ReleaseManifest.Hash(bytes), bytes.Length)
            );
        }
    }

    [Fact]
    public async Task The_chain_of_releases_can_be_walked_from_the_latest_to_the_first()
    {
        var releases = (await service.Json("/v1/releases")).GetProperty("releases").EnumerateArray().ToList();
        var expected = releases[0].GetProperty("sha256").GetString();
        foreach (var release in releases)
        {
            var id = release.GetProperty("id").GetString();
            Assert.Equal(
                expected,
                ReleaseManifest.Hash(
                    await service.Http.GetByteArrayAsync($"/v1/releases/{id}/manifest", TestContext.Current.CancellationToken)
                )
            );
            expected = (await service.Json("/v1/releases/" + id)).GetProperty("previous").GetString();
        }

        Assert.True(releases.Count >= 30);
        Assert.Null(expected);
    }
}
