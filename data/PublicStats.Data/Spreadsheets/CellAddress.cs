namespace PublicStats.Data.Spreadsheets;

/// <summary>How spreadsheets name columns and cells: A, Z, AA, C17.</summary>
public static class CellAddress
{
    /// <summary>The letters of a column, from 1 for A.</summary>
    public static string Letters(int column)
    {
        var letters = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            letters = (char)('A' + ((column - 1) % 26)) + letters;
        }

        return letters;
    }

    /// <summary>A cell's name, such as C17.</summary>
    public static string Of(int column, int row) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Letters(column)}{row}");

    /// <summary>The number of a column's letters; 0 when they are none.</summary>
    public static int Column(ReadOnlySpan<char> letters)
    {
        var column = 0;
        foreach (var letter in letters)
        {
            if (letter is < 'A' or > 'Z' || column > SheetLimits.Columns)
            {
                return 0;
            }

            column = (column * 26) + (letter - 'A' + 1);
        }

        return column <= SheetLimits.Columns ? column : 0;
    }

    /// <summary>Reads a cell's name.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out int column, out int row)
    {
        var digits = name.IndexOfAnyInRange('0', '9');
        column = digits > 0 ? Column(name[..digits]) : 0;
        row = digits > 0 && name.Length - digits <= 7 ? PublicStats.Data.Periods.PeriodCode.Digits(name[digits..]) : 0;
        return column > 0 && row is > 0 and <= SheetLimits.Rows;
    }
}
