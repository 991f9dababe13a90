using System.Text.RegularExpressions;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.Data.Validation;

/// <summary>
/// Checks words that are published as they are written: titles, labels, notes, reasons. Nothing in them is replaced and nothing is
/// markup, so braces,
/// HTML and links would reach readers as they stand.
/// </summary>
internal static partial class PlainWords
{
    /// <summary>What a headline sentence may name in braces.</summary>
    private static readonly string[] Placeholders = ["figure", "unit", "was", "in period", "period"];

    /// <summary>Every problem of a text with its cure; empty when there is none.</summary>
    public static IEnumerable<Reason> Problems(string text)
    {
        if (text.AsSpan().IndexOfAny('{', '}') is >= 0 and var at)
        {
            yield return new(
                $"A brace is in \"{Around(text, at)}\", and nothing is put in its place here.",
                "Write the words themselves. Figures can be named in headline sentences, as {figure}, and in commentary, as {{ figure "
                    + "\"key\" }}."
            );
        }

        foreach (var problem in Markup(text))
        {
            yield return problem;
        }
    }

    /// <summary>The same for a headline sentence, in which the figure and its period are named in braces.</summary>
    public static IEnumerable<Reason> SentenceProblems(string sentence)
    {
        var (rest, isWrong) = (sentence, false);
        foreach (Match match in Braces().Matches(sentence))
        {
            var name = match.Groups["name"].Value;
            rest = rest.Replace(match.Value, "", StringComparison.Ordinal);
            if (match.Value.StartsWith("{{", StringComparison.Ordinal))
            {
                isWrong = true;
                yield return new(
                    $"{match.Value} belongs in commentary, not in a headline sentence.",
                    "Write {figure} for the headline's own figure."
                );
            }
            else if (!Placeholders.Contains(name))
            {
                isWrong = true;
                yield return new(
                    $"{match.Value} is not a placeholder.",
                    Nearest.To(name, Placeholders) is { } nearest
                        ? $"Write {{{nearest}}}."
                        : "The placeholders are {figure}, {unit}, {was}, {in period} and {period}."
                );
            }
        }

        if (rest.AsSpan().IndexOfAny('{', '}') is >= 0 and var at)
        {
            yield return new(
                $"A brace in \"{Around(rest, at)}\" has no partner.",
                "Write the placeholder with a brace at each end, such as {figure}."
            );
        }
        else if (!isWrong && !sentence.Contains("{figure}", StringComparison.Ordinal))
        {
            yield return new("The sentence does not have its figure in it.", "Write {figure} in the place of the number.");
        }

        foreach (var (_, number) in Prose.BareNumbers(sentence))
        {
            yield return new(
                $"\"{number}\" is a number that no release can keep true.",
                "Write {figure} for the headline's figure, and {period} or {in period} for its time."
            );
        }

        foreach (var problem in Markup(sentence))
        {
            yield return problem;
        }
    }

    /// <summary>Whether a link leads where a reader may be sent: to the web, to a mailbox, or to a page of the site.</summary>
    public static bool IsSafeLink(string address)
    {
        // Browsers leave these characters out before they look for a scheme.
        var plain = string.Concat(address.Where(character => !char.IsControl(character) && !char.IsWhiteSpace(character)));
        return Scheme().Match(plain) is { Success: true } match
            ? match.Groups["scheme"].Value.ToLowerInvariant() is "http" or "https" or "mailto"
            : !LeadsElsewhere(plain);
    }

    // Browsers read two slashes of either kind as the beginning of another site's address.
    private static bool LeadsElsewhere(string address) => address is ['/' or '\\', '/' or '\\', ..];

    internal static IEnumerable<Reason> Markup(string text)
    {
        if (Tag().Match(text) is { Success: true } tag)
        {
            yield return new($"{tag.Value} is HTML, and readers would see it as it is written.", "Take it out.");
        }

        if (Link().Match(text) is { Success: true } link)
        {
            yield return new($"{link.Value} is a link, and there are no links here.", "Write the words alone; links belong in commentary.");
        }
        else if (DangerousAddress().Match(text) is { Success: true } address)
        {
            yield return new($"\"{address.Value}\" begins an address that runs a program or holds a file.", "Take it out.");
        }
    }

    private static string Around(string text, int at) => text[Math.Max(0, at - 15)..Math.Min(text.Length, at + 15)].Trim();

    [GeneratedRegex(@"\{\{[^{}]*\}\}|\{(?<name>[^{}]*)\}")]
    private static partial Regex Braces();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<!--|<!\[CDATA\[|<[?!][A-Za-z]")]
    internal static partial Regex Tag();

    [GeneratedRegex(@"\[[^\]\n]*\]\([^)\n]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\b(?:javascript|vbscript)\s*:|\bdata:[a-z]+/[a-z0-9.+-]+[;,]", RegexOptions.IgnoreCase)]
    private static partial Regex DangerousAddress();

    [GeneratedRegex("^(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):")]
    private static partial Regex Scheme();
}
