using System.Globalization;
using PublicStats.Data.Publications;

namespace PublicStats.Data.Reading;

/// <summary>Says why a cell is no value of a measure, and what to write. Nothing is repaired in silence.</summary>
internal static class ValueReason
{
    public static (string Problem, string Cure)? Of(string cell, Measure measure)
    {
        if (decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            && char.IsAsciiDigit(cell[^1]) && cell[0] is not ('+' or '.'))
        {
            return OutOfRange(cell, value, measure);
        }

        var digits = new string([.. cell.Where(each => char.IsAsciiDigit(each) || each is '.')]);
        return cell switch
        {
            "-" or "–" or ".." or ":" => ($"\"{cell}\" is not a value.", "Leave the cell empty and write the status: x when not available, z when not applicable, 0 when none were counted."),
            _ when digits.Length == 0 => ($"\"{cell}\" is not a number.", "Write digits alone; words belong in the quote or the note."),
            _ when cell.EndsWith('+') => ($"\"{cell}\" holds a bound.", $"Write {digits} with the bound over or at-least."),
            _ when cell[0] is '<' or '>' or '~' => ($"\"{cell}\" holds a bound.", $"Write {digits} with the bound under, over or about."),
            _ when cell.Contains(',') || cell.Contains(' ') || cell.Contains('\u00a0') || cell.Contains('\u202f') => ($"\"{cell}\" holds a thousands separator.", $"Write {digits}."),
            _ when cell.Contains('%') || cell.Contains('£') || cell.Contains('€') || cell.Contains('$') => ($"\"{cell}\" holds a unit.", $"Write {digits}; the measure says the unit."),
            _ when cell.Contains('E', StringComparison.OrdinalIgnoreCase) => ($"\"{cell}\" is a number as a spreadsheet shortens it.", "Write every digit."),
            _ => ($"\"{cell}\" is not a number.", $"Write digits alone, such as {digits}."),
        };
    }

    private static (string Problem, string Cure)? OutOfRange(string cell, decimal value, Measure measure)
    {
        var decimals = cell.IndexOf('.') is var point && point < 0 ? 0 : cell.Length - point - 1;
        return decimals > measure.Decimals ? ($"\"{cell}\" has more decimals than {measure.Name} is stated with ({measure.Decimals}).", "Write it as it was published, or mend the descriptor.")
            : Math.Abs(value) > 9_000_000_000_000m ? ($"\"{cell}\" is greater than any figure here can be.", "Check it for digits too many.")
            : value < 0 ? ($"\"{cell}\" is below zero.", "A count cannot be. Check it.")
            : value > measure.Maximum ? ($"\"{cell}\" is above {measure.Maximum}, the most {measure.Name} can be.", "Check it.")
            : cell.Length > 1 && cell[0] == '0' && cell[1] != '.' ? ($"\"{cell}\" begins with a zero.", $"Write {value.ToString(CultureInfo.InvariantCulture)}.")
            : null;
    }
}
