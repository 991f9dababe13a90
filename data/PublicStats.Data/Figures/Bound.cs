namespace PublicStats.Data.Figures;

/// <summary>How the publisher qualified a value. "Almost 12,000" is <see cref="Under"/> 12,000.</summary>
public enum Bound : byte
{
    /// <summary>Stated without a qualifier. It may still be rounded.</summary>
    Exact,

    /// <summary>"Around": the count may be on either side.</summary>
    About,

    /// <summary>"Almost", "nearly": the count is below the value.</summary>
    Under,

    /// <summary>"More than", "over": the count is above the value.</summary>
    Over,

    /// <summary>"At least": the count is the value or above it.</summary>
    AtLeast,
}

/// <summary>The codes, words and arithmetic of bounds.</summary>
public static class Bounds
{
    private static readonly string[] CodeList = ["exact", "about", "under", "over", "at-least"];

    // "Up to" is left out: it says neither "below" nor "exactly".
    private static readonly string[][] PublishersWords =
    [
        [],
        ["about", "around", "approximately", "roughly", "circa"],
        ["almost", "nearly", "just under", "just below", "under", "below", "less than", "fewer than"],
        ["more than", "over", "just over", "above", "in excess of", "upwards of"],
        ["at least", "no fewer than", "no less than", "a minimum of"],
    ];

    /// <summary>Every bound's code, in the order of <see cref="Bound"/>.</summary>
    public static IReadOnlyList<string> Codes => CodeList;

    /// <summary>The code in files and answers: <c>exact</c>, <c>about</c>, <c>under</c>, <c>over</c>, <c>at-least</c>.</summary>
    public static string Code(this Bound bound) => CodeList[(int)bound];

    /// <summary>The word before a value where the publisher's own is not known; empty when exact.</summary>
    public static string Word(this Bound bound) => bound == Bound.Exact ? "" : PublishersWords[(int)bound][0];

    /// <summary>
    /// The publishers' words that say a bound, the first of them the one used where a publisher's own word is not known: "about", "around",
    /// "approximately". Empty for an exact value.
    /// </summary>
    public static IReadOnlyList<string> Words(this Bound bound) => PublishersWords[(int)bound];

    /// <summary>The bound that a publisher's word says; null for a word that says none, such as "some".</summary>
    public static Bound? OfWord(string word)
    {
        var at = Array.FindIndex(PublishersWords, words => words.Contains(word, StringComparer.Ordinal));
        return at < 0 ? null : (Bound)at;
    }

    /// <summary>Reads a bound's code; an empty text is <see cref="Bound.Exact"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> code, out Bound bound)
    {
        bound = Bound.Exact;
        if (code.IsEmpty)
        {
            return true;
        }

        for (var i = 0; i < CodeList.Length; i++)
        {
            if (code.SequenceEqual(CodeList[i]))
            {
                bound = (Bound)i;
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Adds two bounds: what is true of the sum of two values with these bounds. "Over 3,300" and an exact 100 make "over 3,400".
    /// </summary>
    /// <returns>False when nothing is true of the sum: "almost" and "more than" point opposite ways, and "about" says how near
    /// to neither.</returns>
    public static bool TryAdd(Bound one, Bound other, out Bound sum)
    {
        sum = (one, other) switch
        {
            (Bound.Exact, _) => other,
            (_, Bound.Exact) => one,
            (Bound.Over, Bound.AtLeast) or (Bound.AtLeast, Bound.Over) => Bound.Over,
            _ => one,
        };
        return one == other
            || one == Bound.Exact
            || other == Bound.Exact
            || (one is Bound.Over or Bound.AtLeast && other is Bound.Over or Bound.AtLeast);
    }
}
