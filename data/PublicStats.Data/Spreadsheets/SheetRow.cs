namespace PublicStats.Data.Spreadsheets;

/// <summary>What a cell of a spreadsheet holds.</summary>
public enum CellKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A number shown as a percentage: 0.05 for 5%.</summary>
    Percentage,

    /// <summary>A date, with or without a time of day.</summary>
    Date,

    /// <summary>A time of day or a length of time.</summary>
    Time,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>The error of a formula, such as <c>#REF!</c>.</summary>
    Error,

    /// <summary>A cell of a CSV file, which has no types: its reader decides whether it is text, number or date.</summary>
    Untyped,
}

/// <summary>A cell that holds something, or several side by side that hold the same.</summary>
/// <param name="Column">From 1 for A.</param>
/// <param name="Repeats">How many cells, this one among them. A file may say "the same, a million times": it is never spelled out.</param>
/// <param name="Text">A number's digits, a date as ISO 8601, a text unchanged.</param>
public readonly record struct SheetCell(int Column, int Repeats, CellKind Kind, string Text);

/// <summary>A row that holds something, or several one under the other that hold the same.</summary>
/// <param name="Number">From 1, as the spreadsheet numbers it.</param>
/// <param name="Repeats">How many rows, this one among them.</param>
/// <param name="Cells">From left to right. Empty cells are left out.</param>
public sealed record SheetRow(int Number, int Repeats, IReadOnlyList<SheetCell> Cells)
{
    /// <summary>Whether the spreadsheet hides it: whoever looks at the sheet does not see it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The cell of a column; null when it is empty.</summary>
    public SheetCell? Cell(int column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column <= column && column < cell.Column + cell.Repeats)
            {
                return cell;
            }
        }

        return null;
    }
}

/// <summary>Cells that are merged into one, by rows and columns from 1, both ends inclusive.</summary>
public readonly record struct MergedCells(int FirstRow, int FirstColumn, int LastRow, int LastColumn);

/// <summary>Columns from one to another, both ends inclusive.</summary>
public readonly record struct ColumnRange(int First, int Last)
{
    /// <summary>Whether a column is one of them.</summary>
    public bool Contains(int column) => First <= column && column <= Last;
}

/// <summary>One sheet of a file. Its rows are read from the file when they are needed, once.</summary>
/// <param name="Name">As its tab shows it; null for a CSV file, which has one sheet without a name.</param>
public sealed record Sheet(string? Name, IEnumerable<SheetRow> Rows)
{
    /// <summary>Merged cells. Complete when the rows have been read to their end.</summary>
    public IReadOnlyList<MergedCells> Merged => MergedFound;

    /// <summary>Columns that the spreadsheet hides, by number from 1. Complete when the rows have been read to their end.</summary>
    public IReadOnlyList<ColumnRange> HiddenColumns => HiddenFound;

    internal List<MergedCells> MergedFound { get; init; } = [];

    internal List<ColumnRange> HiddenFound { get; init; } = [];
}
