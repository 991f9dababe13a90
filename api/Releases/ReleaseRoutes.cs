using PublicStats.Api.Hosting;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Releases;

/// <summary>What was published when.</summary>
internal static class ReleaseRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/v1/releases", ListReleases).WithTags("Releases").WithName("ListReleases").WithSummary("Every published release, newest first");

    private static Task ListReleases(HttpContext context, CurrentRelease current) =>
        Answering.Json(context, current.Now(), writer =>
        {
            writer.WriteStartArray("releases");
            foreach (var release in current.Published().Reverse())
            {
                writer.WriteStartObject();
                writer.WriteString("id", release.Id);
                writer.WriteString("publishedAt", release.PublishedAt);
                writer.WriteString("kind", release.Kind);
                writer.WriteString("title", release.Title);
                writer.WriteString("reason", release.Reason);
                writer.WriteStartArray("datasets");
                foreach (var dataset in release.Datasets)
                {
                    writer.WriteStartObject();
                    writer.WriteString("name", dataset.Name);
                    writer.WriteNumber("figures", dataset.Figures);
                    writer.WriteNumber("withheld", dataset.Withheld);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
}
