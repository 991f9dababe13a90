using System.Text.Json;
using System.Text.RegularExpressions;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public partial class Description(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Fact]
    public async Task The_description_names_the_release_it_describes_and_the_datasets_in_it()
    {
        var then = await service.Json("/openapi/v1.json?release=2026-05-01");
        var names = (await service.Json("/v1/datasets"))
            .GetProperty("datasets")
            .EnumerateArray()
            .Select(element => element.GetProperty("name").GetString());
        var parameters = then.GetProperty("paths")
            .GetProperty("/v1/datasets/{dataset}/figures")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .ToDictionary(element => element.GetProperty("name").GetString()!);

        Assert.Equal(
            ("2026-05-01", "2026-05-01T16:05:04+01:00"),
            (
                then.GetProperty("info").GetProperty("x-release").GetProperty("id").GetString(),
                then.GetProperty("info").GetProperty("x-release").GetProperty("publishedAt").GetString()
            )
        );
        Assert.Contains(
            "This describes release 2026-05-01, published 1 May 2026 at 16:05.",
            then.GetProperty("info").GetProperty("description").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal(
            names,
            parameters["dataset"].GetProperty("schema").GetProperty("enum").EnumerateArray().Select(element => element.GetString())
        );
        Assert.Equal("2026-05-01.100", parameters["cursor"].GetProperty("schema").GetProperty("examples")[0].GetString());
    }

    [Fact]
    public async Task Every_dataset_has_its_own_parameters_with_its_real_codes()
    {
        var paths = (await service.Json("/openapi/v1.json")).GetProperty("paths");

        Assert.Equal("all,facebook,instagram,meta,tiktok,twitter,x,youtube", string.Join(',', Codes("removals", "platform").Take(8)));
        Assert.Equal("people,events", string.Join(',', Codes("crossings-prevented", "measure")));
        Assert.Empty(Codes("arrivals", "nationality"));
        Assert.Contains(
            "/v1/datasets/arrivals lists them.",
            Parameter("arrivals", "nationality").GetProperty("description").GetString(),
            StringComparison.Ordinal
        );

        JsonElement Parameter(string dataset, string name) =>
            paths
                .GetProperty($"/v1/datasets/{dataset}/figures")
                .GetProperty("get")
                .GetProperty("parameters")
                .EnumerateArray()
                .Single(element => element.GetProperty("name").GetString() == name);
        IEnumerable<string> Codes(string dataset, string name) =>
            Parameter(dataset, name).GetProperty("schema").GetProperty("items").TryGetProperty("enum", out var codes)
                ? codes.EnumerateArray().Select(element => element.GetString()!)
                : [];
    }

    [Fact]
    public async Task Every_example_that_the_description_gives_can_be_asked()
    {
        var document = await service.Json("/openapi/v1.json");
        var (asked, refused) = (0, new List<string>());
        foreach (var path in document.GetProperty("paths").EnumerateObject())
        {
            var operation = path.Value.GetProperty("get");
            var parameters = operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray().ToList() : [];
            var address = path.Name;
            foreach (var parameter in parameters.Where(parameter => In(parameter) == "path"))
            {
                var example = Uri.EscapeDataString(parameter.GetProperty("example").GetString()!);
                address = address.Replace($"{{{Name(parameter)}}}", example, StringComparison.Ordinal);
            }

            await Ask(address);
            foreach (var parameter in parameters.Where(parameter => In(parameter) == "query"))
            {
                foreach (var example in parameter.GetProperty("schema").GetProperty("examples").EnumerateArray())
                {
                    var value = example.ValueKind == JsonValueKind.Array ? string.Join(',', example.EnumerateArray()) : example.ToString();
                    await Ask($"{address}?{Name(parameter)}={value}");
                }
            }

            foreach (var parameter in parameters.Where(parameter => In(parameter) == "header"))
            {
                await Ask(address, Name(parameter), parameter.GetProperty("schema").GetProperty("examples")[0].GetString());
            }

            var text = operation.TryGetProperty("description", out var description) ? description.GetString()! : "";
            foreach (Match key in KeyInText().Matches(text))
            {
                await Ask("/v1/figures/" + key.Groups[1].Value);
            }
        }

        Assert.Empty(refused);
        Assert.True(asked > 100, $"{asked} were asked.");

        async Task Ask(string address, string? header = null, string? value = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            if (header is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }

            using var response = await service.Http.SendAsync(request, TestContext.Current.CancellationToken);
            asked++;
            if (response.StatusCode == System.Net.HttpStatusCode.Redirect)
            {
                await Ask(response.Headers.Location!.OriginalString);
            }
            else if (!response.IsSuccessStatusCode)
            {
                refused.Add($"{address} answers {(int)response.StatusCode}.");
            }
        }
    }

    [Theory]
    [InlineData("removals", "", false)]
    [InlineData("arrests", "", false)]
    [InlineData("crossings-prevented", "", true)]
    [InlineData("crossings", "week,month,quarter,year,financial-year", true)]
    [InlineData("arrivals", "year,financial-year", true)]
    public async Task A_sum_is_offered_only_where_the_figures_of_a_dataset_can_be_added(string dataset, string frequencies, bool by)
    {
        var parameters = (await service.Json("/openapi/v1.json"))
            .GetProperty("paths")
            .GetProperty($"/v1/datasets/{dataset}/figures")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .ToDictionary(parameter => Name(parameter));

        Assert.Equal(by, parameters.ContainsKey("by"));
        Assert.Equal(
            frequencies,
            parameters.TryGetValue("frequency", out var frequency)
                ? string.Join(',', frequency.GetProperty("schema").GetProperty("enum").EnumerateArray().Select(word => word.GetString()))
                : ""
        );
    }

    [Theory]
    [InlineData("arrivals", "africa-north")]
    [InlineData("removals-by-platform", "platform:all,kind:all")]
    [InlineData("crossings", null)]
    [InlineData("removals", null)]
    public async Task Parent_is_offered_where_codes_have_codes_below_them(string dataset, string? parents)
    {
        var parameter = (await service.Json("/openapi/v1.json"))
            .GetProperty("paths")
            .GetProperty($"/v1/datasets/{dataset}/figures")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .Where(found => Name(found) == "parent")
            .ToList();

        Assert.Equal(parents is not null, parameter.Count == 1);
        foreach (var found in parameter)
        {
            var words = found.GetProperty("schema").GetProperty("items").GetProperty("enum").EnumerateArray();
            Assert.StartsWith(parents!, string.Join(',', words.Select(word => word.GetString())), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Search_engines_find_every_live_page_and_no_frozen_one()
    {
        var map = System.Xml.Linq.XDocument.Parse(await service.Http.GetStringAsync("/sitemap.xml", TestContext.Current.CancellationToken));
        var pages = map.Root!.Elements()
            .ToDictionary(element => element.Elements().First().Value, element => element.Elements().Last().Value);

        Assert.Contains("https://publicstats.example/crossings/", pages.Keys);
        Assert.Contains("https://publicstats.example/", pages.Keys);
        Assert.All(pages.Values, name => Assert.Equal(pages["https://publicstats.example/"], name));
        foreach (var page in pages.Keys)
        {
            Assert.DoesNotMatch(@"/releases/[^/]+/.", page);
            using var response = await service.Http.GetAsync(new Uri(page).AbsolutePath, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, page);
        }

        Assert.Contains(
            "Sitemap: https://publicstats.example/sitemap.xml",
            await service.Http.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        using var frozen = await service.Http.GetAsync("/releases/2026-05-01/sitemap.xml", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, frozen.StatusCode);
    }

    private static string Name(JsonElement parameter) => parameter.GetProperty("name").GetString()!;

    private static string In(JsonElement parameter) => parameter.GetProperty("in").GetString()!;

    [GeneratedRegex(@"\b(?:such as|or) ([a-z-]+/[a-z-]+/[\w/+-]+)")]
    private static partial Regex KeyInText();
}
