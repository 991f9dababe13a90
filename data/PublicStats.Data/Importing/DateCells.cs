using System.Globalization;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>Reads the period that a cell of the date column means.</summary>
internal static class DateCells
{
    private static readonly string[] CellForms = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-ddTHH:mm:ss.FFFFFFF"];

    public static Frequency Frequency(string word) =>
        word switch
        {
            "week-ending" => PublicStats.Data.Periods.Frequency.Week,
            _ when Frequencies.TryParse(word, out var frequency) => frequency,
            _ => PublicStats.Data.Periods.Frequency.Day,
        };

    /// <summary>Whether a text is a pattern of days, months and years.</summary>
    public static bool IsPattern(string format) =>
        format.Contains('y')
        && format.All(character => character is 'd' or 'M' or 'y' or '/' or '-' or '.' or ' ' or ',')
        && format.Length is > 1 and < 30;

    /// <summary>The period; null, with a problem and its cure, when the cell is no such date.</summary>
    public static Period? Read(SheetCell cell, DateColumn column, out Reason fault)
    {
        fault = default;
        if (column.Format == "code")
        {
            return Code(cell, column, out fault);
        }

        if (Day(cell, column, out fault) is not { } day)
        {
            return null;
        }

        if (day.Year is < 1800 or > 2200)
        {
            fault = new($"The date is in the year {day.Year}.", "Check it: years from 1800 to 2200 can be.");
            return null;
        }

        var period = Period.Of(Frequency(column.Is), day);
        if (column.Is == "week-ending" && day != period.Last)
        {
            fault = new(
                $"{Long(day)} is a {day.DayOfWeek}; a week ends on a Sunday.",
                $"Check it: the week it lies in ends on {Long(period.Last)}."
            );
            return null;
        }

        if (day != period.First && day != period.Last)
        {
            fault = new(
                $"{Long(day)} is neither the first nor the last day of a {column.Is.Replace('-', ' ')}.",
                $"Write {Long(period.First)} or {Long(period.Last)}."
            );
            return null;
        }

        return period;
    }

    /// <summary>A day as readers know it: 17 July 2026.</summary>
    public static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static Period? Code(SheetCell cell, DateColumn column, out Reason fault)
    {
        var right = Period.TryParse(cell.Text, out var period) && period.Frequency == Frequency(column.Is);
        fault = right
            ? default
            : new(
                $"{Quoted(cell.Text)} is not the code of a {Frequency(column.Is).Word()}.",
                $"Write a code such as {Period.Of(Frequency(column.Is), new(2026, 7, 19))}."
            );
        return right ? period : null;
    }

    private static DateOnly? Day(SheetCell cell, DateColumn column, out Reason fault)
    {
        fault = default;
        if (column.Format == "cell")
        {
            if (cell.Kind != CellKind.Date)
            {
                fault = new(
                    $"{Quoted(cell.Text)} is {Kind(cell.Kind)}, not a date.",
                    "Make the cell a date, or write the form of the dates in import.json, such as dd/MM/yyyy."
                );
                return null;
            }

            if (!DateTime.TryParseExact(cell.Text, CellForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            {
                fault = new($"{Quoted(cell.Text)} is not a date that there is.", "Check it.");
                return null;
            }

            if (moment.TimeOfDay != TimeSpan.Zero)
            {
                fault = new($"{Quoted(cell.Text)} is not a day alone.", "Take the time of day out of the cell.");
                return null;
            }

            return DateOnly.FromDateTime(moment);
        }

        if (
            cell.Kind is CellKind.Text or CellKind.Untyped or CellKind.Number
            && DateOnly.TryParseExact(cell.Text, column.Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        )
        {
            return day;
        }

        fault =
            cell.Kind == CellKind.Date
                ? new("The cell is a date; the mapping expects text.", "Write \"format\": \"cell\" in import.json.")
                : new(
                    $"{Quoted(cell.Text)} is not a date of the form {column.Format}.",
                    $"Write it like {new DateOnly(2026, 7, 19).ToString(column.Format, CultureInfo.InvariantCulture)}."
                );
        return null;
    }

    internal static string Kind(CellKind kind) =>
        kind switch
        {
            CellKind.Number => "a number",
            CellKind.Percentage => "a percentage",
            CellKind.Date => "a date",
            CellKind.Time => "a time",
            CellKind.Boolean => "a yes or no",
            CellKind.Error => "an error of the spreadsheet",
            _ => "text",
        };

    /// <summary>A text in quotation marks, on one line, cut where it is long.</summary>
    internal static string Quoted(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > 60 ? $"\"{line[..60]}…\"" : $"\"{line}\"";
    }
}
