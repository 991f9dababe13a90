namespace PublicStats.Data.Files;

/// <summary>A row of a CSV file: its line, and its cells by column name.</summary>
internal sealed class CsvRow(int line, IReadOnlyList<string> columns, string[] cells)
{
    public int Line => line;

    /// <summary>The cell of a column; empty when the file has no such column.</summary>
    public string this[string column]
    {
        get
        {
            for (var i = 0; i < columns.Count; i++)
            {
                if (columns[i] == column)
                {
                    return cells[i];
                }
            }

            return "";
        }
    }
}
