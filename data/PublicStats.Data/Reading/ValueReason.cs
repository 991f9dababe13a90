using System.Globalization;
using System.Text.RegularExpressions;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;

namespace PublicStats.Data.Reading;

/// <summary>Says why a cell is no value of a measure, and what to write. A cure names a number only when the cell can be read in one
/// way.</summary>
internal static partial class ValueReason
{
    private const string DigitsAlone = "Write digits alone; words belong in the quote or the note.";

    private static readonly (string[] Words, string Bound)[] BoundWords =
    [
        (["c", "c.", "ca", "ca.", "circa", "about", "around", "approx", "approx.", "approximately", "roughly", "some", "~", "≈"], "about"),
        (["almost", "nearly", "under", "fewer than", "less than", "below", "just under", "<"], "under"),
        (["over", "more than", "above", "just over", ">"], "over"),
        (["at least", "≥", ">="], "at-least"),
    ];

    /// <summary>The problem and its cure; null when the cell is a value of the measure.</summary>
    public static Reason? Of(string cell, Measure measure)
    {
        if (TryNumber(cell, out var value))
        {
            return OutOfRange(cell, value, measure);
        }

        return cell is "-" or "–" or "—" or ".." or ":"
            ? new(
                $"\"{cell}\" is not a value.",
                "Leave the cell empty and write the status: x when not available, z when not applicable, 0 when none were counted."
            )
            : Separated(cell, measure)
                ?? Bounded(cell, measure)
                ?? Marked(cell, measure)
                ?? new($"\"{cell}\" is not a number.", DigitsAlone);
    }

    private static bool TryNumber(string cell, out decimal value) =>
        decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out value)
        && char.IsAsciiDigit(cell[^1])
        && cell[0] is not ('+' or '.')
        && !cell.StartsWith("-.", StringComparison.Ordinal);

    private static Reason? Separated(string cell, Measure measure)
    {
        if (Grouped(cell) is { } plain)
        {
            return new($"\"{cell}\" holds a thousands separator.", $"Write {plain}.");
        }

        if (cell.StartsWith("0,", StringComparison.Ordinal) && TryNumber(cell.Replace(',', '.'), out _))
        {
            return new($"\"{cell}\" has a comma before its decimals.", $"Write {cell.Replace(',', '.')}.");
        }

        if (DecimalComma().IsMatch(cell))
        {
            return new($"\"{cell}\" holds a comma that can be read in two ways.", TwoReadings(cell, ',', measure));
        }

        return SeparatedDigits().IsMatch(cell)
            ? new(
                $"\"{cell}\" has separators that do not group thousands.",
                "Look at the source, and write digits alone, with a point before decimals."
            )
            : null;
    }

    // "12,000", "12 000" and "1.234.567" have one reading, and so has "1.234,5", where each of the two separators tells what the other is.
    private static string? Grouped(string cell)
    {
        if (!Thousands().IsMatch(cell))
        {
            return null;
        }

        var separator = cell.First(character => !char.IsAsciiDigit(character));
        var digits = cell.Replace(separator.ToString(), "", StringComparison.Ordinal);
        return digits.Replace(',', '.');
    }

    private static string TwoReadings(string cell, char separator, Measure measure)
    {
        var at = cell.IndexOf(separator);
        var whole = cell.Remove(at, 1);
        var (before, after) = (cell[..at], cell[(at + 1)..]);
        var name = separator == ',' ? "comma" : "point";
        var decimals =
            after.Length > measure.Decimals && after[measure.Decimals..].All(digit => digit == '0') ? after[..measure.Decimals] : after;
        return decimals.Length <= measure.Decimals
            ? $"Write {whole} if the {name} separates thousands, or {before}{(decimals.Length > 0 ? "." : "")}{decimals} if it is a "
                + "decimal point."
            : $"Write {whole} if the {name} separates thousands. If it is a decimal point, {before}.{after} has more decimals than "
                + $"{measure.Name} can have: check it.";
    }

    private static Reason? Bounded(string cell, Measure measure)
    {
        if (OrMore().Match(cell) is { Success: true } more && Number(more.Groups["number"].Value, measure, out var least) is var leastCure)
        {
            return new(
                $"\"{cell}\" holds a bound.",
                leastCure ?? $"Write {least} with the bound {(cell.EndsWith('+') ? "over or at-least" : "at-least")}."
            );
        }

        if (UpTo().IsMatch(cell))
        {
            return new(
                $"\"{cell}\" holds a bound that has no code.",
                "Write the publisher's words in the quote, and a value only if the publisher gives one."
            );
        }

        if (
            Words().Match(cell) is { Success: true } match
            && BoundWords.FirstOrDefault(words => words.Words.Contains(match.Groups["words"].Value.ToLowerInvariant()))
                is { Bound: { } bound }
        )
        {
            return new(
                $"\"{cell}\" holds a bound.",
                Number(match.Groups["number"].Value, measure, out var number) ?? $"Write {number} and bound {bound}."
            );
        }

        return null;
    }

    private static Reason? Marked(string cell, Measure measure)
    {
        if (Unit().Match(cell) is { Success: true } unit)
        {
            return new(
                $"\"{cell}\" holds a unit.",
                Number(unit.Groups["number"].Value, measure, out var number) ?? $"Write {number}; the measure says the unit."
            );
        }

        return cell switch
        {
            _ when Shortened().IsMatch(cell) => new($"\"{cell}\" is a shortened number.", "Write every digit."),
            _ when Exponent().IsMatch(cell) => new($"\"{cell}\" is a number as a spreadsheet shortens it.", "Write every digit."),
            _ when Range().IsMatch(cell) => new(
                $"\"{cell}\" is a range, and a figure is one number.",
                "Write the publisher's words in the quote, and a value only if the publisher gives one."
            ),
            ['+', .. var rest] when TryNumber(rest, out _) => new(
                $"\"{cell}\" has a plus sign.",
                $"Write {rest} if it is a count. A difference from another figure is not written here."
            ),
            ['.', ..] when TryNumber("0" + cell, out _) => new(
                $"\"{cell}\" begins with a point.",
                $"Write 0{cell}, if no digit is missing before it."
            ),
            [.. var rest, '.'] when TryNumber(rest, out _) => new(
                $"\"{cell}\" ends with a point.",
                "Check whether digits are missing, and take the point out if not."
            ),
            _ when cell.Any(character => char.IsDigit(character) && !char.IsAsciiDigit(character)) => new(
                $"\"{cell}\" has digits of another script.",
                "Write it with the digits 0 to 9."
            ),
            _ => null,
        };
    }

    // The number beside a word or a unit, written plainly; or the cure when it can itself be read in two ways.
    private static string? Number(string text, Measure measure, out string number)
    {
        number = Grouped(text) ?? text;
        return TryNumber(number, out _) ? null : Separated(text, measure)?.Cure ?? DigitsAlone;
    }

    private static Reason? OutOfRange(string cell, decimal value, Measure measure)
    {
        var decimals = cell.IndexOf('.') is var point && point < 0 ? 0 : cell.Length - point - 1;
        if (decimals > measure.Decimals)
        {
            return TooManyDecimals(cell, measure);
        }

        return value switch
        {
            > 9_000_000_000_000m or < -9_000_000_000_000m => new(
                $"\"{cell}\" is greater than any figure here can be.",
                "Check it for digits too many."
            ),
            < 0 => new($"\"{cell}\" is below zero.", "A count cannot be. Check it."),
            _ when value > measure.Maximum => new($"\"{cell}\" is above {measure.Maximum}, the most {measure.Name} can be.", "Check it."),
            _ when cell is ['0', not '.', ..] => new(
                $"\"{cell}\" begins with a zero.",
                $"Write {value.ToString(CultureInfo.InvariantCulture)}."
            ),
            _ => null,
        };
    }

    private static Reason TooManyDecimals(string cell, Measure measure) =>
        measure.Decimals < 3 && PointThousands().IsMatch(cell)
            ? new($"\"{cell}\" holds a point that can be read in two ways.", TwoReadings(cell, '.', measure))
            : new(
                $"\"{cell}\" has more decimals than {measure.Name} is stated with ({measure.Decimals}).",
                "Write it as it was published, or mend the descriptor."
            );

    // Commas, spaces (also those that do not break) and apostrophes between groups of three; a point or comma before decimals.
    [GeneratedRegex(
        """
            ^[1-9][0-9]{0,2}(?:
                (?:,[0-9]{3})+(?:\.[0-9]+)?
                |(?<separator>[ '’\u00a0\u2009\u202f])[0-9]{3}(?:\k<separator>[0-9]{3})*(?:[.,][0-9]+)?
                |(?:\.[0-9]{3})+,[0-9]+
                |(?:\.[0-9]{3}){2,})$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Thousands();

    [GeneratedRegex("^[0-9]+,[0-9]+$")]
    private static partial Regex DecimalComma();

    [GeneratedRegex("^[1-9][0-9]{0,2}[.][0-9]{3}$")]
    private static partial Regex PointThousands();

    [GeneratedRegex("^[0-9][0-9., '’\u00a0\u2009\u202f]*[0-9]$")]
    private static partial Regex SeparatedDigits();

    [GeneratedRegex(@"^(?<number>[0-9](?:[0-9., ]*[0-9])?)(?: ?\+| or more)$")]
    private static partial Regex OrMore();

    [GeneratedRegex(@"^(?:up to|at most|no more than|≤|<=) ?[0-9]", RegexOptions.IgnoreCase)]
    private static partial Regex UpTo();

    [GeneratedRegex(@"^(?<words>[A-Za-z][A-Za-z ]*?\.?|[<>~≈≥]=?) ?(?<number>[0-9](?:[0-9., ]*[0-9])?)$")]
    private static partial Regex Words();

    [GeneratedRegex(@"^[£€$]? ?(?<number>[0-9](?:[0-9., ]*[0-9])?)(?: ?%| per ?cent)$|^[£€$] ?(?<number>[0-9](?:[0-9., ]*[0-9])?)$")]
    private static partial Regex Unit();

    [GeneratedRegex("^[£€$]? ?[0-9][0-9.,]* ?(?:k|m|mn|bn|b|thousand|million|billion)$", RegexOptions.IgnoreCase)]
    private static partial Regex Shortened();

    [GeneratedRegex("^[0-9][0-9.,]*E[+-]?[0-9]+$", RegexOptions.IgnoreCase)]
    private static partial Regex Exponent();

    [GeneratedRegex("^[0-9][0-9.,]* ?(?:-|–|—|to|and|/) ?[0-9][0-9.,]*$")]
    private static partial Regex Range();
}
