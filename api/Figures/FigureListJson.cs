using System.Text.Json;
using PublicStats.Api.Corrections;
using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Figures;

/// <summary>Many figures as JSON.</summary>
internal static class FigureListJson
{
    public static void Write(Utf8JsonWriter writer, SealedRelease release, Dataset dataset, Selection selection, string? next)
    {
        writer.WriteString("dataset", dataset.Name);
        writer.WriteRelease(release);
        writer.WriteCorrections(release, CorrectionFinder.Of(release, dataset, selection.Rows.Select(row => selection.Table[row])));
        writer.WriteOptional("notice", dataset.About.Text.Notice);
        writer.WriteOptional("periodNote", selection.PeriodNote);
        writer.WriteStartArray("figures");
        foreach (var row in selection.Rows)
        {
            writer.WriteStartObject();
            writer.WriteFigure(selection.Table, selection.Table[row]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("total", selection.Total);
        writer.WriteString("next", next);
    }
}
