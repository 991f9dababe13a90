namespace PublicStats.Data.Datasets;

/// <summary>Finds the word that somebody most likely meant.</summary>
public static class Nearest
{
    /// <summary>
    /// The candidate fewest letters away from a word; null when none is near, or shares no letter with it. Ties go to the first.
    /// </summary>
    public static string? To(string word, IEnumerable<string> candidates)
    {
        var (best, distance) = ((string?)null, Math.Max(2, word.Length / 2) + 1);
        foreach (var candidate in candidates)
        {
            var index = candidate.Contains(word, StringComparison.OrdinalIgnoreCase) && word.Length >= 3 ? 1 : Distance(word, candidate);
            if (index < distance && index < Math.Max(word.Length, candidate.Length))
            {
                (best, distance) = (candidate, index);
            }
        }

        return best;
    }

    /// <summary>
    /// How many letters must be changed, added or removed to make one word of another, in any case (Levenshtein). The greatest number
    /// there is where a word has more than 100 letters: that is no typing error.
    /// </summary>
    public static int Distance(string one, string other)
    {
        if (one.Length > 100 || other.Length > 100)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var same = char.ToLowerInvariant(one[i - 1]) == char.ToLowerInvariant(other[j - 1]);
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1)));
            }
        }

        return row[other.Length];
    }
}
