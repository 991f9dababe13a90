using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Releases;

namespace PublicStats.Api.OpenApi;

/// <summary>The OpenAPI document, and the page to read and try the API on.</summary>
internal static class OpenApiRoutes
{
    private const string Name = "v1";

    // A document takes about fifty times as long to make as a figure. It is kept as long as its release is open.
    private static readonly ConditionalWeakTable<SealedRelease, byte[]> Documents = [];

    /// <summary>Builds the document from the routes, and adds what depends on the release that answers.</summary>
    public static void Add(IServiceCollection services) =>
        services
            .AddHttpContextAccessor()
            .AddOpenApi(
                Name,
                options =>
                {
                    options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                    options.CreateSchemaReferenceId = DimensionedSchemas.ReferenceIdOf;
                    options.AddSchemaTransformer<DimensionedSchemas>();
                    options.AddOperationTransformer<ReleaseParameterTransformer>();
                    options.AddDocumentTransformer<OptionalMembers>();
                    options.AddDocumentTransformer<ReleaseTransformer>();
                }
            );

    public static void Map(WebApplication app)
    {
        app.MapGet(ApiAddresses.OpenApi, GetDocument).IsStatic(suffix: "").ExcludeFromDescription();
        app.UseSwaggerUI(page =>
        {
            page.RoutePrefix = ApiAddresses.Documentation.TrimStart('/');
            page.DocumentTitle = "PublicStats API";
            page.SwaggerEndpoint(ApiAddresses.OpenApi, "PublicStats API, version 1");
        });
    }

    private static async Task GetDocument(
        [FromKeyedServices(Name)] IOpenApiDocumentProvider provider,
        HttpContext context,
        CancellationToken cancellation
    )
    {
        var release = context.GetReleaseRequest().Release;
        if (!Documents.TryGetValue(release, out var bytes))
        {
            var document = await provider.GetOpenApiDocumentAsync(cancellation);
            using var json = new MemoryStream();
            await document.SerializeAsJsonAsync(json, OpenApiSpecVersion.OpenApi3_1, cancellation);
            bytes = json.ToArray();
            Documents.AddOrUpdate(release, bytes);
        }

        await Responses.Write(context, "application/json; charset=utf-8", bytes);
    }
}
