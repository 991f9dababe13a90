using System.Text.RegularExpressions;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Links of a page that is kept as a release had it: they stay inside that release.</summary>
internal static partial class VersionedLinks
{
    /// <summary>A page's HTML with every link led into the release that the site shows; as it is, where the site is the live one.</summary>
    public static string In(PublicSite site, string html) =>
        site.View.IsFrozen ? Link().Replace(html, match => $"{match.Groups[1].Value}=\"{site.Link(match.Groups[2].Value)}\"") : html;

    [GeneratedRegex("(href|src|srcset)=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
