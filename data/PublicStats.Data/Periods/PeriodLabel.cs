using System.Globalization;

namespace PublicStats.Data.Periods;

/// <summary>Periods in English.</summary>
internal static class PeriodLabel
{
    private static readonly string[] Ordinals = ["first", "second", "third", "last"];

    public static string Of(Period period) =>
        period.Frequency switch
        {
            Frequency.Day => Date(period.First, "d MMMM yyyy"),
            Frequency.Week => "week ending " + Date(period.Last, "d MMMM yyyy"),
            Frequency.Month => Date(period.First, "MMMM yyyy"),
            Frequency.Quarter => $"{Date(period.First, "MMMM")} to {Date(period.Last, "MMMM yyyy")}",
            Frequency.Year => Date(period.First, "yyyy"),
            Frequency.FinancialYear => "financial year ending " + Date(period.Last, "MMMM yyyy"),
            _ => Interval(period),
        };

    public static string InSentence(Period period) =>
        period.Frequency switch
        {
            Frequency.Day => "on " + Of(period),
            Frequency.Week or Frequency.FinancialYear => "in the " + Of(period),
            Frequency.Quarter or Frequency.Interval => "from " + Of(period),
            _ => "in " + Of(period),
        };

    private static string Interval(Period interval)
    {
        var (from, to) = (interval.From, interval.To);
        return (from.Frequency, to.Frequency) switch
        {
            (Frequency.Day, Frequency.Day) when SameMonth(from, to) => $"{from.First.Day} to {Of(to)}",
            (Frequency.Day, Frequency.Day) when from.First.Year == to.First.Year => $"{Date(from.First, "d MMMM")} to {Of(to)}",
            (Frequency.Month, Frequency.Month) when from.First.Year == to.First.Year => $"{Date(from.First, "MMMM")} to {Of(to)}",
            (Frequency.Quarter, Frequency.Quarter) => $"{Date(from.First, "MMMM yyyy")} to {Date(to.Last, "MMMM yyyy")}",
            _ => $"{End(from)} to {End(to)}",
        };
    }

    private static string End(Period end) =>
        end.Frequency switch
        {
            Frequency.Quarter => $"the {Ordinals[(end.First.Month - 1) / 3]} quarter of {end.First.Year}",
            Frequency.Week or Frequency.FinancialYear => "the " + Of(end),
            _ => Of(end),
        };

    private static bool SameMonth(Period from, Period to) => from.First.Year == to.First.Year && from.First.Month == to.First.Month;

    private static string Date(DateOnly day, string format) => day.ToString(format, CultureInfo.InvariantCulture);
}
