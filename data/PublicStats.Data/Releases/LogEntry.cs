using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicStats.Data.Releases;

/// <summary>
/// One action in the press office: who did what to which release, and when. The log of actions decides which releases there are.
/// </summary>
/// <param name="Number">From 1, without a gap.</param>
/// <param name="Act">What was done.</param>
/// <param name="By">Who did it, by role.</param>
/// <param name="Release">The id of the release it was done to; for a reschedule, the id from then on.</param>
/// <param name="Manifest">The SHA-256 of the release's manifest at that moment.</param>
/// <param name="Reason">Why; empty where the action needs no reason.</param>
/// <param name="Replaces">For a reschedule, the id the release had before.</param>
/// <param name="ApprovedBy">For a purge, the second person.</param>
/// <param name="Format">The form of the line itself, written first. A line without it has format 1.</param>
public sealed record LogEntry(
    int Number,
    DateTimeOffset At,
    LogAction Act,
    string By,
    string Release,
    string Manifest,
    string Reason,
    string? Replaces = null,
    string? ApprovedBy = null,
    [property: JsonPropertyOrder(-1)] int Format = FileFormat.Newest
)
{
    private const string HashMember = ",\"hash\":\"";

    /// <summary>The entry as a line, without its end: what happened, the hash of the line before, and the hash of all that.</summary>
    internal string ToLine(string previous)
    {
        var entry = JsonSerializer.Serialize(this, LogJson.Default.LogEntry);
        var open = $"{entry[..^1]},\"previous\":\"{previous}\"";
        return $"{open}{HashMember}{Hash(open)}\"}}";
    }

    /// <summary>Reads a line; null when it is not as it was written, or comes from a newer program.</summary>
    internal static LogEntry? Of(string line, out string previous)
    {
        previous = "";
        if (!IsWhole(line) || ProblemOfNewer(line) is not null)
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

    /// <summary>Why a line that is as it was written comes from a newer program; null for any other line.</summary>
    internal static string? ProblemOfNewer(string line) => IsWhole(line) ? FileFormat.ProblemOfLine(Encoding.UTF8.GetBytes(line)) : null;

    private static bool IsWhole(string line) =>
        line.LastIndexOf(HashMember, StringComparison.Ordinal) is var at && at >= 0 && line[at..] == $"{HashMember}{Hash(line[..at])}\"}}";

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
