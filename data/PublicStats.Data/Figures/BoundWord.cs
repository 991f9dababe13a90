using System.Text.RegularExpressions;

namespace PublicStats.Data.Figures;

/// <summary>A publisher's word for a bound, in a file and in a quotation.</summary>
public static class BoundWord
{
    /// <summary>Why a word is not one of a bound.</summary>
    public static string Problem(string word, Bound bound) =>
        (bound, Bounds.OfWord(word)) switch
        {
            (Bound.Exact, _) => $"There is a word, \"{word}\", and no bound.",
            (_, { } meant) => $"\"{word}\" means the bound {meant.Code()}, and the bound here is {bound.Code()}.",
            _ => $"\"{word}\" is not a word for the bound {bound.Code()}.",
        };

    /// <summary>What to write instead of a word that is not one of a bound.</summary>
    public static string Cure(string word, Bound bound) =>
        (bound, Bounds.OfWord(word)) switch
        {
            (_, { } meant) => $"Write the bound {meant.Code()}, or the word that the publisher used.",
            (Bound.Exact, _) => "Write the bound, or take the word out.",
            _ => $"Write one of {string.Join(", ", bound.Words())}; or leave the cell empty for \"{bound.Word()}\".",
        };

    /// <summary>Whether a quotation contains a word, whatever its capitals.</summary>
    public static bool IsIn(string quote, string word) =>
        Regex.IsMatch(quote, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The word for a bound that a quotation contains; null where it contains none, or the usual one.</summary>
    public static string? Unnamed(string quote, Bound bound) =>
        bound == Bound.Exact || IsIn(quote, bound.Word())
            ? null
            : bound.Words().Where(word => IsIn(quote, word)).OrderByDescending(word => word.Length).FirstOrDefault();
}
