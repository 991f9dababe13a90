using System.Text;

namespace PublicStats.Data.Drafts;

/// <summary>Merges two changes of one text, line by line. Where both changed the same lines, the first wins.</summary>
internal static class LineMerge
{
    // Tables of matches grow with the square of the lines; text longer than this is taken whole.
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

            // What lies between two lines that are in all three texts.
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
    /// Merges two changes of a list in a CSV file, row by row: a row is known by its first cell, so that rows side by side are no conflict.
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

    // Null where a first cell is there twice, or the file does not end its last line.
    private static Dictionary<string, string>? Rows(byte[] text)
    {
        var (rows, lines) = (new Dictionary<string, string>(StringComparer.Ordinal), Lines(text));
        return lines[^1].Length == 0 && lines[..^1].All(line => rows.TryAdd(line.Split(',')[0], line)) ? rows : null;
    }

    private static string[] Lines(byte[] text) => Encoding.UTF8.GetString(text).Split('\n');

    // For each line of the old text, the line of the new one that it became, or -1: a longest common subsequence.
    private static int[] Matches(string[] old, string[] now)
    {
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var matches = new int[old.Length];
        Array.Fill(matches, -1);
        for (var (i, j) = (0, 0); i < old.Length && j < now.Length;)
        {
            if (old[i] == now[j])
            {
                matches[i++] = j++;
            }
            else if (longest[i + 1, j] >= longest[i, j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return matches;
    }
}
