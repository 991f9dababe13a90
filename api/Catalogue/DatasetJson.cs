using System.Text.Json;
using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.Api.Catalogue;

/// <summary>The parts of a dataset as JSON.</summary>
internal static class DatasetJson
{
    public static void WriteDimension(Utf8JsonWriter writer, Dimension dimension)
    {
        writer.WriteStartObject();
        writer.WriteString("name", dimension.Name);
        writer.WriteString("label", dimension.Label);
        writer.WriteStartArray("codes");
        foreach (var code in dimension.Codes)
        {
            writer.WriteStartObject();
            writer.WriteString("code", code.Name);
            writer.WriteString("label", code.Label);
            writer.WriteOptional("parent", code.Parent);
            writer.WriteOptional("description", code.Description);
            if (code.Members.Count > 0)
            {
                writer.WriteStrings("publishedOnlyTogether", code.Members);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void WriteMeasure(Utf8JsonWriter writer, Measure measure)
    {
        writer.WriteStartObject();
        writer.WriteString("name", measure.Name);
        writer.WriteString("label", measure.Label);
        writer.WriteString("unit", measure.Unit);
        writer.WriteNumber("decimals", measure.Decimals);
        writer.WriteString("additivity", measure.Additivity.ToString().ToLowerInvariant());
        writer.WriteString("definition", measure.Definition);
        writer.WriteEndObject();
    }

    public static void WriteNotes(Utf8JsonWriter writer, Dataset dataset)
    {
        writer.WriteStrings("counted", dataset.About.Caveats.Counted);
        writer.WriteStrings("notCounted", dataset.About.Caveats.NotCounted);
        writer.WriteOptional("breaks", dataset.About.Caveats.Breaks);
        writer.WriteOptional("rounding", dataset.About.Caveats.Rounding);
        writer.WriteOptional("disclosure", dataset.About.Caveats.Disclosure);
    }
}
