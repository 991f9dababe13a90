using PublicStats.Api.Figures;
using PublicStats.Api.Hosting;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Headlines;

/// <summary>The headline figures as sentences.</summary>
internal static class HeadlineRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/v1/headlines", ListHeadlines).WithTags("Headlines").WithName("ListHeadlines").WithSummary("The headline figures as sentences, with their values and keys");

    private static Task ListHeadlines(HttpContext context, CurrentRelease current)
    {
        var release = current.Now();
        return Answering.Json(context, release, writer =>
        {
            writer.WriteRelease(release.Manifest);
            writer.WriteStartArray("headlines");
            foreach (var headline in Data.Queries.Headlines.OfHome(release.Publication))
            {
                writer.WriteStartObject();
                writer.WriteString("id", $"{headline.Dataset.Name}/{headline.Headline.Id}");
                writer.WriteString("sentence", headline.Sentence);
                writer.WriteOptional("note", headline.Headline.Note);
                writer.WriteStartObject("figure");
                writer.WriteFigure(headline.Figure.Table, headline.Figure.Figure);
                writer.WriteEndObject();
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });
    }
}
