using System.Text.RegularExpressions;

namespace PublicStats.Data.Releases;

/// <summary>Lines of the log that cannot be read, and may have taken a release back.</summary>
/// <param name="After">The number of the last act before them.</param>
/// <param name="At">When that was: they were written later.</param>
internal sealed partial record UnreadableLines(int After, DateTimeOffset At)
{
    // Actions that take no release back before it is published.
    private static readonly string[] Harmless = [LogAction.Seal.Name(), LogAction.Approve.Name(), LogAction.Purge.Name()];

    /// <summary>
    /// The gap between two acts; none where nothing is lost, or where what is left of the lines says that they took nothing back.
    /// </summary>
    /// <param name="lost">What is left of the lines.</param>
    /// <param name="next">The number of the act after them; null at the end of the log.</param>
    public static IEnumerable<UnreadableLines> Of(List<LogEntry> before, string lost, int? next)
    {
        var (number, at) = before is [.., var last] ? (last.Number, last.At) : (0, DateTimeOffset.MinValue);
        var linesAtEnd = lost.Length == 0 ? 0 : 1;
        var lines = next is { } following ? following - number - 1 : linesAtEnd;
        // Any two names of actions differ in at least two letters, so one damaged byte does not make one action another.
        var names = Act().Matches(lost);
        var areHarmless = names.Count >= lines && names.All(match => Harmless.Contains(match.Groups[1].Value));
        return lines <= 0 || areHarmless ? [] : [new(number, at)];
    }

    [GeneratedRegex("\"act\":\"([^\"]*)\"")]
    private static partial Regex Act();
}
