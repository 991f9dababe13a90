using System.Text.Json;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

/// <summary>Every answer has the form that the OpenAPI document describes.</summary>
public class AnswerSchemas(ShippedSite site) : IClassFixture<ShippedSite>
{
    private readonly List<string> faults = [];
    private ResponseSchemas schemas = null!;
    private int asked;

    [Fact]
    public async Task Every_route_answers()
    {
        var document = await Open();
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var operation = path.Value.GetProperty("get");
            var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
            var address = path.Name;
            foreach (var parameter in parameters.Where(parameter => parameter.GetProperty("in").GetString() == "path"))
            {
                var example = Uri.EscapeDataString(parameter.GetProperty("example").GetString()!);
                address = address.Replace($"{{{NameOf(parameter)}}}", example, StringComparison.Ordinal);
            }

            await Ask(path.Name, address);
            foreach (var parameter in parameters.Where(parameter => parameter.GetProperty("in").GetString() == "query"))
            {
                foreach (var example in parameter.GetProperty("schema").GetProperty("examples").EnumerateArray())
                {
                    var value = example.ValueKind == JsonValueKind.Array ? string.Join(',', example.EnumerateArray()) : example.ToString();
                    await Ask(path.Name, $"{address}?{NameOf(parameter)}={value}");
                }
            }

            if (parameters.Any(parameter => NameOf(parameter) == "Accept-Datetime"))
            {
                await Ask(path.Name, address, "Fri, 01 May 2026 12:00:00 GMT");
                await Ask(path.Name, address, "yesterday");
                await Ask(path.Name, address + "?nothing=1");
                await Ask(path.Name, address + "?asOf=1999-01-01");
                await Ask(path.Name, address + "?release=none");
                await Ask(path.Name, address + "?release=2026-05-01&asOf=2026-05-01");
            }
        }

        AssertAll(atLeast: 150);
    }

    [Fact]
    public async Task Every_release_and_dataset_answers()
    {
        await Open();
        var releases = (await site.Json("/v1/releases")).GetProperty("releases").EnumerateArray().Select(release => IdOf(release, "id"));
        var datasets = (await site.Json("/v1/datasets")).GetProperty("datasets").EnumerateArray().Select(dataset => IdOf(dataset, "name"));
        foreach (var release in releases)
        {
            await Ask("/v1/releases/{release}", $"/v1/releases/{release}");
            await Ask("/v1/releases/{release}/manifest", $"/v1/releases/{release}/manifest");
            await Ask("/v1/releases/{release}/changes", $"/v1/releases/{release}/changes");
            await Ask("/v1/headlines", $"/v1/headlines?release={release}");
        }

        foreach (var dataset in datasets)
        {
            await Ask("/v1/datasets/{dataset}", $"/v1/datasets/{dataset}");
            await Ask("/v1/datasets/{dataset}/revisions", $"/v1/datasets/{dataset}/revisions");
            await Ask("/v1/datasets/{dataset}/figures", $"/v1/datasets/{dataset}/figures?limit=500&sort=-period");
            await Ask("/v1/datasets/{dataset}/figures", $"/v1/datasets/{dataset}/figures?period=latest&by=total");
            var figures = (await site.Json($"/v1/datasets/{dataset}/figures?limit=10&sort=-value")).GetProperty("figures").EnumerateArray();
            foreach (var figure in figures)
            {
                await Ask("/v1/figures/{key}", "/v1/figures/" + IdOf(figure, "key"));
            }
        }

        AssertAll(atLeast: 150);
    }

    [Theory]
    [InlineData("/v1/datasets/{dataset}", "/v1/datasets/crosings")]
    [InlineData("/v1/datasets/{dataset}/figures", "/v1/datasets/crossings/figures?period=2024-13&sort=zz&by=zz&limit=0")]
    [InlineData("/v1/datasets/{dataset}/figures", "/v1/datasets/arrivals/figures?nationality=nowhere")]
    [InlineData("/v1/datasets/{dataset}/figures.csv", "/v1/datasets/crossings/figures.csv?period=soon")]
    [InlineData("/v1/datasets/{dataset}/revisions", "/v1/datasets/nothing/revisions")]
    [InlineData("/v1/figures/{key}", "/v1/figures/")]
    [InlineData("/v1/figures/{key}", "/v1/figures/crossings/people/2031")]
    [InlineData("/v1/figures/{key}", "/v1/figures/crossings")]
    [InlineData("/v1/releases/{release}", "/v1/releases/2019-01-01")]
    [InlineData("/v1/releases/{release}/changes", "/v1/releases/2019-01-01/changes")]
    [InlineData("/v1/releases/{release}/files/{path}", "/v1/releases/2026-05-01/files/publication.jso")]
    [InlineData("/v1/releases/{release}/files/{path}", "/v1/releases/2026-05-01/files/publication.json")]
    [InlineData("/v1/timemap/{resource}", "/v1/timemap/nothing")]
    public async Task A_problem_is_described(string path, string address)
    {
        await Open();
        await Ask(path, address);

        AssertAll(atLeast: 1);
    }

    [Theory]
    [InlineData("""{"release":{"id":"2026-05-01","publishedAt":"2026-05-01T16:05:04+01:00"},"headlines":[]}""", false)]
    [InlineData("""{"release":{"id":"2026-05-01","publishedAt":"2026-05-01T16:05:04+01:00"}}""", true)]
    [InlineData("""{"release":{"id":"2026-05-01","publishedAt":"2026-05-01T16:05:04+01:00"},"headlines":null}""", true)]
    [InlineData("""{"release":{"id":"2026-05-01"},"headlines":[]}""", true)]
    [InlineData("""{"release":{"id":"2026-05-01","publishedAt":"2026-05-01T16:05:04+01:00"},"headlines":[],"more":1}""", true)]
    public async Task An_answer_of_another_form_is_found(string answer, bool isFault)
    {
        await Open();

        Assert.Equal(isFault, schemas.FaultOf("/v1/headlines", 200, "application/json", answer) is not null);
    }

    private static string NameOf(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    private static string IdOf(JsonElement item, string member) => item.GetProperty(member).GetString()!;

    private async Task<JsonElement> Open()
    {
        var document = await site.Json("/openapi/v1.json");
        schemas = new(document);
        return document;
    }

    private async Task Ask(string path, string address, string? datetime = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (datetime is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Datetime", datetime);
        }

        using var response = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var mediaType = response.Content.Headers.ContentType?.MediaType;
        if (schemas.FaultOf(path, (int)response.StatusCode, mediaType, body) is { } fault)
        {
            faults.Add($"{address} {datetime} answers {(int)response.StatusCode}: {fault}");
        }

        asked++;
    }

    private void AssertAll(int atLeast)
    {
        Assert.Empty(faults);
        Assert.True(asked >= atLeast, $"{asked} were asked.");
    }
}
