using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Versioning;

/// <summary>The moment that asOf names. A day means its end, so a release of that day is included.</summary>
internal static class AsOf
{
    /// <summary>Reads <c>2026-05-01</c>, or a time: <c>2026-05-01T09:29</c> in the publication's zone, or with its offset.</summary>
    public static bool TryParse(
        string text,
        string zone,
        DateTimeOffset now,
        out DateTimeOffset moment,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        fault = null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            // Today is not over yet: what may be seen of it is what may be seen now.
            var today = DateOnly.FromDateTime(ZonedTime.In(now, zone).DateTime);
            moment = day < today ? ZonedTime.EndOf(day, zone) : now;
            fault = day > today ? Future(text) : null;
            return fault is null;
        }

        // A plus sign in an address is read as a space.
        var written = text.Length > 16 && text[^6] == ' ' ? $"{text[..^6]}+{text[^5..]}" : text;
        if (!ZonedTime.TryParse(written, zone, out moment, out var refusal))
        {
            var isTime = refusal!.Kind is TimeProblem.SkippedByClocks or TimeProblem.RepeatedByClocks;
            var reason = isTime
                ? refusal.Reason
                : new(
                    $"\"{text}\" is not a date.",
                    $"Write a day, 2026-05-01, or a time, 2026-05-01T09:29 (of {zone}) or 2026-05-01T09:29+01:00."
                );
            fault = ParameterFault.Of("asOf", text, reason, ["2026-05-01", "2026-05-01T09:29", "2026-05-01T08:29:00Z"]);
        }
        else if (moment > now)
        {
            fault = Future(text);
        }

        return fault is null;
    }

    private static Fault Future(string text) =>
        ParameterFault.Of(
            "asOf",
            text,
            new($"{text} lies in the future: nothing was published then yet.", "Write a day that is past, or leave asOf out.")
        );
}
