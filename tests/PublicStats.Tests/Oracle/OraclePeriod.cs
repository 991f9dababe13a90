using System.Globalization;

namespace PublicStats.Tests.Oracle;

/// <summary>A period by its code and its days, worked out without the library.</summary>
internal sealed record OraclePeriod(string Code, DateOnly First, DateOnly Last) : IComparable<OraclePeriod>
{
    public static OraclePeriod Parse(string code)
    {
        if (code.Split("--") is [var from, var to])
        {
            return new(code, Parse(from).First, Parse(to).Last);
        }

        if (code.StartsWith("FY", StringComparison.Ordinal))
        {
            var start = Number(code[2..6]);
            return new(code, new(start, 4, 1), new(start + 1, 3, 31));
        }

        var year = Number(code[..4]);
        return code.Length switch
        {
            4 => new(code, new(year, 1, 1), new(year, 12, 31)),
            10 => new(code, new(year, Number(code[5..7]), Number(code[8..])), new(year, Number(code[5..7]), Number(code[8..]))),
            _ when code[5] == 'Q' => Months(code, new(year, (3 * Number(code[6..])) - 2, 1), 3),
            _ when code[5] == 'W' => Week(code, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, Number(code[6..]), DayOfWeek.Monday))),
            _ => Months(code, new(year, Number(code[5..]), 1), 1),
        };
    }

    /// <summary>The period of a kind that a day lies in.</summary>
    public static OraclePeriod Of(string frequency, DateOnly day) =>
        frequency switch
        {
            "day" => Parse(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            "week" => Parse($"{ISOWeek.GetYear(day.ToDateTime(default)):0000}-W{ISOWeek.GetWeekOfYear(day.ToDateTime(default)):00}"),
            "month" => Parse($"{day.Year:0000}-{day.Month:00}"),
            "quarter" => Parse($"{day.Year:0000}-Q{(day.Month + 2) / 3}"),
            "year" => Parse($"{day.Year:0000}"),
            _ => Parse($"FY{(day.Month < 4 ? day.Year - 1 : day.Year):0000}-{((day.Month < 4 ? day.Year : day.Year + 1) % 100):00}"),
        };

    /// <summary>The shortest name of a stretch of days.</summary>
    public static OraclePeriod Spanning(DateOnly first, DateOnly last)
    {
        string[] kinds = ["year", "financial-year", "quarter", "month", "week", "day"];
        if (kinds.Select(kind => Of(kind, first)).FirstOrDefault(period => period.First == first && period.Last == last) is { } one)
        {
            return one;
        }

        foreach (var kind in new[] { "year", "month" })
        {
            var (from, to) = (Of(kind, first), Of(kind, last));
            if (from.First == first && to.Last == last)
            {
                return new($"{from.Code}--{to.Code}", first, last);
            }
        }

        return new($"{Of("day", first).Code}--{Of("day", last).Code}", first, last);
    }

    public int CompareTo(OraclePeriod? other) =>
        First != other!.First ? First.CompareTo(other.First)
        : Last != other.Last ? Last.CompareTo(other.Last)
        : string.CompareOrdinal(Code, other.Code);

    private static OraclePeriod Months(string code, DateOnly first, int months) => new(code, first, first.AddMonths(months).AddDays(-1));

    private static OraclePeriod Week(string code, DateOnly monday) => new(code, monday, monday.AddDays(6));

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
