using PublicStats.Api.Addresses;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The releases before and after a release.</summary>
/// <param name="Before">Null for the first release.</param>
/// <param name="After">Null for the latest release.</param>
internal sealed record ReleaseNeighbours(PageLink? Before, PageLink? After)
{
    public static ReleaseNeighbours Of(PublicSite site, Release release)
    {
        var all = site.View.Published.ToList();
        var at = all.FindIndex(published => published.Id == release.Id);
        return new(Link(site, all.ElementAtOrDefault(at - 1)), Link(site, all.ElementAtOrDefault(at + 1)));
    }

    private static PageLink? Link(PublicSite site, Release? release) =>
        release is null ? null : new(ReleaseWords.Name(site, release), AddressBook.ReleasePage(release.Id));
}
