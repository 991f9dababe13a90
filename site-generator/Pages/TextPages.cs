using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Pages of words: method, for journalists, and the page for an address that leads nowhere.</summary>
internal static class TextPages
{
    public static PageContent Make(PublicSite site, Page page) =>
        new(
            $"{page.Title} - {site.Publication.About.Title}",
            page.Description,
            page.Name,
            Notices.OfPage(site, [.. Notices.Quoted(site, page.Markdown)], [$"pages/{page.Name}.md"])
                + $"<div class=\"open\"><h1 class=\"quiet\">{Html.Text(page.Title)}</h1>"
                + $"<p class=\"lede\">{Html.Text(page.Description)}</p></div>\n"
                + $"<div class=\"prose\">{ProseHtml.Render(site, page.Markdown)}</div>\n"
        );

    public static PageContent NotFound() =>
        new(
            "Not found - PublicStats",
            "There is nothing at this address.",
            null,
            "<div class=\"open\"><h1 class=\"quiet\">There is nothing at this address</h1><p class=\"lede\">It may have been mistyped. "
                + "A figure that was published here keeps its address. If it is withdrawn, its page says so.</p></div>\n"
                + "<div class=\"prose\"><p><a href=\"/\">See all figures</a>, "
                + "or read <a href=\"/journalists/\">how a figure’s address is made</a>.</p></div>\n"
        );
}
