namespace PublicStats.Data.Files;

/// <summary>Reads a CSV file strictly: no cell is repaired in silence.</summary>
internal static class CsvRows
{
    /// <summary>How a file whose cells are not separated by commas is saved again.</summary>
    internal const string SaveWithCommas =
        "Save it again with commas: in LibreOffice, tick \"Edit filter settings\" and choose the field "
        + "delimiter \",\"; "
        + "in Excel, save it as CSV UTF-8 with the computer's list separator set to a comma.";

    /// <summary>The rows below the header; null when the header itself is wrong.</summary>
    /// <param name="allowed">Every column there may be, in order.</param>
    /// <param name="required">The columns that must be there.</param>
    public static IReadOnlyList<CsvRow>? Read(
        FileSet files,
        string path,
        IReadOnlyList<string> allowed,
        IReadOnlyList<string> required,
        Faults faults
    )
    {
        if (!files.Has(path))
        {
            faults.Add(path, 1, "file", "The file is not there.", "Put it back.");
            return null;
        }

        if (TextLines.Read(files, path, faults) is not { } lines || Header(lines[0], path, allowed, required, faults) is not { } columns)
        {
            return null;
        }

        var rows = new List<CsvRow>(lines.Count);
        for (var i = 1; i < lines.Count; i++)
        {
            if (!CsvLine.TryRead(lines[i], out var cells, out var reason))
            {
                faults.Add(path, i + 1, "row", reason);
                continue;
            }

            if (cells.Length != columns.Length)
            {
                faults.Add(
                    path,
                    i + 1,
                    "row",
                    lines[i].Length == 0 ? "The row is empty." : $"The row has {cells.Length} cells; the header has {columns.Length}.",
                    lines[i].Length == 0
                        ? "Take it out."
                        : "Check for a comma too many or too few; put quotation marks round a cell that holds a comma."
                );
            }
            else if (Clean(cells, columns, path, i + 1, faults))
            {
                rows.Add(new(i + 1, columns, cells));
            }
        }

        return rows;
    }

    /// <summary>The word for what separates the cells of a header in place of commas; null when commas do.</summary>
    internal static string? Separator(string header, IEnumerable<string> expected)
    {
        (char Character, string Word)[] others = [(';', "semicolons"), ('\t', "tabs"), ('|', "vertical bars")];
        return others
            .FirstOrDefault(separator =>
                !header.Contains(',') && expected.Count(header.Split(separator.Character).Select(cell => cell.Trim(' ', '"')).Contains) > 1
            )
            .Word;
    }

    private static string[]? Header(string line, string path, IReadOnlyList<string> allowed, IReadOnlyList<string> required, Faults faults)
    {
        if (Separator(line, required) is { } separator)
        {
            faults.Add(path, 1, "file", $"The cells are separated by {separator}, not by commas.", SaveWithCommas);
            return null;
        }

        if (!CsvLine.TryRead(line, out var columns, out var reason))
        {
            faults.Add(path, 1, "row", reason);
        }

        columns ??= [];
        var before = faults.Count;
        foreach (var column in columns.Where(column => !allowed.Contains(column)))
        {
            faults.Add(path, 1, "header", $"\"{column}\" is not a column of this file.", $"The columns are {string.Join(", ", allowed)}.");
        }

        foreach (var column in required.Where(name => !columns.Contains(name)))
        {
            faults.Add(path, 1, "header", $"The column {column} is missing.", $"The columns are {string.Join(", ", allowed)}.");
        }

        if (faults.Count == before && !columns.SequenceEqual(allowed.Where(columns.Contains)))
        {
            faults.Add(
                path,
                1,
                "header",
                "The columns are out of order, or one appears twice.",
                $"The columns are {string.Join(", ", allowed)}."
            );
        }

        return faults.Count == before && columns.Length > 0 ? columns : null;
    }

    private static bool Clean(string[] cells, string[] columns, string path, int line, Faults faults)
    {
        var clean = true;
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i].Length > 0 && (char.IsWhiteSpace(cells[i][0]) || char.IsWhiteSpace(cells[i][^1])))
            {
                faults.Add(
                    new(new FilePlace(path, line, columns[i]), $"\"{cells[i]}\" has a space at an end.", "Take it out."),
                    "Take out the spaces at the ends of the column's cells."
                );
                clean = false;
            }
        }

        return clean;
    }
}
