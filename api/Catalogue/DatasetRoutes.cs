using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Api.Figures;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Datasets;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Catalogue;

/// <summary>What there is: the publication, its datasets, and what each holds.</summary>
internal static class DatasetRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ApiAddresses.Publication, (Delegate)GetPublication)
            .WithTags("Catalogue")
            .WithName("GetPublication")
            .WithSummary("Publisher, licence, contact, current release, limits and links");
        app.MapGet(ApiAddresses.Datasets, (Delegate)ListDatasets)
            .WithTags("Catalogue")
            .WithName("ListDatasets")
            .WithSummary("Every dataset");
        app.MapGet(ApiAddresses.DatasetTemplate, GetDataset)
            .WithTags("Catalogue")
            .WithName("GetDataset")
            .WithSummary("A dataset's dimensions, codes, measures, definitions, sources and downloads");
    }

    private static Task GetPublication(HttpContext context)
    {
        var release = context.GetReleaseRequest().Release;
        var publication = release.Publication;
        return Responses.Json(
            context,
            writer =>
            {
                writer.WriteString("title", publication.About.Title);
                writer.WriteString("summary", publication.About.Summary);
                writer.WriteString("publisher", publication.About.Publisher);
                writer.WriteRelease(release);
                writer.WriteString(
                    "nextRelease",
                    (release.Coming is [var next, ..] ? next.At : (DateTimeOffset?)null)?.ToString(
                        "yyyy-MM-ddTHH:mm:sszzz",
                        System.Globalization.CultureInfo.InvariantCulture
                    )
                );
                writer.WriteStartObject("licence");
                writer.WriteString("name", publication.Licence.Name);
                writer.WriteString("title", publication.Licence.Title);
                writer.WriteString("address", publication.Licence.Address);
                writer.WriteOptional("note", publication.Licence.Note);
                writer.WriteEndObject();
                writer.WriteStartObject("contact");
                writer.WriteString("figures", publication.Contact.Figures);
                writer.WriteString("press", publication.Contact.Press);
                writer.WriteEndObject();
                writer.WriteStartObject("limits");
                writer.WriteNumber("figuresUnlessAsked", FigureQuery.DefaultLimit);
                writer.WriteNumber("figuresAtMost", FigureQuery.GreatestLimit);
                writer.WriteNumber("valuesInAParameterAtMost", QueryLimits.Values);
                writer.WriteNumber("sortKeysAtMost", QueryLimits.SortKeys);
                writer.WriteNumber("errorsListedAtMost", QueryLimits.Faults);
                writer.WriteEndObject();
                writer.WriteStartObject("links");
                foreach (
                    var (name, address) in (ReadOnlySpan<(string, string)>)
                        [
                            ("datasets", ApiAddresses.Datasets),
                            ("headlines", ApiAddresses.Headlines),
                            ("releases", ApiAddresses.Releases),
                            ("figure", ApiAddresses.FigureForm),
                            ("feed", ApiAddresses.AtomFeed),
                            ("jsonFeed", ApiAddresses.JsonFeed),
                            ("calendar", ApiAddresses.Calendar),
                            ("timemap", ApiAddresses.TimeMapForm),
                            ("openapi", ApiAddresses.OpenApi),
                            ("documentation", ApiAddresses.Documentation),
                        ]
                )
                {
                    writer.WriteString(name, address);
                }

                writer.WriteEndObject();
            }
        );
    }

    private static Task ListDatasets(HttpContext context)
    {
        var release = context.GetReleaseRequest().Release;
        return Responses.Json(
            context,
            writer =>
            {
                writer.WriteRelease(release);
                writer.WriteStartArray("datasets");
                foreach (var dataset in release.Publication.Datasets)
                {
                    writer.WriteStartObject();
                    WriteSummary(writer, dataset);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );
    }

    private static async Task GetDataset(string dataset, HttpContext context)
    {
        var release = context.GetReleaseRequest().Release;
        if (release.Publication.Find(dataset) is not { } found)
        {
            await Problem.NoSuchDataset(dataset, release.Publication).ExecuteAsync(context);
            return;
        }

        await Responses.Json(
            context,
            writer =>
            {
                writer.WriteRelease(release);
                writer.WriteCorrections(release, CorrectionFinder.Of(release, found));
                WriteSummary(writer, found);
                writer.WriteStartArray("dimensions");
                foreach (var dimension in found.Dimensions)
                {
                    DatasetJson.WriteDimension(writer, dimension);
                }

                writer.WriteEndArray();
                writer.WriteStartArray("measures");
                foreach (var measure in found.Measures)
                {
                    DatasetJson.WriteMeasure(writer, measure);
                }

                writer.WriteEndArray();
                DatasetJson.WriteNotes(writer, found);
                writer.WriteStartArray("sources");
                foreach (var source in DatasetSources.Of(found))
                {
                    writer.WriteStartObject();
                    FigureJson.WriteSource(writer, source);
                    writer.WriteEndObject();
                }

                writer.WriteEndArray();
            }
        );
    }

    private static void WriteSummary(Utf8JsonWriter writer, Dataset dataset)
    {
        writer.WriteString("name", dataset.Name);
        writer.WriteString("title", dataset.Title);
        writer.WriteString("description", dataset.About.Text.Description);
        writer.WriteOptional("notice", dataset.About.Text.Notice);
        writer.WriteBoolean("illustrative", dataset.About.Structure.Illustrative);
        writer.WriteString("publisher", dataset.About.Text.Publisher);
        writer.WriteString("exactness", dataset.About.Text.Exactness);
        writer.WriteString("frequency", dataset.About.Structure.Frequency?.Word() ?? "statement");
        writer.WriteString("updates", dataset.About.Text.Updates);
        writer.WriteNumber("figures", dataset.Figures.Count);
        var days = Coverage.Of(dataset);
        writer.WriteString("firstDay", days?.First.ToString("O"));
        writer.WriteString("lastDay", days?.Last.ToString("O"));
        writer.WriteStartObject("links");
        writer.WriteString("self", ApiAddresses.Dataset(dataset.Name));
        writer.WriteString("figures", ApiAddresses.FiguresOf(dataset.Name));
        writer.WriteString("csv", ApiAddresses.FiguresCsvOf(dataset.Name));
        writer.WriteString("revisions", ApiAddresses.RevisionsOf(dataset.Name));
        writer.WriteString("page", $"/{dataset.Name}/");
        writer.WriteEndObject();
    }
}
