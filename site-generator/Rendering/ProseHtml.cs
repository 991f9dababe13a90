using System.Text.RegularExpressions;
using Markdig;
using PublicStats.Data.Queries;
using PublicStats.Data.Validation;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Commentary as HTML, with every figure from the release and linked to its page.</summary>
internal static partial class ProseHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers()
        .DisableHtml()
        .Build();

    public static Markup Render(PublicSite site, string markdown)
    {
        // Figures pass through Markdown as words of private characters, so that nothing in it can be taken for markup.
        var figures = new List<string>();
        var marked = Prose.Render(markdown, key => Put(figures, Figure(site, key)), literal => Put(figures, Html.Text(literal)));
        var html = Markdown.ToHtml(marked, Pipeline);
        for (var i = 0; i < figures.Count; i++)
        {
            html = html.Replace($"\ue000{i}\ue001", figures[i], StringComparison.Ordinal);
        }

        // A wide table or a listing scrolls inside its own region, which the keyboard can reach.
        var tables = 0;
        return new(
            Table()
            .Replace(html, _ => $"<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"Table {++tables}\"><table>")
            .Replace("</table>", "</table></div>", StringComparison.Ordinal)
            .Replace("<th>", "<th scope=\"col\">", StringComparison.Ordinal)
            .Replace("<pre>", "<pre tabindex=\"0\">", StringComparison.Ordinal)
        );
    }

    /// <summary>Commentary as a part of another page: its headings one level down, and their ids under a name of their own.</summary>
    /// <param name="part">Begins every id, so that none is an id of the page round it.</param>
    public static Markup RenderPart(PublicSite site, string markdown, string part) =>
        new(
            HeadingStart().Replace(Render(site, markdown).Html, $"<h3 id=\"{part}-").Replace("</h2>", "</h3>", StringComparison.Ordinal)
        );

    [GeneratedRegex("<h2 id=\"")]
    private static partial Regex HeadingStart();

    [GeneratedRegex("<table>")]
    private static partial Regex Table();

    private static string Put(List<string> figures, string html)
    {
        figures.Add(html);
        return $"\ue000{figures.Count - 1}\ue001";
    }

    // A figure can go after the sentence round it was written: by a withdrawal, which no editor's page waits for.
    private static string Figure(PublicSite site, string key) =>
        FigureLookup.Find(site.Publication, key, out _) is { } found
            ? $"<a class=\"fig\" href=\"{site.FigureAddress(found.Figure.Key)}\">"
                + $"{(site.IsWithdrawn(found.Figure.Key) ? "[withdrawn]" : Html.Text(found.Figure.Text))}</a>"
            : "[x]";
}
