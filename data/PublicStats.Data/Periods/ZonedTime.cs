using System.Globalization;
using NodaTime;
using PublicStats.Data.Files;

namespace PublicStats.Data.Periods;

/// <summary>A time as a clock on the wall of the publication's own zone shows it.</summary>
public static class ZonedTime
{
    private static readonly string[] Written = ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm:ss"];
    private static readonly string[] WithOffset =
    [
        "yyyy-MM-dd HH:mmzzz",
        "yyyy-MM-ddTHH:mmzzz",
        "yyyy-MM-dd HH:mm:sszzz",
        "yyyy-MM-ddTHH:mm:sszzz",
        "yyyy-MM-ddTHH:mm:ssZ",
    ];

    /// <summary>
    /// Reads a moment such as <c>2026-07-31 09:30</c>; in the hour that comes twice, or for a machine, with its offset: <c>2026-10-25
    /// 01:30+01:00</c>.
    /// </summary>
    /// <param name="zone">The publication's time zone, such as <c>Europe/London</c>.</param>
    /// <param name="refusal">Why there is no such moment; null when there is.</param>
    public static bool TryParse(string text, string zone, out DateTimeOffset moment, out TimeRefusal? refusal)
    {
        refusal = null;
        if (DateTimeOffset.TryParseExact(text, WithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment))
        {
            moment = In(moment, zone);
            return true;
        }

        // The first and the last day of all time have no moment in zones east or west of Greenwich.
        if (
            !DateTime.TryParseExact(text, Written, CultureInfo.InvariantCulture, DateTimeStyles.None, out var civil)
            || civil < DateTime.MinValue.AddDays(1)
            || civil > DateTime.MaxValue.AddDays(-1)
        )
        {
            refusal = new(
                TimeProblem.NotATime,
                new($"\"{text}\" is not a time.", $"Write it like 2026-07-31 09:30, in the time of {zone}.")
            );
        }
        else if (Zone(zone) is not { } place)
        {
            refusal = new(TimeProblem.UnknownZone, NoSuchZone(zone));
        }
        else if (place.MapLocal(LocalDateTime.FromDateTime(civil)) is { Count: not 1 } mapping)
        {
            var time = $"{civil:yyyy-MM-dd HH:mm}";
            refusal =
                mapping.Count == 0
                    ? new(
                        TimeProblem.SkippedByClocks,
                        new($"The clocks go forward then: {time} does not exist in {zone}.", "Choose a time before or after that hour.")
                    )
                    : new(
                        TimeProblem.RepeatedByClocks,
                        new(
                            $"The clocks go back then: {time} comes twice in {zone}.",
                            $"Say which one: {time}{Sign(mapping.First().Offset)} or {time}{Sign(mapping.Last().Offset)}."
                        )
                    );
        }
        else
        {
            moment = new(civil, OffsetAt(place, place.AtStrictly(LocalDateTime.FromDateTime(civil)).ToInstant()));
        }

        return refusal is null;
    }

    /// <summary>Whether a time zone of that name is known, such as <c>Europe/London</c>.</summary>
    public static bool IsZone(string zone) => Zone(zone) is not null;

    /// <summary>A moment with the offset that the zone has then. At the ends of the calendar, the moment as it was given.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static DateTimeOffset In(DateTimeOffset moment, string zone)
    {
        var place = Zone(zone) ?? throw new ArgumentException(NoSuchZone(zone).ToString(), nameof(zone));
        var offset = OffsetAt(place, Instant.FromDateTimeOffset(moment));
        var ticks = moment.UtcTicks + offset.Ticks;
        return ticks < DateTimeOffset.MinValue.Ticks || ticks > DateTimeOffset.MaxValue.Ticks ? moment : moment.ToOffset(offset);
    }

    /// <summary>The last moment of a day in the zone.</summary>
    /// <exception cref="ArgumentException">There is no such zone.</exception>
    public static DateTimeOffset EndOf(DateOnly day, string zone)
    {
        if (day == DateOnly.MaxValue)
        {
            return DateTimeOffset.MaxValue;
        }

        // Where the clocks change at midnight, the next day begins at another time than midnight.
        var place = Zone(zone) ?? throw new ArgumentException(NoSuchZone(zone).ToString(), nameof(zone));
        return In(place.AtStartOfDay(LocalDate.FromDateOnly(day.AddDays(1))).ToDateTimeOffset().AddTicks(-1), zone);
    }

    internal static Reason NoSuchZone(string zone) => new($"\"{zone}\" is not a time zone.", "Write its IANA name, such as Europe/London.");

    // NodaTime brings the IANA time zones along. Those of the system need ICU on Windows, which this program runs without.
    private static DateTimeZone? Zone(string zone) => DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone);

    // Before there were time zones, offsets had seconds. A DateTimeOffset has none.
    private static TimeSpan OffsetAt(DateTimeZone zone, Instant instant) => TimeSpan.FromMinutes(zone.GetUtcOffset(instant).Seconds / 60);

    private static string Sign(Offset offset) => offset.ToString("+HH:mm", CultureInfo.InvariantCulture);
}
