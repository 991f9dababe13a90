using System.Globalization;
using PublicStats.Data.Files;

namespace PublicStats.Data.Periods;

/// <summary>Says why a text is no period code, and what to write.</summary>
internal static class PeriodReason
{
    private const string Kinds =
        "Write a day 2026-07-16, a week 2026-W29, a month 2026-07, a quarter 2026-Q3, a year 2026, a financial year FY2025-26, "
        + "or an interval 2021-12--2024-06.";

    private static readonly string[] SpreadsheetDates =
    [
        "d/M/yyyy",
        "d/M/yy",
        "d.M.yyyy",
        "d-M-yyyy",
        "d-MMM-yy",
        "d-MMM-yyyy",
        "d MMM yyyy",
        "d MMMM yyyy",
        "yyyy/M/d",
        "yyyy-M-d",
    ];

    public static Reason? Of(ReadOnlySpan<char> code)
    {
        if (Period.TryParse(code, out _))
        {
            return null;
        }

        var text = code.ToString();
        return Surroundings(text) ?? Interval(text) ?? Spreadsheet(text) ?? Parts(text) ?? new($"\"{text}\" is not a period.", Kinds);
    }

    private static Reason? Surroundings(string text)
    {
        if (text.Length == 0)
        {
            return new("The period is empty.", Kinds);
        }

        if (text != text.Trim())
        {
            return new($"\"{text}\" has a space at an end.", "Take it out.");
        }

        if (text.Contains("..", StringComparison.Ordinal))
        {
            var interval = text.Replace("..", "--", StringComparison.Ordinal);
            return new($"\"{text}\" is a range, as questions write it.", $"Write an interval with two hyphens: {interval}.");
        }

        return text.Any(char.IsAsciiLetterLower) && Period.TryParse(text.ToUpperInvariant(), out _)
            ? new($"\"{text}\" has a small letter.", $"Write {text.ToUpperInvariant()}.")
            : null;
    }

    private static Reason? Interval(string text)
    {
        if (text.Split("--") is not [var from, var to])
        {
            return null;
        }

        return Of(from)
            ?? Of(to)
            ?? (
                from == to
                    ? new Reason($"\"{text}\" has two equal ends.", $"Write {from}.")
                    : new Reason($"\"{text}\" ends before it starts.", "Write the earlier end first.")
            );
    }

    private static Reason? Spreadsheet(string text)
    {
        if (DateOnly.TryParseExact(text, SpreadsheetDates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var other =
                text.Contains('/') && day.Day <= 12 && day.Day != day.Month && !text.StartsWith("20", StringComparison.Ordinal)
                    ? new DateOnly(day.Year, day.Day, day.Month)
                    : day;
            return new(
                $"\"{text}\" is a date as a spreadsheet writes it.",
                other == day ? $"Write {Code(day)}." : $"Write {Code(day)} ({Label(day)}) or {Code(other)} ({Label(other)})."
            );
        }

        if (
            DateOnly.TryParseExact(
                text,
                ["MMM-yy", "MMM yyyy", "MMMM yyyy"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var month
            )
        )
        {
            return new($"\"{text}\" is a month as a spreadsheet writes it.", $"Write {Period.Of(Frequency.Month, month).Code}.");
        }

        // A spreadsheet counts days from 30 December 1899. These are 1954 to 2119.
        return text.Length == 5 && PeriodCode.Digits(text) is >= 20_000 and < 80_000 and var serial
            ? new($"\"{text}\" is a date as a spreadsheet counts it.", $"Write {Code(new DateOnly(1899, 12, 30).AddDays(serial))}.")
            : null;
    }

    private static Reason? Parts(string text)
    {
        if (text.Length < 4 || (PeriodCode.Digits(text.AsSpan(0, 4)) is var year && year < 0))
        {
            return text.StartsWith("FY", StringComparison.Ordinal)
                ? new(
                    $"\"{text}\" is not a financial year.",
                    "Write the year it starts in and the two digits of the next, such as FY2025-26."
                )
                : null;
        }

        if (year is < 1800 or > 2200)
        {
            return new($"\"{text}\" is in the year {year}.", "Years run from 1800 to 2200.");
        }

        return text.Length switch
        {
            7 when text[5] == 'Q' => new($"\"{text}\" has no such quarter.", "Quarters run from Q1 to Q4."),
            7 when PeriodCode.Digits(text.AsSpan(5)) >= 0 => new($"\"{text}\" has no such month.", "Months run from 01 to 12."),
            8 when text[5] == 'W' => new(
                $"\"{text}\" has no such week.",
                $"The weeks of {year} run from W01 to W{ISOWeek.GetWeeksInYear(year)}."
            ),
            10 when text[4] == '-' && text[7] == '-' => new($"\"{text}\" is no day of the calendar.", "Write a day that exists."),
            _ => null,
        };
    }

    private static string Code(DateOnly day) => Period.Of(Frequency.Day, day).Code;

    private static string Label(DateOnly day) => day.ToString("d MMMM", CultureInfo.InvariantCulture);
}
