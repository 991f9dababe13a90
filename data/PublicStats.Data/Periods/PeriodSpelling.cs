using System.Text.RegularExpressions;

namespace PublicStats.Data.Periods;

/// <summary>The one spelling of codes: lower case, but for the letters of period codes, such as 2026-W28, 2026-Q3 and FY2025-26.</summary>
public static partial class PeriodSpelling
{
    /// <summary>A text of codes, with slashes, commas or periods between, in that spelling. What is not ASCII stays as it is.</summary>
    public static string Canonical(string text)
    {
        var lower = string.Create(
            text.Length,
            text,
            (letters, from) =>
            {
                for (var i = 0; i < letters.Length; i++)
                {
                    letters[i] = char.IsAsciiLetterUpper(from[i]) ? char.ToLowerInvariant(from[i]) : from[i];
                }
            }
        );
        return PeriodCode().Replace(lower, code => code.Value.ToUpperInvariant());
    }

    [GeneratedRegex(@"(?<=^|[/,]|--|\.\.)(?:fy\d{4}-\d\d|\d{4}-[wq]\d{1,2})(?=$|[/,.]|--)", RegexOptions.CultureInvariant)]
    private static partial Regex PeriodCode();
}
