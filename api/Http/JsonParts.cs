using System.Text.Json;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Http;

/// <summary>Parts that many answers have.</summary>
internal static class JsonParts
{
    /// <summary>Says which release an answer is from.</summary>
    internal static void WriteRelease(this Utf8JsonWriter writer, SealedRelease release)
    {
        writer.WriteStartObject("release");
        writer.WriteString("id", release.Manifest.Id);
        writer.WriteString("publishedAt", release.PublishedAt);
        writer.WriteEndObject();
    }

    /// <summary>Writes a text where there is one.</summary>
    internal static void WriteOptional(this Utf8JsonWriter writer, string name, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            writer.WriteString(name, text);
        }
    }

    /// <summary>Writes a list of texts.</summary>
    internal static void WriteStrings(this Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
