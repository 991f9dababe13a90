using System.Text.Json;
using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.Api.Figures;

/// <summary>A figure as JSON. The names are kept for ever.</summary>
internal static class FigureJson
{
    /// <summary>Writes a figure's members into an object that is begun.</summary>
    public static void WriteFigure(this Utf8JsonWriter writer, FigureTable table, FigureRow figure)
    {
        writer.WriteString("key", figure.Key);
        writer.WriteString("period", figure.Period.Code);
        for (var i = 0; i < table.Dimensions.Count; i++)
        {
            writer.WriteString(table.Dimensions[i].Name, figure.Code(i).Name);
        }

        writer.WriteString("measure", figure.Measure.Name);
        writer.WriteStatement(figure);
        WriteWords(writer, table, figure);
    }

    /// <summary>
    /// Writes what a figure says: its value is never told without its bound, its status and its text. Null where there is no figure.
    /// </summary>
    public static void WriteStatement(this Utf8JsonWriter writer, FigureRow? figure)
    {
        writer.WriteNumberOrNull("value", figure?.Value, figure);
        writer.WriteString("bound", figure?.Bound.Code());
        writer.WriteStrings("status", figure?.Status.Codes() ?? []);
        writer.WriteString("text", figure?.Text);
    }

    /// <summary>Writes a number with the decimals of a figure's measure.</summary>
    public static void WriteNumberOrNull(this Utf8JsonWriter writer, string name, decimal? number, FigureRow? figure)
    {
        if (number is { } value)
        {
            writer.WritePropertyName(name);
            writer.WriteRawValue(FigureText.Plain(value, figure!.Value.Measure.Decimals), skipInputValidation: true);
        }
        else
        {
            writer.WriteNull(name);
        }
    }

    /// <summary>Writes where a figure was published.</summary>
    public static void WriteSource(this Utf8JsonWriter writer, string name, Source source)
    {
        writer.WriteStartObject(name);
        WriteSource(writer, source);
        writer.WriteEndObject();
    }

    /// <summary>Writes a source's members.</summary>
    public static void WriteSource(Utf8JsonWriter writer, Source source)
    {
        writer.WriteString("id", source.Id);
        writer.WriteString("title", source.Title);
        writer.WriteString("publisher", source.Publisher);
        writer.WriteString("published", source.Published.Code);
        writer.WriteOptional("address", source.Address);
        writer.WriteOptional("note", source.Note);
    }

    private static void WriteWords(Utf8JsonWriter writer, FigureTable table, FigureRow figure)
    {
        var words = figure.Attributes;
        if (words.Covers is { } covers)
        {
            writer.WriteString("covers", covers.Code);
        }

        writer.WriteOptional("unit", words.Unit);
        writer.WriteOptional("source", words.Source);
        writer.WriteOptional("quote", words.Quote);
        writer.WriteOptional("note", figure.Note);
        writer.WriteOptional("restates", words.Restates);
        if (words.Conflicts.Count > 0)
        {
            writer.WriteStrings("conflicts", words.Conflicts);
        }

        var begun = false;
        for (var i = 0; i < table.Dimensions.Count; i++)
        {
            if (figure.Code(i) is { Members.Count: > 0 } set)
            {
                if (!begun)
                {
                    writer.WriteStartObject("publishedOnlyTogether");
                    begun = true;
                }

                writer.WriteStrings(table.Dimensions[i].Name, set.Members);
            }
        }

        if (begun)
        {
            writer.WriteEndObject();
        }
    }
}
