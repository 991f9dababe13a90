using System.Globalization;

namespace PublicStats.Data.Periods;

/// <summary>Reads and writes period codes.</summary>
internal static class PeriodCode
{
    private const int FirstYear = 1800;
    private const int LastYear = 2200;

    public static string Of(Period period) =>
        period.Frequency switch
        {
            Frequency.Day => period.First.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Frequency.Week => string.Create(
                CultureInfo.InvariantCulture,
                $"{ISOWeekYear(period):0000}-W{ISOWeek.GetWeekOfYear(Noon(period)):00}"
            ),
            Frequency.Month => period.First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
            Frequency.Quarter => string.Create(CultureInfo.InvariantCulture, $"{period.First.Year:0000}-Q{(period.First.Month + 2) / 3}"),
            Frequency.Year => period.First.ToString("yyyy", CultureInfo.InvariantCulture),
            Frequency.FinancialYear => string.Create(
                CultureInfo.InvariantCulture,
                $"FY{period.First.Year:0000}-{period.Last.Year % 100:00}"
            ),
            _ => $"{Of(period.From)}--{Of(period.To)}",
        };

    public static bool TryParse(ReadOnlySpan<char> code, out Period period)
    {
        var split = code.IndexOf("--");
        if (split < 0)
        {
            return TryParseOne(code, out period);
        }

        period = default;
        return TryParseOne(code[..split], out var from)
            && TryParseOne(code[(split + 2)..], out var to)
            && Period.TryInterval(from, to, out period);
    }

    /// <summary>A number of exactly these ASCII digits; -1 for anything else.</summary>
    public static int Digits(ReadOnlySpan<char> text)
    {
        var number = text.IsEmpty ? -1 : 0;
        foreach (var character in text)
        {
            if (!char.IsAsciiDigit(character) || number < 0)
            {
                return -1;
            }

            number = (number * 10) + (character - '0');
        }

        return number;
    }

    private static bool TryParseOne(ReadOnlySpan<char> code, out Period period)
    {
        period = default;
        if (code.Length == 9 && code.StartsWith("FY") && code[6] == '-')
        {
            var starts = Digits(code[2..6]);
            // Every day of 1800 lies in a financial year, the first of them in the one that began in 1799.
            return Make(
                starts is >= FirstYear - 1 and <= LastYear && Digits(code[7..]) == (starts + 1) % 100,
                Frequency.FinancialYear,
                starts,
                4,
                1,
                out period
            );
        }

        if (code.Length < 4 || Digits(code[..4]) is var year && !InRange(year) && !IsLastWeek(code))
        {
            return false;
        }

        return code.Length switch
        {
            4 => Make(true, Frequency.Year, year, 1, 1, out period),
            7 when code[4] == '-' && code[5] == 'Q' => Make(
                code[6] is >= '1' and <= '4',
                Frequency.Quarter,
                year,
                ((code[6] - '1') * 3) + 1,
                1,
                out period
            ),
            7 when code[4] == '-' => Make(Digits(code[5..]) is >= 1 and <= 12, Frequency.Month, year, Digits(code[5..]), 1, out period),
            8 when code[4] == '-' && code[5] == 'W' => Week(year, Digits(code[6..]), out period),
            10 when code[4] == '-' && code[7] == '-' => Day(year, Digits(code[5..7]), Digits(code[8..]), out period),
            _ => false,
        };
    }

    private static bool Make(bool right, Frequency frequency, int year, int month, int day, out Period period)
    {
        period = right ? Period.Of(frequency, new(year, month, day)) : default;
        return right;
    }

    private static bool Day(int year, int month, int day, out Period period) =>
        Make(
            month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, Math.Clamp(month, 1, 12)),
            Frequency.Day,
            year,
            month,
            day,
            out period
        );

    private static bool Week(int year, int week, out Period period)
    {
        var right = week >= 1 && week <= ISOWeek.GetWeeksInYear(year);
        period = right ? Period.Of(Frequency.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Thursday))) : default;
        return right;
    }

    // The last days of 2200 lie in the first week of 2201.
    private static bool IsLastWeek(ReadOnlySpan<char> code) => code is "2201-W01";

    private static bool InRange(int year) => year is >= FirstYear and <= LastYear;

    private static int ISOWeekYear(Period week) => ISOWeek.GetYear(Noon(week));

    private static DateTime Noon(Period period) => period.First.ToDateTime(new(12, 0));
}
