using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A page of commentary, such as the method.</summary>
internal static class TextPage
{
    public static PageContent Make(PublicSite site, Page page) =>
        new(
            $"{page.Title} - {site.Publication.About.Title}",
            page.Description,
            page.Name,
            site.Render(
                "Pages/Text/text.html",
                new Model(
                    Notices.OfPage(site, [.. Notices.Quoted(site, page.Markdown)], [$"pages/{page.Name}.md"]),
                    page.Title,
                    page.Description,
                    ProseHtml.Render(site, page.Markdown)
                )
            )
        );

    private sealed record Model(Markup Notices, string Title, string Description, Markup Prose);
}
