using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Api.Figures;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>The figures of a dataset that were revised since they were first published.</summary>
internal static class RevisionRoutes
{
    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(ApiAddresses.RevisionsTemplate, ListRevisions)
            .WithTags("Figures")
            .WithName("ListRevisions")
            .WithSummary("Every revised figure: first published, now, the difference")
            .WithDescription("A figure that came back to its first value was revised too; history has every value between.");

    private static Task ListRevisions(string dataset, HttpContext context)
    {
        var asked = context.GetReleaseRequest();
        if (asked.Release.Publication.Find(dataset) is not { } found)
        {
            return Problem.NoSuchDataset(dataset, asked.Release.Publication).ExecuteAsync(context);
        }

        return Responses.Json(
            context,
            writer =>
            {
                writer.WriteString("dataset", found.Name);
                writer.WriteRelease(asked.Release);
                writer.WriteCorrections(asked.Release, CorrectionFinder.Of(asked.Release, found));
                writer.WriteStartArray("revisions");
                foreach (var revised in DatasetRevisions.Of(asked.View, found))
                {
                    writer.WriteStartObject();
                    writer.WriteString("key", revised.Now.Key);
                    Value("firstPublished", revised.First);
                    Value("now", revised.Last);
                    writer.WriteNumberOrNull("difference", revised.Difference, revised.Now);
                    writer.WriteNumber("timesRevised", revised.Values.Count - 1);
                    writer.WriteString("history", ApiAddresses.Figure(revised.Now.Key));
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
                writer.WriteStartArray("withdrawn");
                foreach (var withdrawal in asked.Release.Manifest.Withdrawals.Where(withdrawal => withdrawal.Dataset == found.Name))
                {
                    writer.WriteStartObject();
                    writer.WriteString("key", withdrawal.Key);
                    writer.WriteString("release", withdrawal.Release);
                    writer.WriteString("reason", withdrawal.Reason);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();

                void Value(string name, PublishedValue value)
                {
                    writer.WriteStartObject(name);
                    writer.WriteString("release", value.Release.Id);
                    writer.WriteStatement(value.Figure);
                    writer.WriteString("reason", value.Reason);
                    writer.WriteEndObject();
                }
            }
        );
    }
}
