using System.Collections.Concurrent;
using System.Text;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A file of the site.</summary>
/// <param name="Status">How it is answered: 200; 404 for what is not there, 410 for what was withdrawn or taken away.</param>
internal sealed record SiteFile(byte[] Bytes, string Type, int Status = 200);

/// <summary>
/// Every page, picture and other file of one release's site, by its path. Each is a function of the release, made when first asked for
/// and kept. A new page is a line here.
/// </summary>
/// <param name="linked">Takes the address of every figure's page that a page links to, as <c>crossings/people/2025</c> or with its
/// release, <c>releases/2026-07-24/crossings/people/2025</c>, so that a static build writes those pages too; null when nobody
/// asks.</param>
internal sealed class SitePages(ReleaseView view, ISet<string>? linked = null)
{
    private readonly ConcurrentDictionary<string, SiteFile?> made = new(StringComparer.Ordinal);
    private readonly PublicSite site = new(view, linked);

    public ReleaseView View => site.View;

    /// <summary>The pages and pictures that do not depend on what is linked, by their path: <c>crossings/index.html</c>.</summary>
    public IEnumerable<string> Paths =>
        [
            .. site.View.IsFrozen ? RevisedPictures : [.. Record, .. Sitemap.Files(site)],
            .. site.Publication.Pages.Where(page => page.Name != "home").Select(page => page.Name + "/index.html"),
            .. site.Publication.Datasets.SelectMany(dataset =>
                dataset
                    .About.Presentation.Charts.Where(chart => ChartFiles.CanDraw(site, dataset, chart))
                    .SelectMany(chart =>
                        new[] { $"{dataset.Name}/charts/{chart.Id}-wide.svg", $"{dataset.Name}/charts/{chart.Id}-narrow.svg" }
                    )
                    .Prepend(dataset.Name + "/index.html")
            ),
        ];

    // What only the live site has.
    private IEnumerable<string> Record =>
        [
            "index.html",
            "404.html",
            "style.css",
            "favicon.svg",
            "releases/index.html",
            "calendar/index.html",
            "revisions/index.html",
            .. site.View.Published.Select(release => $"releases/{release.Id}/index.html"),
        ];

    // What only a kept release has: its record shows them.
    private IEnumerable<string> RevisedPictures =>
        RevisedPicture.Of(site, site.Release) is null
            ? []
            : [$"{RevisedPicture.Name}-wide.svg", $"{RevisedPicture.Name}-narrow.svg"];

    /// <summary>The file at a path; null when there is none.</summary>
    public SiteFile? Get(string path) => made.TryGetValue(path, out var file) ? file : Keep(path, Make(path));

    // Anyone may ask for any address: only what exists is kept.
    private SiteFile? Keep(string path, SiteFile? file) => file is null || made.Count > 20_000 ? file : made[path] = file;

    private SiteFile? Make(string path)
    {
        if (path is "style.css" or "favicon.svg" && !site.View.IsFrozen)
        {
            return new(EmbeddedFile.Read(path), path == "style.css" ? "text/css; charset=utf-8" : "image/svg+xml");
        }

        if (path is "sitemap.xml" or "robots.txt")
        {
            return Sitemap.Make(site, Paths, path);
        }

        if (path.EndsWith(".svg", StringComparison.Ordinal))
        {
            var drawn =
                site.View.IsFrozen && RevisedPictures.Contains(path)
                    ? RevisedPicture.Of(site, site.Release)?.Draw(path.EndsWith("-wide.svg", StringComparison.Ordinal)).Text
                    : ChartFiles.Make(site, path);
            return drawn is { } svg ? new(Encoding.UTF8.GetBytes(svg), "image/svg+xml") : null;
        }

        var page = path switch
        {
            _ when site.View.IsFrozen => null,
            "index.html" => HomePage.Make(site),
            "404.html" => NotFoundPage.Make(site),
            "releases/index.html" => ReleasesPage.Make(site),
            "calendar/index.html" => CalendarPage.Make(site),
            "revisions/index.html" => RevisionsPage.Make(site),
            _ => null,
        };
        var name = path.EndsWith("/index.html", StringComparison.Ordinal) ? path[..^"/index.html".Length] : null;
        page ??=
            name is null ? null
            : name.StartsWith("releases/", StringComparison.Ordinal) ? OfRelease(name.Split('/'))
            : Named(name);
        return page is null
            ? null
            : new(
                Encoding.UTF8.GetBytes(Layout.Render(site, page, name is null ? "/" : $"/{name}/")),
                "text/html; charset=utf-8",
                page.Status
            );
    }

    // Pages of a release that can be opened are asked of its own site: here are its record, and what stands in the place of its pages
    // when it cannot.
    private PageContent? OfRelease(string[] parts) =>
        site.View.IsFrozen || site.View.Find(parts[1]) is not { } release ? null
        : parts.Length == 2 ? ReleasePage.Make(site, release)
        : release.Purge is not null ? GoneReleasePage.Purged(site, release, isOfItsPages: true)
        : site.View.Open(release) is null ? GoneReleasePage.Damaged(site, release)
        : null;

    private PageContent? Named(string name) =>
        // A figure may be asked for under another key than its own.
        site.Publication.Find(name)
            is { } dataset
            ? DatasetPage.Make(site, dataset)
        : site.Publication.Pages.FirstOrDefault(entry => entry.Name == name && name != "home") is { } page ? TextPage.Make(site, page)
        : !name.Contains('/') ? null
        : FigureLookup.Find(site.Publication, name, out _) is var found
        && site.Manifest.Withdrawals.FirstOrDefault(otherWithdrawal => otherWithdrawal.Key == (found?.Figure.Key ?? name)) is { } withdrawal
            ? GoneFigurePage.Withdrawn(site, withdrawal)
        : found is not null ? FigurePage.Make(site, found)
        : site.View.IsFrozen ? null
        : GoneFigurePage.Removed(site, name);
}
