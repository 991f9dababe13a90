using System.Text.Json;

namespace PublicStats.Data.Releases;

/// <summary>
/// The number of the form in which <c>release.json</c> and the lines of the log are written. What carries no number has format 1.
/// A change that a program of today would misread gets the next number, and the reader of every older format stays.
/// </summary>
internal static class FileFormat
{
    /// <summary>The format that this program writes, and the newest that it reads.</summary>
    public const int Newest = 1;

    /// <summary>Says that a text is in a newer format, and what to do.</summary>
    public static string Problem(string what, int format) =>
        $"{what} has format {format}, and this program reads formats up to {Newest}. Install the newest publicstats.";

    /// <summary>The format of a text; null where this program reads it, or where the text is damaged and says none.</summary>
    public static int? NewerThanRead(ReadOnlySpan<byte> json)
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var text = JsonDocument.ParseValue(ref reader);
            return
                text.RootElement.ValueKind == JsonValueKind.Object
                && text.RootElement.TryGetProperty("format", out var number)
                && number.TryGetInt32(out var format)
                && format > Newest
                ? format
                : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
