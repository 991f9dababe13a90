using PublicStats.Api.Figures;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The box to quote from: a sentence, the permanent link of its figure, and the citation.</summary>
internal static class QuoteBox
{
    /// <summary>The box as a part of a page; null for a figure that is illustrative or has no value, which nobody should quote.</summary>
    /// <param name="sentence">With its full stop.</param>
    public static Markup? Of(PublicSite site, FoundFigure found, string sentence) =>
        found.Dataset.About.Structure.Illustrative || found.Figure.Value is null
            ? null
            : site.Render(
                "Pages/Quote/quote.html",
                new Model(
                    sentence,
                    site.FigureAddress(found.Figure.Key),
                    Citation.Page(site.Release, found, site.View.IsFrozen),
                    Citation.Of(site.Release, found, site.View.IsFrozen)
                )
            );

    private sealed record Model(string Sentence, string Address, string PermanentLink, string Citation);
}
