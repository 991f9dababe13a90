using System.Text.RegularExpressions;

namespace PublicStats.SiteGenerator.Site;

/// <summary>Links of a page that is kept as a release had it: they stay inside that release.</summary>
internal static partial class VersionedLinks
{
    /// <summary>The record of releases is one for all of them, and so is what every page is dressed in.</summary>
    private static readonly string[] OutsideReleases =
    [
        "/releases",
        "/revisions",
        "/calendar",
        "/style",
        "/favicon",
        "/docs",
        "/openapi",
        "/sitemap",
    ];

    private static readonly string[] Kept = ["/v1/datasets", "/v1/figures", "/v1/headlines"];

    /// <summary>A page's HTML with every link led into the release that the site shows; as it is, where the site is the live one.</summary>
    public static string In(PublicSite site, string html) =>
        site.View.IsFrozen ? Link().Replace(html, match => $"{match.Groups[1].Value}=\"{Of(site, match.Groups[2].Value)}\"") : html;

    /// <summary>The address that a link to a live address has on this site.</summary>
    public static string Of(PublicSite site, string address)
    {
        var id = site.Manifest.Id;
        return !site.View.IsFrozen || OutsideReleases.Any(outsideRelease => IsOf(address, outsideRelease)) ? address
            : !address.StartsWith("/v1", StringComparison.Ordinal) ? $"/releases/{id}{address}"
            : Kept.Any(name => IsOf(address, name)) ? $"/v1/releases/{id}{address[3..]}"
            : address;
    }

    private static bool IsOf(string address, string folder) =>
        address.StartsWith(folder, StringComparison.Ordinal)
        && (address.Length == folder.Length || address[folder.Length] is '/' or '.' or '#');

    [GeneratedRegex("(href|src|srcset)=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
