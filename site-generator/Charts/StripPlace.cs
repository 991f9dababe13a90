using System.Globalization;
using PublicStats.Data.Periods;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>The place of a period in its year. The same week or month of every year has the same place.</summary>
/// <param name="Year">The year it is counted in: for a week the ISO year, which may differ from the calendar year of its first day.</param>
/// <param name="Place">From 0: week 1, January and 1 January are at 0.</param>
internal readonly record struct StripPlace(int Year, int Place)
{
    /// <summary>The place of a period.</summary>
    public static StripPlace Of(Period period)
    {
        var first = period.First;
        return period.Frequency switch
        {
            Frequency.Week => new(ISOWeek.GetYear(first.ToDateTime(default)), ISOWeek.GetWeekOfYear(first.ToDateTime(default)) - 1),
            Frequency.Day => new(first.Year, first.DayOfYear - 1),
            Frequency.Month => new(first.Year, first.Month - 1),
            Frequency.Quarter => new(first.Year, (first.Month - 1) / 3),
            _ => new(first.Year, 0),
        };
    }

    /// <summary>How many places a year has: 52 or 53 weeks, 365 or 366 days.</summary>
    public static int Count(Frequency frequency, int year) =>
        frequency switch
        {
            Frequency.Week => ISOWeek.GetWeeksInYear(year),
            Frequency.Day => DateTime.IsLeapYear(year) ? 366 : 365,
            Frequency.Month => 12,
            Frequency.Quarter => 4,
            _ => 1,
        };

    /// <summary>The first and the last place of a year in words.</summary>
    public static (string First, string Last) Ends(Frequency frequency, int count) =>
        frequency switch
        {
            Frequency.Week => ("week 1", $"week {count}"),
            Frequency.Day => ("1 January", "31 December"),
            Frequency.Month => ("January", "December"),
            Frequency.Quarter => ("January to March", "October to December"),
            _ => ("", ""),
        };
}
