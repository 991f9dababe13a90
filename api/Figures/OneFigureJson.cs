using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Figures;

/// <summary>One figure as JSON, with what it means, where it was published, and every value it ever had.</summary>
internal static class OneFigureJson
{
    public static void Write(Utf8JsonWriter writer, ReleaseRequest asked, FoundFigure found)
    {
        var (release, figure, dataset) = (asked.Release, found.Figure, found.Dataset);
        writer.WriteString("dataset", dataset.Name);
        writer.WriteRelease(release);
        writer.WriteCorrections(release, CorrectionFinder.Of(release, dataset, [figure]));
        writer.WriteOptional("notice", dataset.About.Text.Notice);
        writer.WriteStartObject("figure");
        writer.WriteFigure(found.Table, figure);
        writer.WriteEndObject();
        writer.WriteStartObject("means");
        writer.WriteString("measure", figure.Measure.Label);
        writer.WriteString("definition", figure.Measure.Definition);
        writer.WriteString("unit", figure.Attributes.Unit ?? figure.Measure.Unit);
        writer.WriteString("period", figure.Period.Label);
        writer.WriteString("firstDay", figure.Period.First.ToString("O"));
        writer.WriteString("lastDay", figure.Period.Last.ToString("O"));
        for (var i = 0; i < found.Table.Dimensions.Count; i++)
        {
            writer.WriteString(found.Table.Dimensions[i].Name, figure.Code(i).Label);
        }

        writer.WriteStrings("status", figure.Status.Codes().Select(code => FigureStatuses.Meaning(code)!));
        writer.WriteEndObject();
        writer.WriteSource("source", dataset.Source(figure.Attributes.Source ?? dataset.About.Structure.Source));
        var isFrozen = asked.View.IsFrozen || asked.VersionSelector is not null;
        writer.WriteString("cite", Citation.Of(release, found, isFrozen));
        writer.WriteString("page", Citation.Page(release, found, isFrozen));
        writer.WriteString("frozen", AddressBook.Versioned(ApiAddresses.Figure(figure.Key), release.Manifest.Id));
        WriteHistory(writer, asked.View.HistoryOf(found.RequestedKey), found.RequestedKey);
    }

    private static void WriteHistory(Utf8JsonWriter writer, IReadOnlyList<PublishedValue> history, string key)
    {
        writer.WriteStartArray("history");
        foreach (var (release, figure, difference, reason) in history)
        {
            writer.WriteStartObject();
            writer.WriteString("release", release.Id);
            writer.WriteString("publishedAt", release.PublishedAt!.Value);
            writer.WriteStatement(figure);
            if (figure?.Attributes.Covers is { } covers)
            {
                writer.WriteString("covers", covers.Code);
            }

            writer.WriteNumberOrNull("difference", difference, figure);
            writer.WriteString("reason", reason);
            writer.WriteString("address", AddressBook.Versioned(ApiAddresses.Figure(key), release.Id));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
