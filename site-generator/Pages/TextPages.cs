using PublicStats.Data.Publications;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Pages of words: method, for journalists, releases, and the page for an address that leads nowhere.</summary>
internal static class TextPages
{
    public static PageContent Make(PublicSite site, Page page) => new(
        $"{page.Title} - {site.Publication.Title}", page.Description, page.Name,
        $"<div class=\"open\"><h1 class=\"quiet\">{Html.Text(page.Title)}</h1><p class=\"lede\">{Html.Text(page.Description)}</p></div>\n<div class=\"prose\">{ProseHtml.Render(site, page.Markdown)}</div>\n");

    public static PageContent Releases(PublicSite site)
    {
        var release = site.Manifest;
        var rows = string.Concat(release.Datasets.Select(each => $"<tr><th scope=\"row\"><a href=\"/{each.Name}/\">{Html.Text(site.Publication.Find(each.Name)!.Title)}</a></th><td class=\"n\">{each.Figures:#,##0}</td><td class=\"n\">{each.Withheld:#,##0}</td></tr>\n"));
        return new($"Releases - {site.Publication.Title}", "What was published when.", "releases", $"""
            <div class="open"><h1 class="quiet">{Html.Text(release.Title)}</h1><p class="lede">{Html.Text(release.Reason)}</p>
            <ul class="marks"><li><span class="tag">Latest release</span></li><li>Released {Html.Day(release.PublishedAt)} at {release.PublishedAt:HH:mm}</li></ul></div>
            <section class="part" aria-labelledby="h-holds"><h2 id="h-holds">What it holds</h2><div class="scroll" role="region" aria-labelledby="t-holds" tabindex="0"><table><caption id="t-holds">Datasets in this release</caption><thead><tr><th scope="col">Dataset</th><th scope="col" class="n">Figures</th><th scope="col" class="n">Withheld</th></tr></thead><tbody>
            {rows}</tbody></table></div></section>
            <section class="part" aria-labelledby="h-sealed"><h2 id="h-sealed">How it is kept</h2><p>A release is sealed before it is published and never changes. Every file in it is named by the SHA-256 of its content. <a href="/v1/releases.json">Every release, for programs</a>.</p></section>

            """);
    }

    public static PageContent NotFound() => new("Not found - PublicStats", "There is nothing at this address.", null, """
        <div class="open"><h1 class="quiet">There is nothing at this address</h1><p class="lede">It may have been mistyped. No figure that was published here is ever taken away: its address stays.</p></div>
        <div class="prose"><p><a href="/">See all figures</a>, or read <a href="/journalists/">how a figure’s address is made</a>.</p></div>

        """);
}
