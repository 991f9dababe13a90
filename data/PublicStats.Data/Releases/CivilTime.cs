using System.Globalization;

namespace PublicStats.Data.Releases;

/// <summary>A time as a clock on the wall of the publication's own zone shows it.</summary>
public static class CivilTime
{
    private static readonly string[] Written = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly string[] WithOffset = ["yyyy-MM-dd HH:mmzzz", "yyyy-MM-ddTHH:mmzzz", "yyyy-MM-dd HH:mm:sszzz", "yyyy-MM-ddTHH:mm:sszzz", "yyyy-MM-ddTHH:mm:ssZ"];

    /// <summary>Reads a moment such as <c>2026-07-31 09:30</c>; in the hour that comes twice, or for a machine, with its offset: <c>2026-10-25 01:30+01:00</c>.</summary>
    /// <param name="zone">The publication's time zone, such as <c>Europe/London</c>.</param>
    /// <param name="reason">The problem and the cure, when there is no such moment.</param>
    public static bool TryParse(string text, string zone, out DateTimeOffset moment, out string? reason)
    {
        var place = TimeZoneInfo.FindSystemTimeZoneById(zone);
        reason = null;
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
        {
            moment = In(moment, zone);
            return true;
        }

        // The first and the last day of all time have no moment in zones east or west of Greenwich.
        if (!DateTime.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil)
            || civil < DateTime.MinValue.AddDays(1) || civil > DateTime.MaxValue.AddDays(-1))
        {
            reason = $"\"{text}\" is not a time. Write it like 2026-07-31 09:30, in the time of {zone}.";
        }
        else if (place.IsInvalidTime(civil))
        {
            reason = $"The clocks go forward then: {civil:yyyy-MM-dd HH:mm} does not exist in {zone}. Choose a time before or after that hour.";
        }
        else if (place.IsAmbiguousTime(civil))
        {
            var offsets = place.GetAmbiguousTimeOffsets(civil).OrderDescending().Select(each => $"{civil:yyyy-MM-dd HH:mm}{Sign(each)}");
            reason = $"The clocks go back then: {civil:yyyy-MM-dd HH:mm} comes twice in {zone}. Say which one: {string.Join(" or ", offsets)}.";
        }
        else
        {
            moment = new(civil, place.GetUtcOffset(civil));
        }

        return reason is null;
    }

    /// <summary>A moment with the offset that the zone has then.</summary>
    public static DateTimeOffset In(DateTimeOffset moment, string zone) => TimeZoneInfo.ConvertTime(moment, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static string Sign(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString("hh\\:mm", CultureInfo.InvariantCulture);
}
