using System.Text.RegularExpressions;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Reading;

/// <summary>Says why a word is not the publisher's word for a bound, and what to write.</summary>
internal static class BoundWordFault
{
    public static string Problem(string word, Bound bound) =>
        bound == Bound.Exact ? $"There is a word, \"{word}\", and no bound."
        : Bounds.OfWord(word) is { } other ? $"\"{word}\" means the bound {other.Code()}, and the bound here is {bound.Code()}."
        : $"\"{word}\" is not a word for the bound {bound.Code()}.";

    public static string Cure(string word, Bound bound) =>
        Bounds.OfWord(word) is { } other ? $"Write the bound {other.Code()}, or the word that the publisher used."
        : bound == Bound.Exact ? "Write the bound, or take the word out."
        : $"Write one of {string.Join(", ", bound.Words())}; or leave the cell empty for \"{bound.Word()}\".";

    /// <summary>Whether a quotation contains a word, whatever its capitals.</summary>
    public static bool IsIn(string quote, string word) =>
        Regex.IsMatch(quote, $@"(?<!\w){Regex.Escape(word)}(?!\w)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

    /// <summary>The word for a bound that a quotation contains; null where it contains none, or the usual one.</summary>
    public static string? Unnamed(string quote, Bound bound) =>
        bound == Bound.Exact || IsIn(quote, bound.Word()) ? null
        : bound.Words().Where(word => IsIn(quote, word)).OrderByDescending(word => word.Length).FirstOrDefault();
}
