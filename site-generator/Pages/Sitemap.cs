using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>
/// What search engines are told: every page that turns over with the releases, and when that was last. Frozen pages are left to who
/// asks for them.
/// </summary>
internal static class Sitemap
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The files; none where the site is frozen, of which no engine needs to know.</summary>
    public static IReadOnlyList<string> Files(PublicSite site) => site.View.IsFrozen ? [] : ["sitemap.xml", "robots.txt"];

    /// <summary>One of them; null where there is none.</summary>
    /// <param name="paths">Every path of the site.</param>
    public static SiteFile? Make(PublicSite site, IEnumerable<string> paths, string path) =>
        site.View.IsFrozen ? null
        : path == "robots.txt"
            ? new(
                Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {site.Publication.About.Address}/sitemap.xml\n"),
                "text/plain; charset=utf-8"
            )
        : new(
            Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Urls(site, paths)}\n".ReplaceLineEndings("\n")),
            "application/xml; charset=utf-8"
        );

    private static XElement Urls(PublicSite site, IEnumerable<string> paths)
    {
        var changed = site.Release.PublishedAt.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        return new(
            Names + "urlset",
            paths
                .Where(IsLivePage)
                .Select(path => path[..^"index.html".Length])
                .Order(StringComparer.Ordinal)
                .Select(name => new XElement(
                    Names + "url",
                    new XElement(Names + "loc", $"{site.Publication.About.Address}/{name}"),
                    new XElement(Names + "lastmod", changed)
                ))
        );
    }

    // releases/2026-07-24/ tells of a release; what lies deeper are its frozen pages.
    private static bool IsLivePage(string path) =>
        (path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal))
        && !(path.StartsWith("releases/", StringComparison.Ordinal) && path.Count(character => character == '/') > 2);
}
