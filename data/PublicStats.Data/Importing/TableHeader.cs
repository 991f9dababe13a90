using PublicStats.Data.Datasets;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>Compares the header of a sheet with the mapping and reports a column that moved, was renamed, is new or is gone.</summary>
internal static class TableHeader
{
    public static void Check(SheetRow row, ImportMapping mapping, Action<int, string, string> fault)
    {
        var columns = mapping.Columns.ToList();
        var expected = columns.ToDictionary(column => column.Number, column => Plain(column.Header));
        foreach (var column in columns.OrderBy(column => column.Number))
        {
            var there = Text(row, column.Number);
            var wanted = expected[column.Number];
            if (there == wanted)
            {
                continue;
            }

            if (Elsewhere(row, wanted, expected) is > 0 and var moved)
            {
                fault(
                    moved,
                    $"\"{wanted}\" is in column {CellAddress.Letters(moved)}; it was in column {column.Column}.",
                    "Check what else changed in the sheet, then write the new letter in import.json."
                );
            }
            else if (there.Length > 0 && !expected.ContainsValue(there))
            {
                fault(
                    column.Number,
                    $"The header is {DateCells.Quoted(there)}; it was \"{wanted}\".",
                    "Check that the column still means the same, then write the new header in import.json."
                );
            }
            else
            {
                fault(column.Number, $"The column \"{wanted}\" is missing.", "Ask the publisher for it, or take it out of import.json.");
            }
        }

        foreach (var column in Unmapped(row, expected.Keys).Where(index => !expected.ContainsValue(Text(row, index))))
        {
            fault(
                column,
                $"{DateCells.Quoted(Text(row, column))} is a new column.",
                "Name it in import.json: under \"figures\" with its measure, or under \"known\" to leave it out."
            );
        }
    }

    /// <summary>Columns that hold something and are not in the mapping; of cells that repeat, the first.</summary>
    public static IEnumerable<int> Unmapped(SheetRow row, ICollection<int> mapped)
    {
        foreach (var cell in row.Cells)
        {
            var end = cell.Column + cell.Repeats;
            var column = cell.Column;
            while (column < end && mapped.Contains(column))
            {
                column++;
            }

            if (column < end)
            {
                yield return column;
            }
        }
    }

    /// <summary>The sheet most likely meant, and those there are, as the cure of a name that is none.</summary>
    public static string Sheets(string wanted, IReadOnlyList<string> there)
    {
        var more = there.Count > 12 ? " and more" : "";
        var listed = there.Count == 0 ? "The file has no sheets." : $"The sheets are {string.Join(", ", there.Take(12))}{more}.";
        return Nearest.To(wanted, there) is { } nearest
            ? $"{listed} If {nearest} is meant, write it in import.json."
            : listed + " Write the right one in import.json.";
    }

    private static int Elsewhere(SheetRow row, string wanted, Dictionary<int, string> expected)
    {
        foreach (var cell in row.Cells.Where(cell => Plain(cell.Text) == wanted && expected.GetValueOrDefault(cell.Column) != wanted))
        {
            return cell.Column;
        }

        return 0;
    }

    private static string Text(SheetRow row, int column) => Plain(row.Cell(column)?.Text ?? "");

    // A header is often broken over lines, and the breaks move with the width of the column.
    private static string Plain(string header) => string.Join(' ', header.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
