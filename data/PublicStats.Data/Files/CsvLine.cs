using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace PublicStats.Data.Files;

/// <summary>Reads the cells of one line of a CSV file. A cell holds no line break.</summary>
internal static class CsvLine
{
    /// <summary>The cells of a line; null when its quotation marks are wrong.</summary>
    public static string[]? Cells(string line) => TryRead(line, out var cells, out _) ? cells : null;

    /// <summary>Reads the cells of a line. False, with the reason, when its quotation marks are wrong.</summary>
    public static bool TryRead(string line, [NotNullWhen(true)] out string[]? cells, out Reason reason)
    {
        (cells, reason) = (null, default);
        var read = new List<string>();
        var at = 0;
        while (true)
        {
            string? cell;
            if (at < line.Length && line[at] == '"')
            {
                cell = Quoted(line, ref at);
                if (cell is null)
                {
                    reason = new(
                        "A quotation mark is not closed on its line, or text follows it.",
                        "Close it before the comma, double a quotation mark inside a cell, and keep a cell on one line."
                    );
                    return false;
                }
            }
            else
            {
                var end = line.IndexOf(',', at);
                cell = end < 0 ? line[at..] : line[at..end];
                at += cell.Length;
                if (cell.Contains('"'))
                {
                    reason = new(
                        $"{cell} holds a quotation mark in the middle.",
                        "Put the whole cell in quotation marks and double the one inside."
                    );
                    return false;
                }
            }

            read.Add(cell);
            if (at >= line.Length)
            {
                cells = [.. read];
                return true;
            }

            at++;
        }
    }

    private static string? Quoted(string line, ref int at)
    {
        var cell = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                cell.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                cell.Append(line[at++]);
            }
            else
            {
                at++;
                return at == line.Length || line[at] == ',' ? cell.ToString() : null;
            }
        }

        return null;
    }
}
