using System.Text;
using PublicStats.Data.Files;

namespace PublicStats.Data.Drafts;

/// <summary>Merges two changes of one text, line by line. Where both changed the same lines, the first wins.</summary>
internal static class LineMerge
{
    // Comparing two long texts that have little in common takes too long. A longer text is not merged.
    private const int MostLines = 4_000;

    /// <param name="mine">The change that wins.</param>
    /// <param name="theirs">The other change.</param>
    /// <param name="lost">Whether something of the other change is not in the merged text.</param>
    public static byte[] Of(byte[] before, byte[] mine, byte[] theirs, out bool lost)
    {
        var (old, own, other) = (Lines(before), Lines(mine), Lines(theirs));
        lost = old.Length > MostLines || own.Length > MostLines || other.Length > MostLines;
        if (lost)
        {
            return mine;
        }

        var (toOwn, toOther) = (Matches(old, own), Matches(old, other));
        var merged = new List<string>();
        var (i, j, k) = (0, 0, 0);
        for (var line = 0; line <= old.Length; line++)
        {
            var (m, n) = line == old.Length ? (own.Length, other.Length) : (toOwn[line], toOther[line]);
            if (m < 0 || n < 0)
            {
                continue;
            }

            // The lines between two lines that all three texts have.
            var (was, first, second) = (old[i..line], own[j..m], other[k..n]);
            var isMine = !first.SequenceEqual(was);
            lost |= isMine && !second.SequenceEqual(was) && !second.SequenceEqual(first);
            merged.AddRange(isMine ? first : second);
            if (line < old.Length)
            {
                merged.Add(old[line]);
            }

            (i, j, k) = (line + 1, m + 1, n + 1);
        }

        return Encoding.UTF8.GetBytes(string.Join('\n', merged));
    }

    /// <summary>
    /// Merges two changes of a list in a CSV file, row by row. The first cell identifies a row, so adjacent rows do not conflict.
    /// </summary>
    public static byte[] OfRows(byte[] before, byte[] mine, byte[] theirs, out bool lost)
    {
        var (old, own, other) = (Rows(before), Rows(mine), Rows(theirs));
        if (old is null || own is null || other is null)
        {
            return Of(before, mine, theirs, out lost);
        }

        lost = false;
        var merged = new List<string>();
        foreach (var key in own.Keys.Union(other.Keys).ToList())
        {
            var (was, first, second) = (old.GetValueOrDefault(key), own.GetValueOrDefault(key), other.GetValueOrDefault(key));
            lost |= first != was && second != was && first != second;
            if ((first == was ? second : first) is { } line)
            {
                merged.Add(line);
            }
        }

        return Encoding.UTF8.GetBytes(string.Concat(merged.Select(line => line + "\n")));
    }

    // Null when two rows have the same first cell, a line is not CSV, or the last line does not end with a line feed.
    private static Dictionary<string, string>? Rows(byte[] text)
    {
        var (rows, lines) = (new Dictionary<string, string>(StringComparer.Ordinal), Lines(text));
        var isList = lines[^1].Length == 0 && lines[..^1].All(line => CsvLine.Cells(line) is { } cells && rows.TryAdd(cells[0], line));
        return isList ? rows : null;
    }

    private static string[] Lines(byte[] text) => Encoding.UTF8.GetString(text).Split('\n');

    // For each line of the old text, its index in the new text, or -1.
    private static int[] Matches(string[] old, string[] now)
    {
        var matches = new int[old.Length];
        var (line, shift) = (0, 0);
        foreach (var block in LineDiff.Compare(old, now))
        {
            for (; line < block.DeleteStartA; line++)
            {
                matches[line] = line + shift;
            }

            Array.Fill(matches, -1, line, block.DeleteCountA);
            line += block.DeleteCountA;
            shift += block.InsertCountB - block.DeleteCountA;
        }

        for (; line < matches.Length; line++)
        {
            matches[line] = line + shift;
        }

        return matches;
    }
}
