using System.Globalization;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>Reads the value that a cell of a figures column holds. Nothing is rounded, guessed or taken apart.</summary>
internal static class FigureCells
{
    /// <summary>Whether the cell is a value or says why there is none; if not, a problem and its cure.</summary>
    public static bool TryRead(
        SheetCell? cell,
        ImportMapping mapping,
        Measure measure,
        out decimal? value,
        out FigureStatus status,
        out Reason fault
    )
    {
        (value, status, fault) = (null, FigureStatus.None, default);
        if (cell is not { } held)
        {
            fault = new("The cell is empty.", $"Write the number in it{Words(mapping)}.");
            return false;
        }

        if (held.Kind is CellKind.Text or CellKind.Untyped && mapping.StatusOf(held.Text) is { } absent)
        {
            status = absent;
            return true;
        }

        if (Problem(held, mapping, measure, out var number) is { } problem)
        {
            fault = problem;
            return false;
        }

        value = number;
        return FigureStatuses.TryParse(mapping.Status, out status);
    }

    private static Reason? Problem(SheetCell cell, ImportMapping mapping, Measure measure, out decimal number)
    {
        number = 0;
        var text = cell.Text;
        switch (cell.Kind)
        {
            case CellKind.Error:
                return new($"{text} is an error of the spreadsheet.", "Mend the formula, or ask the publisher for the number.");
            case CellKind.Number:
                // A spreadsheet keeps 15 digits; what follows them (0.30000000000000004) is noise of its arithmetic.
                if (
                    !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var stored)
                    || !double.IsFinite(stored)
                    || Math.Abs(stored) > 1e15
                )
                {
                    return new($"{DateCells.Quoted(text)} is greater than any figure here can be.", "Check it for digits too many.");
                }

                text = decimal.Parse(stored.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                    .ToString(CultureInfo.InvariantCulture);
                break;
            case CellKind.Untyped:
                break;
            case CellKind.Text when ValueReason.Of(text, measure) is null:
                return new($"{DateCells.Quoted(text)} is a number written as text.", "Make the cell a number.");
            default:
                return new(
                    $"{DateCells.Quoted(text)} is {DateCells.Kind(cell.Kind)}, not a number.",
                    $"Write the number alone{Words(mapping)}."
                );
        }

        if (Value(text, measure) is { } reason)
        {
            return reason;
        }

        number = decimal.Parse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return null;
    }

    // What ValueReason says of a text that is no number is written for figures.csv: a spreadsheet has no bound and no status to write.
    private static Reason? Value(string text, Measure measure)
    {
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (!decimal.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number))
        {
            return new(
                $"{DateCells.Quoted(text)} is not a number written with digits alone.",
                "Write digits alone: no thousands separator, no + and no words."
            );
        }

        return measure.Decimals == 0 && number != decimal.Truncate(number)
            ? new($"{text} is not a whole number, and {measure.Name} are counted in whole numbers.", "Check it: it may be an average.")
            : ValueReason.Of(text, measure);
    }

    private static string Words(ImportMapping mapping) =>
        mapping.Missing is { Count: > 0 } missing
            ? ", or " + string.Join(" or ", missing.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(MissingWord))
            : "";

    private static string MissingWord(KeyValuePair<string, string> missing) =>
        $"\"{missing.Key}\" when it is {FigureStatuses.Meaning(missing.Value)?.Split(':')[0] ?? missing.Value}";
}
