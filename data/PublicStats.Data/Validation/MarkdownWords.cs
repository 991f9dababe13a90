using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PublicStats.Data.Datasets;

namespace PublicStats.Data.Validation;

/// <summary>Something in commentary that readers would not see as it was meant.</summary>
/// <param name="Line">From 1, in the Markdown.</param>
internal sealed record MarkdownProblem(int Line, string Problem, string Cure);

/// <summary>Checks commentary: HTML, pictures, links that lead nowhere or run a program, and braces that are neither a figure nor a
/// literal.</summary>
/// <param name="sections">The names of everything directly under the site's address: datasets, pages, and what the site
/// makes itself.</param>
internal sealed partial class MarkdownWords(IReadOnlyCollection<string> sections)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    /// <summary>Every problem, in the order of lines.</summary>
    public IReadOnlyList<MarkdownProblem> Problems(string markdown)
    {
        // A directive becomes a word of the same length, so that every place stays where it is.
        var text = Prose.Blank(markdown, 'x');
        var document = Markdown.Parse(text, Pipeline);
        return
        [
            .. document.Descendants().SelectMany(part => Of(part, text)).Concat(Braces(document, text)).OrderBy(problem => problem.Line),
        ];
    }

    private IEnumerable<MarkdownProblem> Of(MarkdownObject part, string text)
    {
        var line = Line(text, part.Span.Start);
        return part switch
        {
            HtmlBlock or HtmlInline =>
            [
                new(
                    line,
                    $"{Cut(text[part.Span.Start..Math.Min(text.Length, part.Span.End + 1)])} is HTML, which is not used in "
                        + "commentary.",
                    "Write it in Markdown, or take it out."
                ),
            ],
            AutolinkInline { IsEmail: false } link => Link(line, link.Url),
            LinkInline { IsImage: true } =>
            [
                new(
                    line,
                    "A release holds no pictures, so this one would not be shown.",
                    "Take it out. Charts belong in datapackage.json."
                ),
            ],
            // A link by reference is reported where its address is.
            LinkInline { Reference: null } link => Link(line, link.Url ?? ""),
            LinkReferenceDefinition definition => Link(line, definition.Url ?? ""),
            _ => [],
        };
    }

    private IEnumerable<MarkdownProblem> Link(int line, string address)
    {
        if (address.Length == 0)
        {
            return [new(line, "A link has no address.", "Write it between the round brackets.")];
        }

        if (!PlainWords.IsSafeLink(address))
        {
            return
            [
                new(
                    line,
                    $"The link {Cut(address)} does not lead to a page.",
                    "Write an address that begins with https://, mailto: or, on this site, with /."
                ),
            ];
        }

        var section = address.Split('/', '?', '#') is ["", var first, ..] && address[0] == '/' ? first : "";
        return section.Length == 0 || sections.Contains(section)
            ? []
            :
            [
                new(
                    line,
                    $"The link {Cut(address)} leads to no page of this site.",
                    Nearest.To(section, sections) is { } nearest
                        ? $"Write /{nearest}/, or another page."
                        : $"Its pages are {string.Join(", ", sections)}."
                ),
            ];
    }

    private static IEnumerable<MarkdownProblem> Braces(MarkdownDocument document, string text)
    {
        // Code is shown as it is written, braces and all.
        var shown = text.ToCharArray();
        foreach (var code in document.Descendants().Where(part => part is CodeInline or CodeBlock))
        {
            for (var at = code.Span.Start; at <= code.Span.End && at < shown.Length; at++)
            {
                shown[at] = shown[at] == '\n' ? '\n' : ' ';
            }
        }

        foreach (Match match in Brace().Matches(new string(shown)))
        {
            var line = Line(text, match.Index);
            yield return match.Value switch
            {
                ['{', '{', .., '}', '}'] => new(line, $"{Cut(match.Value)} is neither a figure nor a literal.", Written),
                ['{', .., '}'] when Directive().IsMatch(match.Value) => new(
                    line,
                    $"{Cut(match.Value)} has one brace at an end where two belong.",
                    Written
                ),
                ['{', '{', ..] => new(line, $"{Cut(match.Value.TrimEnd())} is not closed on its line.", Written),
                _ => new(
                    line,
                    $"The brace in {Cut(match.Value.TrimEnd())} belongs to no figure.",
                    "Take it out, or put code in `backticks`. " + Written
                ),
            };
        }
    }

    private const string Written = "Write {{ figure \"key\" }} or {{ literal \"text\" }}.";

    private static int Line(string text, int index) => text.AsSpan(0, Math.Clamp(index, 0, text.Length)).Count('\n') + 1;

    private static string Cut(string text)
    {
        var line = string.Concat(text.Select(character => char.IsControl(character) ? ' ' : character));
        return line.Length > 60 ? line[..60] + "…" : line;
    }

    [GeneratedRegex(@"^\{+ *(?:figure|literal)\b")]
    private static partial Regex Directive();

    [GeneratedRegex(@"\{\{[^{}\n]*\}\}|\{\{?[^{}\n]*\}|\{\{[^{}\n]*|[{}]+[^{}\n]{0,30}")]
    private static partial Regex Brace();
}
