using System.Text.RegularExpressions;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Links of a page that is kept as a release had it: they stay inside that release.</summary>
internal static partial class VersionedLinks
{
    /// <summary>A page's HTML with every link led into the release that the site shows; as it is, where the site is the live one.</summary>
    public static string In(PublicSite site, string html) =>
        site.View.IsFrozen ? Link().Replace(html, match => $"{match.Groups[1].Value}=\"{Of(site, match.Groups[2].Value)}\"") : html;

    /// <summary>The address that a link to a live address has on this site.</summary>
    public static string Of(PublicSite site, string address) =>
        site.View.IsFrozen ? SiteSections.Book.LinkIn(site.Manifest.Id, address) : address;

    [GeneratedRegex("(href|src|srcset)=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
