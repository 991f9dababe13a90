namespace PublicStats.Data.Periods;

/// <summary>The kinds of period.</summary>
public enum Frequency : byte
{
    /// <summary>A calendar day, <c>2026-07-16</c>.</summary>
    Day,

    /// <summary>An ISO week, Monday to Sunday, <c>2026-W29</c>.</summary>
    Week,

    /// <summary>A calendar month, <c>2026-07</c>.</summary>
    Month,

    /// <summary>A calendar quarter, <c>2026-Q3</c>.</summary>
    Quarter,

    /// <summary>A calendar year, <c>2026</c>.</summary>
    Year,

    /// <summary>1 April to 31 March, <c>FY2025-26</c>.</summary>
    FinancialYear,

    /// <summary>Any time by its two ends, <c>2021-12--2024-06</c>.</summary>
    Interval,
}

/// <summary>The words for kinds of period, in files and questions.</summary>
public static class Frequencies
{
    private static readonly string[] WordList = ["day", "week", "month", "quarter", "year", "financial-year", "interval"];

    /// <summary>Every word, in the order of <see cref="Frequency"/>.</summary>
    public static IReadOnlyList<string> Words => WordList;

    /// <summary>The word for a kind: <c>day</c>, <c>week</c>, <c>financial-year</c>.</summary>
    public static string Word(this Frequency frequency) => WordList[(int)frequency];

    /// <summary>Reads a word.</summary>
    public static bool TryParse(string? word, out Frequency frequency)
    {
        var at = Array.IndexOf(WordList, word);
        frequency = (Frequency)Math.Max(at, 0);
        return at >= 0;
    }

    /// <summary>
    /// Whether every period of this kind lies within one period of the target kind. Weeks cross the ends of months and years.
    /// </summary>
    public static bool CanRollUpTo(this Frequency frequency, Frequency target) =>
        target == frequency
        || (frequency, target) switch
        {
            (Frequency.Day, not Frequency.Interval) => true,
            (Frequency.Month, Frequency.Quarter or Frequency.Year or Frequency.FinancialYear) => true,
            (Frequency.Quarter, Frequency.Year or Frequency.FinancialYear) => true,
            _ => false,
        };
}
