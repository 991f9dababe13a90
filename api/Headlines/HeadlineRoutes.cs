using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Api.Figures;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Headlines;

/// <summary>The headline figures as sentences.</summary>
internal static class HeadlineRoutes
{
    // Said as a delegate: a handler that takes the context alone would otherwise be left out of the description.
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(ApiAddresses.Headlines, (Delegate)ListHeadlines)
            .WithTags("Headlines")
            .WithName("ListHeadlines")
            .WithSummary("The headline figures as sentences, with their values and keys");

    private static Task ListHeadlines(HttpContext context)
    {
        var release = context.GetReleaseRequest().Release;
        return Responses.Json(
            context,
            writer =>
            {
                var headlines = PublicStats.Data.Queries.HeadlineQuery.OfHome(release.Publication);
                writer.WriteRelease(release);
                writer.WriteCorrections(release, CorrectionFinder.Of(release, headlines.Select(headline => headline.Figure)));
                writer.WriteStartArray("headlines");
                foreach (var headline in headlines)
                {
                    writer.WriteStartObject();
                    writer.WriteString("id", $"{headline.Dataset.Name}/{headline.Headline.Id}");
                    writer.WriteString("sentence", headline.Sentence);
                    WriteWithdrawals(writer, release, headline);
                    writer.WriteOptional("note", headline.Headline.Note);
                    writer.WriteStartObject("figure");
                    writer.WriteFigure(headline.Figure.Table, headline.Figure.Figure);
                    writer.WriteEndObject();
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );
    }

    // A headline whose figure is withdrawn stays in its place and says why it has no value.
    private static void WriteWithdrawals(Utf8JsonWriter writer, SealedRelease release, HeadlineFigure headline)
    {
        var withdrawals = CorrectionFinder.Withdrawals(release, headline.Figure);
        if (withdrawals.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("withdrawn");
        foreach (var withdrawal in withdrawals)
        {
            writer.WriteStartObject();
            writer.WriteString("key", withdrawal.Key);
            writer.WriteString("release", withdrawal.Release);
            writer.WriteString("reason", withdrawal.Reason);
            writer.WriteString("address", release.Publication.About.Address + AddressBook.ReleasePage(withdrawal.Release));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
