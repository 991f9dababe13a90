using System.Text;
using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A file of the site.</summary>
/// <param name="Status">How it is answered: 200; 404 when nothing is there; 410 when it was withdrawn or removed.</param>
internal sealed record SiteFile(byte[] Bytes, string Type, int Status = StatusCodes.Status200OK);

/// <summary>Which releases have a page.</summary>
internal enum PageScope
{
    /// <summary>The latest release has it, and every past release has its own version of it under the release's address.</summary>
    Versioned,

    /// <summary>There is one for all releases, such as the list of releases. It is no part of any release.</summary>
    Shared,

    /// <summary>Only the latest release has it. The page of a past release takes the place of its home page.</summary>
    Latest,

    /// <summary>Only a past release has it.</summary>
    Past,
}

/// <summary>A kind of page, or of another file of the site.</summary>
/// <param name="Address">From the root, with what differs from page to page in braces.</param>
/// <param name="Paths">The files of this kind that a static build writes. It adds those pages of figures that have a link.</param>
/// <param name="Make">Makes the file at a path; null when the path is not of this kind or there is nothing at it.</param>
/// <param name="Navigation">The pages of this kind that are in the navigation; null for none.</param>
internal sealed record PageKind(
    string Address,
    PageScope Scope,
    Func<PublicSite, IEnumerable<string>> Paths,
    Func<PublicSite, string, SiteFile?> Make,
    Func<Publication, IEnumerable<NavigationItem>>? Navigation = null
)
{
    private const string Index = "/index.html";

    /// <summary>Pages that many addresses share.</summary>
    /// <param name="names">Their addresses without the slashes at both ends.</param>
    /// <param name="make">Makes the page of a name; null when there is none.</param>
    public static PageKind Pages(
        string address,
        PageScope scope,
        Func<PublicSite, IEnumerable<string>> names,
        Func<PublicSite, string, PageContent?> make,
        Func<Publication, IEnumerable<NavigationItem>>? navigation = null
    ) =>
        new(
            address,
            scope,
            site => names(site).Select(name => name + Index),
            (site, path) =>
                path.EndsWith(Index, StringComparison.Ordinal) && make(site, path[..^Index.Length]) is { } page
                    ? File(site, page, $"/{path[..^Index.Length]}/")
                    : null,
            navigation
        );

    /// <summary>One page.</summary>
    /// <param name="text">Of the page in the navigation; null to leave it out.</param>
    public static PageKind Page(string address, PageScope scope, Func<PublicSite, PageContent> make, string? text = null)
    {
        var path = address[1..] + (address.EndsWith('/') ? "index.html" : "");
        return new(
            address,
            scope,
            _ => [path],
            (site, asked) => asked == path ? File(site, make(site), address.EndsWith('/') ? address : "/") : null,
            text is null ? null : _ => [new(address.Trim('/'), text)]
        );
    }

    /// <summary>One file that is no page.</summary>
    public static PageKind Asset(string address, Func<PublicSite, byte[]> make, string type) =>
        new(address, PageScope.Shared, _ => [address[1..]], (site, path) => path == address[1..] ? new(make(site), type) : null);

    /// <summary>Pictures.</summary>
    /// <param name="make">Makes the SVG at a path; null when there is none.</param>
    public static PageKind Pictures(
        string address,
        PageScope scope,
        Func<PublicSite, IEnumerable<string>> paths,
        Func<PublicSite, string, string?> make
    ) =>
        new(
            address,
            scope,
            paths,
            (site, path) =>
                path.EndsWith(".svg", StringComparison.Ordinal) && make(site, path) is { } svg
                    ? new(Encoding.UTF8.GetBytes(svg), "image/svg+xml")
                    : null
        );

    /// <summary>Whether the site of a release may have such a file.</summary>
    public bool IsOn(PublicSite site) => Scope == PageScope.Versioned || site.View.IsFrozen == (Scope == PageScope.Past);

    private static SiteFile File(PublicSite site, PageContent page, string address) =>
        new(Encoding.UTF8.GetBytes(Layout.Render(site, page, All.Navigation(site), address)), "text/html; charset=utf-8", page.Status);
}
