using System.Text;
using System.Text.Json;

namespace PublicStats.Data.Reading;

/// <summary>A value of a JSON file without quotation marks or brackets: a number, <c>true</c>, <c>null</c>, or something wrong.</summary>
internal static class JsonWord
{
    /// <summary>What to write in place of a word that is not a value.</summary>
    public static string Cure(string word) =>
        word.ToLowerInvariant() switch
        {
            "true" or "yes" => "Write true.",
            "false" or "no" => "Write false.",
            "none" or "null" or "nil" => "Write null, or take the name out.",
            "" => "Write a value.",
            ['“' or '”' or '„' or '‘' or '’' or '\'' or '`', ..] => "Put it in straight double quotation marks: \".",
            ['/' or '#', ..] => "A comment cannot stand in JSON. Take it out.",
            _ when char.IsAsciiDigit(word[^1]) =>
                "Write a number with digits and a point alone, such as 0.2; put anything else in quotation marks.",
            _ => "Put a text in quotation marks.",
        };

    /// <summary>Whether JSON reads it as a number.</summary>
    public static bool IsNumber(string word)
    {
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(word));
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The word as a message quotes it: at most 40 characters.</summary>
    public static string Cut(string word) => word.Length > 40 ? word[..40] + "…" : word;
}
