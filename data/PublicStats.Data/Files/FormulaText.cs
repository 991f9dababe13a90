namespace PublicStats.Data.Files;

/// <summary>Text that a spreadsheet program would run as a formula when it opens a CSV file.</summary>
public static class FormulaText
{
    /// <summary>What such a text gets before it where it is written all the same: then a spreadsheet program shows it.</summary>
    public const char Prefix = '\'';

    /// <summary>Whether a text begins with <c>=</c>, <c>+</c>, <c>-</c>, <c>@</c>, a tab or a carriage return.</summary>
    public static bool Begins(string text) => text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];
}
