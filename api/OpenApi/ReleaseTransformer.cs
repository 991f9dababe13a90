using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PublicStats.Api.Versioning;
using PublicStats.Data.Releases;

namespace PublicStats.Api.OpenApi;

/// <summary>Describes the release that answers: its terms, and the figures of each of its datasets as an address of their own.</summary>
internal sealed class ReleaseTransformer(IHttpContextAccessor accessor) : IOpenApiDocumentTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        var view = accessor.HttpContext!.GetReleaseRequest().View;
        document.Info = InfoOf(view.Shown);
        document.Servers = [new() { Url = "/", Description = "The host that serves this document." }];
        DatasetOperations.Add(document, view);
        return Task.CompletedTask;
    }

    private static OpenApiInfo InfoOf(SealedRelease release)
    {
        var publication = release.Publication;
        return new()
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
                        ["publishedAt"] = release.PublishedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture),
                        ["sha256"] = release.Release.Digest,
                    }
                ),
            },
        };
    }
}
