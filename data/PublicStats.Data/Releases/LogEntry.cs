using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicStats.Data.Releases;

/// <summary>
/// One act in the press office: who did what to which release, and when. The log of acts is what says which releases there are.
/// </summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Act"><c>seal</c>, <c>approve</c>, <c>reschedule</c>, <c>cancel</c> or <c>purge</c>.</param>
/// <param name="By">Who did it, by role.</param>
/// <param name="Release">The release it was done to; for a reschedule, the id it has from then on.</param>
/// <param name="Manifest">The SHA-256 of the release's manifest as it was when the act was done.</param>
/// <param name="Reason">Why; empty where none was asked for.</param>
/// <param name="Replaces">For a reschedule, the id the release had before.</param>
/// <param name="ApprovedBy">For a purge, the second person.</param>
/// <param name="Format">The form of the line itself, written first. A line without it has format 1.</param>
public sealed record LogEntry(
    int Number,
    DateTimeOffset At,
    string Act,
    string By,
    string Release,
    string Manifest,
    string Reason,
    string? Replaces = null,
    string? ApprovedBy = null,
    [property: JsonPropertyOrder(-1)] int Format = FileFormat.Newest
)
{
    private const string Seal = ",\"hash\":\"";

    /// <summary>The entry as a line, without its end: what happened, the hash of the line before, and the hash of all that.</summary>
    internal string ToLine(string previous)
    {
        var said = JsonSerializer.Serialize(this, LogJson.Default.LogEntry);
        var open = $"{said[..^1]},\"previous\":\"{previous}\"";
        return $"{open}{Seal}{Hash(open)}\"}}";
    }

    /// <summary>Reads a line; null when it is not as it was written, or when its format is newer than this program.</summary>
    internal static LogEntry? Of(string line, out string previous)
    {
        previous = "";
        if (!IsWhole(line) || NewerFormat(line) is not null)
        {
            return null;
        }

        try
        {
            previous = JsonDocument.Parse(line).RootElement.GetProperty("previous").GetString() ?? "";
            return JsonSerializer.Deserialize(line, LogJson.Default.LogEntry);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The format of a line that is as it was written, in a format that this program does not know; null for any other.</summary>
    internal static int? NewerFormat(string line) => IsWhole(line) ? FileFormat.NewerThanRead(Encoding.UTF8.GetBytes(line)) : null;

    private static bool IsWhole(string line) =>
        line.LastIndexOf(Seal, StringComparison.Ordinal) is var at && at >= 0 && line[at..] == $"{Seal}{Hash(line[..at])}\"}}";

    /// <summary>The hash that the next line names.</summary>
    internal static string Hash(string line) => ReleaseManifest.Hash(Encoding.UTF8.GetBytes(line));
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(LogEntry))]
internal sealed partial class LogJson : JsonSerializerContext;
