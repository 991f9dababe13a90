using PublicStats.Api.Corrections;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>One figure for ever: what it is, how exact, who said it, in what words, and how to cite it.</summary>
internal static class FigurePage
{
    public static PageContent Make(PublicSite site, FoundFigure found)
    {
        var (figure, dataset) = (found.Figure, found.Dataset);
        var heading = FigureSentence.Of(dataset, figure);
        var model = new Model(
            new(dataset.Title, site.PageAddress(dataset.Name)),
            Notices.Corrections(site, CorrectionFinder.Of(site.Release, dataset, [figure])),
            dataset.About.Text.Notice,
            heading,
            QuoteBox.Of(site, found, heading + "."),
            FigureFacts.Of(site, found),
            FigureValues.Of(site, figure)
        );
        return new(
            $"{heading} - {site.Publication.About.Title}",
            $"{heading}. {dataset.Title}, with its source.",
            null,
            site.Render("Pages/Figure/figure.html", model)
        );
    }

    /// <param name="Notice">That the dataset is illustrative; null where it is not.</param>
    /// <param name="Quote">Null for a figure that nobody should quote.</param>
    /// <param name="Values">Every value that the figure had; null where it had only one.</param>
    private sealed record Model(
        PageLink Dataset,
        Markup Corrections,
        string? Notice,
        string Heading,
        Markup? Quote,
        FigureFacts About,
        FigureValues? Values
    );
}
