namespace PublicStats.Data.Queries;

/// <summary>The greatest size of each part of a question. Every admitted question can be answered at a bounded cost.</summary>
public static class QueryLimits
{
    /// <summary>How many values one parameter may have, with commas between. More than any code list shipped so far.</summary>
    public const int Values = 200;

    /// <summary>How many keys an answer may be sorted by.</summary>
    public const int SortKeys = 8;

    /// <summary>How many faults of a question are listed. The others are only counted.</summary>
    public const int Faults = 20;

    /// <summary>How many characters of a value are repeated in a fault.</summary>
    public const int EchoedCharacters = 100;

    /// <summary>Cuts a text that a caller sent to the length that may be repeated, and marks the cut.</summary>
    internal static string Echo(string text)
    {
        if (text.Length <= EchoedCharacters)
        {
            return text;
        }

        // Half of a surrogate pair is not valid text.
        var length = char.IsHighSurrogate(text[EchoedCharacters - 1]) ? EchoedCharacters - 1 : EchoedCharacters;
        return text[..length] + "…";
    }
}
