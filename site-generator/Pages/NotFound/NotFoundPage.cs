using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The page for an address that leads nowhere.</summary>
internal static class NotFoundPage
{
    public static PageContent Make(PublicSite site) =>
        new(
            $"Not found - {site.Publication.About.Title}",
            "There is nothing at this address.",
            null,
            site.Render("Pages/NotFound/not-found.html", new Model())
        );

    private sealed record Model;
}
