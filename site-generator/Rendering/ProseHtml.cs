using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Commentary as HTML: figures have the values of the release, and links lead into the site that shows it.</summary>
internal static class ProseHtml
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseAutoIdentifiers()
        .DisableHtml()
        .Use<FigureExtension>()
        .Build();

    /// <summary>A page of commentary.</summary>
    public static Markup Render(PublicSite site, string markdown) => Write(site, Markdown.Parse(markdown, Pipeline));

    /// <summary>Commentary as a part of another page. Its headings are one level lower, and their ids begin with the part's name.</summary>
    /// <param name="part">Unique on the page, so that no id is on the page twice.</param>
    public static Markup RenderPart(PublicSite site, string markdown, string part)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>().Where(heading => heading.Level == 2))
        {
            heading.Level = 3;
            heading.GetAttributes().Id = $"{part}-{heading.GetAttributes().Id}";
        }

        return Write(site, document);
    }

    private static Markup Write(PublicSite site, MarkdownDocument document)
    {
        foreach (var link in document.Descendants<LinkInline>().Where(link => link.Url?.StartsWith('/') == true))
        {
            link.Url = site.Link(link.Url!);
        }

        using var text = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(text);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Insert(0, new FigureRenderer(site));
        renderer.ObjectRenderers.Replace<CodeBlockRenderer>(new ScrollingCodeRenderer());
        renderer.ObjectRenderers.Replace<Markdig.Extensions.Tables.HtmlTableRenderer>(new ScrollingTableRenderer());
        renderer.Render(document);
        return new(text.ToString());
    }
}
