using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.OpenApi;

/// <summary>
/// The OpenAPI document, and the page to read and try the API on. It describes the release that answers: its datasets, codes and terms.
/// </summary>
internal static class DocumentTransformer
{
    private const string Name = "v1";

    public static void Add(IServiceCollection services) =>
        services.AddOpenApi(Name, options => options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1);

    public static void Map(WebApplication app)
    {
        app.MapGet($"/openapi/{Name}.json", Send).ExcludeFromDescription();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = "docs";
            page.DocumentTitle = "PublicStats API";
            page.SwaggerEndpoint($"/openapi/{Name}.json", "PublicStats API, version 1");
        });
    }

    private static async Task Send(HttpContext context)
    {
        var routes = context.RequestServices.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name);
        var document = await routes.GetOpenApiDocumentAsync(context.RequestAborted);
        Describe(document, context.GetReleaseRequest().View);
        using var bytes = new MemoryStream();
        await document.SerializeAsJsonAsync(bytes, OpenApiSpecVersion.OpenApi3_1, context.RequestAborted);
        await Responses.Write(context, "application/json; charset=utf-8", bytes.ToArray());
    }

    private static void Describe(Microsoft.OpenApi.OpenApiDocument document, ReleaseView view)
    {
        var (release, publication) = (view.Shown, view.Shown.Publication);
        document.Info = new()
        {
            Title = publication.About.Title,
            Version = "1",
            Description =
                "Official figures as they were published: anonymised, aggregated, each with its source, its bound and its release. "
                + "No key, no login. "
                + "Every address under /v1/datasets, /v1/figures and /v1/headlines is also kept under /v1/releases/{release}/…, frozen: "
                + "the same bytes for ever. "
                + "Addresses are in lower case, but for the letters of period codes (2026-W28, 2026-Q3, FY2025-26); another case is "
                + "redirected with 308. Codes in a query are accepted in any case; the names of parameters only as they are written here. "
                + "Every address takes GET, HEAD and OPTIONS, from any web page. "
                + $"This describes release {release.Manifest.Id}, "
                + $"published {release.PublishedAt:d MMMM yyyy} at {release.PublishedAt:HH:mm}.",
            Contact = new()
            {
                Name = publication.About.Publisher,
                Email = publication.Contact.Figures,
                Url = new(publication.About.Address),
            },
            License = new() { Name = publication.Licence.Title, Url = new(publication.Licence.Address) },
            Extensions = new Dictionary<string, IOpenApiExtension>(StringComparer.Ordinal)
            {
                ["x-release"] = new JsonNodeExtension(
                    new JsonObject
                    {
                        ["id"] = release.Manifest.Id,
                        ["publishedAt"] = release.PublishedAt.ToString(
                            "yyyy-MM-ddTHH:mm:sszzz",
                            System.Globalization.CultureInfo.InvariantCulture
                        ),
                        ["sha256"] = release.Release.Digest,
                    }
                ),
            },
        };
        document.Servers = [new() { Url = "/", Description = "The host that serves this document." }];
        Answers.AddComponents(document);
        foreach (var (path, operation) in document.Paths.SelectMany(pair => pair.Value.Operations!.Values.Select(one => (pair.Key, one))))
        {
            Operations.Describe(document, path, operation, view);
        }

        DatasetOperations.Add(document, view);
    }
}
