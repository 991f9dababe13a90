using PublicStats.Api.Addresses;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A correction, for the page of revisions.</summary>
/// <param name="Pages">The pages whose text was corrected; null for none.</param>
/// <param name="Figures">Up to twenty of the figures that were corrected; null for none.</param>
/// <param name="Changes">Where every corrected figure is listed.</param>
internal sealed record CorrectionEntry(
    string Wrong,
    Markup Release,
    string Why,
    string Affected,
    IReadOnlyList<CorrectedPage>? Pages,
    IReadOnlyList<PageLink>? Figures,
    PageLink Changes
)
{
    private const int Most = 20;

    public static CorrectionEntry Of(PublicSite site, Correction correction)
    {
        var keys = correction.Keys;
        var all = keys.Count > Most ? $"All {keys.Count:#,##0}, with what each was and is" : "What each was, and is";
        return new(
            correction.Wrong,
            ReleaseWords.Link(site, correction.Release),
            correction.Why,
            correction.Affected,
            correction.Words?.Select(path => CorrectedPage.Of(site, path)).ToList(),
            keys.Count == 0 ? null : [.. keys.Take(Most).Select(key => ReleaseWords.LinkTo(site, key))],
            new(all, AddressBook.ReleasePage(correction.Release) + "#changes")
        );
    }
}

/// <summary>A page whose text was corrected.</summary>
/// <param name="Address">Null for a file that no page shows.</param>
internal sealed record CorrectedPage(string Text, string? Address)
{
    /// <param name="path">The file that was corrected, such as <c>pages/method.md</c>.</param>
    public static CorrectedPage Of(PublicSite site, string path)
    {
        var name = path.Split('/') is [_, var second, ..] ? Path.GetFileNameWithoutExtension(second) : "";
        if (site.Publication.Find(name) is { } dataset)
        {
            return new(dataset.Title, site.PageAddress(dataset.Name));
        }

        var page = site.Publication.Pages.FirstOrDefault(page => page.Name == name);
        return path switch
        {
            "pages/home.md" or "publication.json" => new("All figures", site.Link("/")),
            "calendar.csv" => new("Releases", "/releases/"),
            _ when page is not null => new(page.Title, site.PageAddress(page.Name)),
            _ => new(path, null),
        };
    }
}
