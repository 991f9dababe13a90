using PublicStats.Api.Figures;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The box to quote from: a sentence, the permanent link of its figure, and the citation.</summary>
internal static class QuoteBox
{
    /// <summary>The box as a part of a page; empty for a figure that is invented or has no value, which nobody should quote.</summary>
    /// <param name="sentence">With its full stop.</param>
    public static string Of(PublicSite site, FoundFigure found, string sentence)
    {
        if (found.Dataset.About.Structure.Illustrative || found.Figure.Value is null)
        {
            return "";
        }

        var address = Citation.Page(site.Release, found, site.View.IsFrozen);
        var link = $"<a href=\"{site.FigureAddress(found.Figure.Key)}\">{Html.Text(address)}</a>";
        return $"""
            <section class="part" aria-labelledby="quote"><h2 id="quote">To quote</h2><div><div class="quote-box">
            <p class="quote">{Html.Text(sentence)}</p>
            <dl class="meta"><dt>Permanent link</dt><dd>{link}</dd>
            <dt>Citation</dt><dd>{Html.Text(Citation.Of(site.Release, found, site.View.IsFrozen))}</dd></dl></div></div></section>

            """;
    }
}
