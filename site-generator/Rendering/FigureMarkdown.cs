using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;
using PublicStats.Data.Queries;
using PublicStats.Data.Validation;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Adds <c>{{ figure "key" }}</c> and <c>{{ literal "text" }}</c> to Markdown.</summary>
internal sealed class FigureExtension : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.InlineParsers.Insert(0, new FigureParser());

    // The renderer belongs to one site: see ProseHtml.
    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer) { }

    private sealed class FigureParser : InlineParser
    {
        public FigureParser() => OpeningCharacters = ['{'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            if (Prose.At(slice.Text, slice.Start) is not { } directive)
            {
                return false;
            }

            processor.Inline = new FigureInline(directive);
            slice.Start += directive.Length;
            return true;
        }
    }
}

/// <summary>A figure or a literal in a text.</summary>
internal sealed class FigureInline(ProseDirective directive) : LeafInline
{
    public ProseDirective Directive { get; } = directive;
}

/// <summary>Writes a figure with the value of the release that a site shows, linked to the page of the figure.</summary>
internal sealed class FigureRenderer(PublicSite site) : HtmlObjectRenderer<FigureInline>
{
    protected override void Write(HtmlRenderer renderer, FigureInline inline) =>
        renderer.Write(inline.Directive.IsFigure ? Figure(inline.Directive.Text) : Html.Text(inline.Directive.Text));

    // A withdrawal does not wait until an editor has changed the sentence. The figure in it is then missing.
    private string Figure(string key)
    {
        if (FigureLookup.Find(site.Publication, key) is not { } found)
        {
            return "[x]";
        }

        var text = site.IsWithdrawn(found.Figure.Key) ? "[withdrawn]" : Html.Text(found.Figure.Text);
        return $"<a class=\"fig\" href=\"{site.FigureAddress(found.Figure.Key)}\">{text}</a>";
    }
}
