using System.Text.Json;

namespace PublicStats.Data.Releases;

/// <summary>
/// The number of the form in which <c>release.json</c> and the lines of the log are written. A text without a number has format 1.
/// A change that an older program would misread gets the next number, and the reader of every older format stays.
/// </summary>
internal static class FileFormat
{
    /// <summary>The format that this program writes, and the newest that it reads.</summary>
    public const int Newest = 1;

    /// <summary>Why a line of the log must be from a newer program; null for any other text, damaged ones included.</summary>
    public static string? ProblemOfLine(ReadOnlySpan<byte> json) => Problem<LogAction>("the line", "act", json);

    /// <summary>Why a manifest must be from a newer program; null for any other text, damaged ones included.</summary>
    public static string? ProblemOfManifest(ReadOnlySpan<byte> json) => Problem<ReleaseKind>("the manifest", "kind", json);

    private static string? Problem<T>(string what, string member, ReadOnlySpan<byte> json)
        where T : struct, Enum
    {
        try
        {
            var reader = new Utf8JsonReader(json);
            using var text = JsonDocument.ParseValue(ref reader);
            return Problem<T>(what, member, text.RootElement) is { } problem ? $"{problem} Install its newest version." : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Problem<T>(string what, string member, JsonElement text)
        where T : struct, Enum
    {
        if (text.TryGetProperty("format", out var number) && number.TryGetInt32(out var format) && format > Newest)
        {
            return $"{what} has format {format}, and this program reads formats up to {Newest}.";
        }

        return text.TryGetProperty(member, out var name) && name.GetString() is { } unknown && !EnumNames.Of<T>().Contains(unknown)
            ? $"{what} has the {member} \"{unknown}\". This program knows {string.Join(", ", EnumNames.Of<T>())}."
            : null;
    }
}
