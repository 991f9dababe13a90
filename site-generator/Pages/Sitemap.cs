using System.Globalization;
using System.Text;
using System.Xml.Linq;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>
/// The pages for search engines: every page of the latest release, and when it was published. Pages of past releases are left out.
/// </summary>
internal static class Sitemap
{
    private static readonly XNamespace Names = "http://www.sitemaps.org/schemas/sitemap/0.9";

    /// <summary>The sitemap.</summary>
    /// <param name="paths">The files of the site.</param>
    public static byte[] Make(PublicSite site, IEnumerable<string> paths) =>
        Encoding.UTF8.GetBytes($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{Urls(site, paths)}\n".ReplaceLineEndings("\n"));

    /// <summary>What search engines may read, and where the sitemap is.</summary>
    public static byte[] Robots(PublicSite site) =>
        Encoding.UTF8.GetBytes($"User-agent: *\nAllow: /\n\nSitemap: {site.Publication.About.Address}/sitemap.xml\n");

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

    // releases/2026-07-24/ is about a release. The addresses under it are its own pages.
    private static bool IsLivePage(string path) =>
        (path == "index.html" || path.EndsWith("/index.html", StringComparison.Ordinal))
        && !(path.StartsWith("releases/", StringComparison.Ordinal) && path.Count(character => character == '/') > 2);
}
