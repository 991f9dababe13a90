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
    private static readonly string[] WordList = ["", "about", "almost", "more than", "at least"];

    /// <summary>Every bound's code, in the order of <see cref="Bound"/>.</summary>
    public static IReadOnlyList<string> Codes => CodeList;

    /// <summary>The code in files and answers: <c>exact</c>, <c>about</c>, <c>under</c>, <c>over</c>, <c>at-least</c>.</summary>
    public static string Code(this Bound bound) => CodeList[(int)bound];

    /// <summary>The word before a value in a sentence; empty when exact.</summary>
    public static string Word(this Bound bound) => WordList[(int)bound];

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
    /// Adds two bounds: what may be said of the sum of two values qualified so. "Over 3,300" and an exact 100 make "over 3,400".
    /// </summary>
    /// <returns>False when nothing true can be said of the sum: "almost" and "more than" point opposite ways, and "about" says how near to neither.</returns>
    public static bool TryAdd(Bound one, Bound other, out Bound sum)
    {
        sum = (one, other) switch
        {
            (Bound.Exact, _) => other,
            (_, Bound.Exact) => one,
            (Bound.Over, Bound.AtLeast) or (Bound.AtLeast, Bound.Over) => Bound.Over,
            _ => one,
        };
        return one == other || one == Bound.Exact || other == Bound.Exact
            || (one is Bound.Over or Bound.AtLeast && other is Bound.Over or Bound.AtLeast);
    }
}
