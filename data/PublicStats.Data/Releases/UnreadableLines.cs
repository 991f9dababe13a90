using System.Text.RegularExpressions;

namespace PublicStats.Data.Releases;

/// <summary>Lines of the log that cannot be read, and may have taken a release back.</summary>
/// <param name="After">The number of the last act before them.</param>
/// <param name="At">When that was: they were written later.</param>
internal sealed partial record UnreadableLines(int After, DateTimeOffset At)
{
    /// <summary>
    /// The gap between two acts; none where nothing is lost, or where what is left of the lines says that they took nothing back.
    /// </summary>
    /// <param name="lost">What is left of the lines.</param>
    /// <param name="next">The number of the act after them; null at the end of the log.</param>
    public static IEnumerable<UnreadableLines> Of(List<LogEntry> before, string lost, int? next)
    {
        var (number, at) = before is [.., var last] ? (last.Number, last.At) : (0, DateTimeOffset.MinValue);
        var lines = next is null
            ? lost.Length == 0
                ? 0
                : 1
            : next.Value - number - 1;
        // No slip of a byte makes one act's word into another's.
        var words = Act().Matches(lost);
        return lines <= 0 || (words.Count >= lines && words.All(match => match.Groups[1].Value is "seal" or "approve" or "purge"))
            ? []
            : [new(number, at)];
    }

    [GeneratedRegex("\"act\":\"([^\"]*)\"")]
    private static partial Regex Act();
}
