using System.Collections.Concurrent;
using System.Text;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Pages;

namespace PublicStats.SiteGenerator.Site;

/// <summary>A file of the site.</summary>
/// <param name="Status">How it is answered: 200; 404 for what is not there, 410 for what was withdrawn or taken away.</param>
public sealed record SiteFile(byte[] Bytes, string Type, int Status = 200);

/// <summary>
/// The site of one release: every page is a function of it, made when first asked for and kept. Of a frozen release it is that
/// release's own pages, with no way out but to the record.
/// </summary>
/// <param name="linked">Takes the address of every figure's page that a page links to, as <c>crossings/people/2025</c> or with its
/// release, <c>releases/2026-07-24/crossings/people/2025</c>, so that a static build writes those pages too; null when nobody
/// asks.</param>
public sealed class PublicSite(ReleaseView view, ISet<string>? linked = null)
{
    private readonly ConcurrentDictionary<string, SiteFile?> made = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<RevisedFigure>>> revisions = new(StringComparer.Ordinal);

    internal ReleaseView View => view;

    internal SealedRelease Release => view.Shown;

    internal Publication Publication => view.Shown.Publication;

    internal ReleaseManifest Manifest => view.Shown.Manifest;

    /// <summary>The pages and pictures that do not depend on what is linked, by their path: <c>crossings/index.html</c>.</summary>
    public IEnumerable<string> Paths =>
        [
            .. view.IsFrozen ? RevisedPictures : [.. Record, .. Sitemap.Paths(this)],
            .. Publication.Pages.Where(page => page.Name != "home").Select(page => page.Name + "/index.html"),
            .. Publication.Datasets.SelectMany(dataset =>
                dataset
                    .About.Charts.Where(chart => ChartFiles.CanDraw(this, dataset, chart))
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
            .. view.Published.Select(release => $"releases/{release.Id}/index.html"),
        ];

    // What only a kept release has: its record shows them.
    private IEnumerable<string> RevisedPictures =>
        RevisedPicture.Of(this, Release, wide: true) is null
            ? []
            : [$"{RevisedPicture.Name}-wide.svg", $"{RevisedPicture.Name}-narrow.svg"];

    /// <summary>The file at a path; null when there is none.</summary>
    public SiteFile? Get(string path) => made.TryGetValue(path, out var file) ? file : Keep(path, Make(path));

    /// <summary>The figures of a dataset that were revised since they were first published.</summary>
    internal IReadOnlyList<RevisedFigure> Revisions(Dataset dataset) =>
        revisions.GetOrAdd(dataset.Name, _ => new(() => DatasetRevisions.Of(view, dataset))).Value;

    /// <summary>Whether a figure is withdrawn in the release that is shown.</summary>
    internal bool IsWithdrawn(string key) => Manifest.Withdrawals.Any(withdrawal => withdrawal.Key == key);

    /// <summary>The address of a figure's own page.</summary>
    internal string FigureAddress(string key)
    {
        linked?.Add(view.IsFrozen ? $"releases/{Manifest.Id}/{key}" : key);
        return $"/{key}/";
    }

    /// <summary>The address of a figure's page as a release had it, for ever.</summary>
    internal string KeptAddress(string release, string key)
    {
        linked?.Add($"releases/{release}/{key}");
        return $"/releases/{release}/{key}/";
    }

    // Anyone may ask for any address: only what exists is kept.
    private SiteFile? Keep(string path, SiteFile? file) => file is null || made.Count > 20_000 ? file : made[path] = file;

    private SiteFile? Make(string path)
    {
        if (path is "style.css" or "favicon.svg" && !view.IsFrozen)
        {
            return new(Embedded(path), path == "style.css" ? "text/css; charset=utf-8" : "image/svg+xml");
        }

        if (path is "sitemap.xml" or "robots.txt")
        {
            return Sitemap.Make(this, path);
        }

        if (path.EndsWith(".svg", StringComparison.Ordinal))
        {
            var drawn =
                view.IsFrozen && RevisedPictures.Contains(path)
                    ? RevisedPicture.Of(this, Release, path.EndsWith("-wide.svg", StringComparison.Ordinal))?.Text
                    : ChartFiles.Make(this, path);
            return drawn is { } svg ? new(Encoding.UTF8.GetBytes(svg), "image/svg+xml") : null;
        }

        var page = path switch
        {
            _ when view.IsFrozen => null,
            "index.html" => HomePage.Make(this),
            "404.html" => TextPages.NotFound(),
            "releases/index.html" => ReleasesPage.Make(this),
            "calendar/index.html" => ReleasesPage.Calendar(this),
            "revisions/index.html" => RevisionsPage.Make(this),
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
                Encoding.UTF8.GetBytes(Layout.Render(this, page, name is null ? "/" : $"/{name}/")),
                "text/html; charset=utf-8",
                page.Status
            );
    }

    // Pages of a release that can be opened are asked of its own site: here are its record, and what stands in the place of its pages
    // when it cannot.
    private PageContent? OfRelease(string[] parts) =>
        view.IsFrozen || view.Find(parts[1]) is not { } release ? null
        : parts.Length == 2 ? ReleasePage.Make(this, release)
        : release.Purge is not null ? GonePages.Tombstone(this, release, isOfItsPages: true)
        : view.Open(release) is null ? GonePages.Broken(this, release)
        : null;

    private PageContent? Named(string name) =>
        // A figure may be asked for under another key than its own.
        Publication.Find(name)
            is { } dataset
            ? DatasetPage.Make(this, dataset)
        : Publication.Pages.FirstOrDefault(entry => entry.Name == name && name != "home") is { } page ? TextPages.Make(this, page)
        : !name.Contains('/') ? null
        : FigureLookup.Find(Publication, name, out _) is var found
        && Manifest.Withdrawals.FirstOrDefault(otherWithdrawal => otherWithdrawal.Key == (found?.Figure.Key ?? name)) is { } withdrawal
            ? GonePages.Withdrawn(this, withdrawal)
        : found is not null ? FigurePage.Make(this, found)
        : view.IsFrozen ? null
        : GonePages.Removed(this, name);

    internal static byte[] Embedded(string name)
    {
        using var stream = typeof(PublicSite).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
