using System.Text.RegularExpressions;

namespace PublicStats.Data.Validation;

/// <summary>A figure or a literal in commentary.</summary>
/// <param name="IsFigure">Whether the text is the key of a figure. If not, it is shown as it is.</param>
/// <param name="Length">In characters, with both pairs of braces.</param>
public readonly record struct ProseDirective(bool IsFigure, string Text, int Length);

/// <summary>Commentary with figures in it: <c>{{ figure "crossings/people/2025" }}</c> and <c>{{ literal "82" }}</c>.</summary>
public static partial class Prose
{
    /// <summary>The text with every figure and literal put in its place.</summary>
    /// <param name="figure">Gives the text for a key.</param>
    /// <param name="literal">Gives the text for a literal.</param>
    public static string Render(string text, Func<string, string> figure, Func<string, string> literal) =>
        Directive()
            .Replace(
                text,
                match => match.Groups["kind"].Value == "figure" ? figure(match.Groups["text"].Value) : literal(match.Groups["text"].Value)
            );

    /// <summary>The figure or literal that begins at a place in the text; null when none does.</summary>
    public static ProseDirective? At(string text, int index) =>
        Directive().Match(text, index) is { Success: true } match && match.Index == index
            ? new(match.Groups["kind"].Value == "figure", match.Groups["text"].Value, match.Length)
            : null;

    /// <summary>Every figure key in the text, with its line, from 1.</summary>
    public static IEnumerable<(int Line, string Key)> Keys(string text) =>
        Directive()
            .Matches(text)
            .Where(match => match.Groups["kind"].Value == "figure")
            .Select(match => (Line(text, match.Index), match.Groups["text"].Value));

    /// <summary>
    /// Every number that is not a figure, a literal, a date, a year, code, a link's target or a list's marker, with its line.
    /// </summary>
    public static IEnumerable<(int Line, string Number)> BareNumbers(string text)
    {
        var blank = Exempt().Replace(text, match => new string([.. match.Value.Select(character => character == '\n' ? '\n' : ' ')]));
        return Number().Matches(blank).Select(match => (Line(text, match.Index), match.Value.TrimEnd('.', ',')));
    }

    /// <summary>The text with every figure and literal replaced by one character, repeated, so that all else keeps its place.</summary>
    internal static string Blank(string text, char by) => Directive().Replace(text, match => new(by, match.Length));

    private static int Line(string text, int index) => text.AsSpan(0, index).Count('\n') + 1;

    [GeneratedRegex("""\{\{ *(?<kind>figure|literal) +"(?<text>[^"\n]*)" *\}\}""")]
    private static partial Regex Directive();

    [GeneratedRegex(
        """
            \{\{?[^{}\n]*\}\}?|\{\{?[ ]*(?:figure|literal)[ ]+"[^"\n]*"|```.*?```|`[^`\n]*`|(?<=\])\([^)\n]*\)|<https?:[^>]*>|^[ ]*\d+\.[ ]
            |\b\d{1,2}[ ](?:January|February|March|April|May|June|July|August|September|October|November|December)(?:[ ]\d{4})?\b
            |\b(?:from[ ])?\d{1,2}[ ]to[ ]\d{1,2}[ ]
            (?:January|February|March|April|May|June|July|August|September|October|November|December)[ ]\d{4}\b
            |\b(?:19|20)\d\d\b(?![,.]\d)|\bISO[ ]\d+\b
            """,
        RegexOptions.Singleline | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Exempt();

    [GeneratedRegex(@"(?<![\p{L}\d])\d[\d.,]*")]
    private static partial Regex Number();
}
