using PublicStats.Api.Addresses;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Every page, picture and other file of the site. A new page is a folder beside this file and a line in its list.</summary>
internal static class All
{
    /// <summary>In the order of the navigation. When two kinds have the same address, the first of them has the page.</summary>
    public static IReadOnlyList<PageKind> Kinds { get; } =
    [
        PageKind.Page("/", PageScope.Latest, HomePage.Make),
        PageKind.Page("/404.html", PageScope.Latest, NotFoundPage.Make),
        PageKind.Pages("/{dataset}/", PageScope.Versioned, Datasets, DatasetOf, SiteNavigation.Datasets),
        PageKind.Pictures("/{dataset}/charts/{chart}.svg", PageScope.Versioned, Charts, ChartFiles.Make),
        PageKind.Page("/releases/", PageScope.Shared, ReleasesPage.Make, "Releases"),
        PageKind.Pages("/releases/{release}/", PageScope.Shared, Releases, ReleaseOf),
        PageKind.Pictures("/revised.svg", PageScope.Past, RevisedPictures, RevisedPictureOf),
        PageKind.Page("/calendar/", PageScope.Shared, CalendarPage.Make),
        PageKind.Page("/revisions/", PageScope.Shared, RevisionsPage.Make, "Revisions"),
        PageKind.Pages("/{page}/", PageScope.Versioned, Texts, TextOf, SiteNavigation.Texts),
        PageKind.Pages("/{figure}/", PageScope.Versioned, _ => [], FigureOf),
        PageKind.Asset("/style.css", _ => EmbeddedFile.Read("style.css"), "text/css; charset=utf-8"),
        PageKind.Asset("/favicon.svg", _ => EmbeddedFile.Read("favicon.svg"), "image/svg+xml"),
        PageKind.Asset("/sitemap.xml", site => Sitemap.Make(site, Paths(site)), "application/xml; charset=utf-8"),
        PageKind.Asset("/robots.txt", Sitemap.Robots, "text/plain; charset=utf-8"),
    ];

    /// <summary>The first parts of the addresses of which there is one for all releases, such as <c>/releases</c>.</summary>
    public static IReadOnlyList<string> UnversionedSections { get; } =
    [
        .. Kinds
            .Where(kind => kind.Scope == PageScope.Shared)
            .Select(kind => "/" + kind.Address.Split('/', '.')[1])
            .Distinct(StringComparer.Ordinal),
    ];

    /// <summary>The addresses of the API and of this site.</summary>
    public static AddressBook Addresses { get; } = new(UnversionedSections);

    /// <summary>The files that a site has, except the pages of figures, by their paths: <c>crossings/index.html</c>.</summary>
    public static IEnumerable<string> Paths(PublicSite site) => Kinds.Where(kind => kind.IsOn(site)).SelectMany(kind => kind.Paths(site));

    /// <summary>The file at a path; null when there is none.</summary>
    public static SiteFile? Make(PublicSite site, string path) =>
        Kinds.Where(kind => kind.IsOn(site)).Select(kind => kind.Make(site, path)).FirstOrDefault(file => file is not null);

    /// <summary>The navigation of every page, in order.</summary>
    public static IEnumerable<NavigationItem> Navigation(PublicSite site) =>
        Kinds.SelectMany(kind => kind.Navigation?.Invoke(site.Publication) ?? []);

    private static IEnumerable<string> Datasets(PublicSite site) => site.Publication.Datasets.Select(dataset => dataset.Name);

    private static PageContent? DatasetOf(PublicSite site, string name) =>
        site.Publication.Find(name) is { } dataset ? DatasetPage.Make(site, dataset) : null;

    private static IEnumerable<string> Charts(PublicSite site) =>
        site.Publication.Datasets.SelectMany(dataset =>
            site.Charts(dataset).Where(chart => chart.Figures.HasValue).SelectMany(chart => Both($"{dataset.Name}/charts/{chart.About.Id}"))
        );

    private static IEnumerable<string> Releases(PublicSite site) => site.View.Published.Select(release => "releases/" + release.Id);

    // The pages in a release are on that release's own site. A release that cannot be opened has a page in the place of each of them.
    private static PageContent? ReleaseOf(PublicSite site, string name)
    {
        var parts = name.Split('/');
        if (parts is not ["releases", var id, ..] || site.View.Find(id) is not { } release)
        {
            return null;
        }

        var isOfItsPages = parts.Length > 2;
        return (isOfItsPages, release.Purge) switch
        {
            (false, _) => ReleasePage.Make(site, release),
            (true, not null) => GoneReleasePage.Purged(site, release, isOfItsPages),
            _ => site.View.Open(release) is null ? GoneReleasePage.Damaged(site, release) : null,
        };
    }

    private static IEnumerable<string> RevisedPictures(PublicSite site) =>
        RevisedPicture.Of(site, site.Release) is null ? [] : Both(RevisedPicture.Name);

    private static string? RevisedPictureOf(PublicSite site, string path) =>
        Both(RevisedPicture.Name).Contains(path)
            ? RevisedPicture.Of(site, site.Release)?.Draw(path.EndsWith("-wide.svg", StringComparison.Ordinal)).Text
            : null;

    private static IEnumerable<string> Texts(PublicSite site) => SiteNavigation.Texts(site.Publication).Select(page => page.Name);

    private static PageContent? TextOf(PublicSite site, string name) =>
        name != "home" && site.Publication.Pages.FirstOrDefault(page => page.Name == name) is { } page ? TextPage.Make(site, page) : null;

    // A figure may be asked for under another key than its own.
    private static PageContent? FigureOf(PublicSite site, string name)
    {
        if (!name.Contains('/') || AddressBook.Parse($"/{name}/").Release is not null)
        {
            return null;
        }

        var found = FigureLookup.Find(site.Publication, name);
        var key = found?.Figure.Key ?? name;
        if (site.Manifest.Withdrawals.FirstOrDefault(withdrawal => withdrawal.Key == key) is { } withdrawal)
        {
            return GoneFigurePage.Withdrawn(site, withdrawal);
        }

        return (found, site.View.IsFrozen) switch
        {
            (not null, _) => FigurePage.Make(site, found),
            (null, true) => null,
            _ => GoneFigurePage.Removed(site, name),
        };
    }

    private static string[] Both(string picture) => [picture + "-wide.svg", picture + "-narrow.svg"];
}
