using PublicStats.Api.Asking;
using PublicStats.Api.Figures;
using PublicStats.Api.Hosting;

namespace PublicStats.Api.Headlines;

/// <summary>The headline figures as sentences.</summary>
internal static class HeadlineRoutes
{
    // Said as a delegate: a handler that takes the context alone would otherwise be left out of the description.
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/v1/headlines", (Delegate)ListHeadlines).WithTags("Headlines").WithName("ListHeadlines").WithSummary("The headline figures as sentences, with their values and keys");

    private static Task ListHeadlines(HttpContext context)
    {
        var release = context.Asked().Release;
        return Answering.Json(context, writer =>
        {
            writer.WriteRelease(release);
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
