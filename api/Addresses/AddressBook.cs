namespace PublicStats.Api.Addresses;

/// <summary>A path taken apart.</summary>
/// <param name="Release">The release that the path names; null when it names none.</param>
/// <param name="Resource">The path without the release.</param>
/// <param name="IsPage">Whether the path names a release as the site's pages do, without /v1.</param>
public sealed record ReleasePath(string? Release, string Resource, bool IsPage);

/// <summary>
/// Knows which resources have a version in every release, and leads from the latest version's address to that of a release and back. The
/// API knows its own addresses; a site beside it registers its own.
/// </summary>
/// <param name="unversionedPages">
/// The sections of the site of which there is one for all releases, such as <c>/releases</c>; null when there is no site.
/// </param>
public sealed class AddressBook(IReadOnlyList<string>? unversionedPages = null)
{
    // The record of releases, which is one for all of them, is also where the versions of pages are.
    private const string PagesOfReleases = "/releases/";

    /// <summary>Takes a path apart: /v1/releases/2026-07-24/datasets names that release and the resource /v1/datasets.</summary>
    public static ReleasePath Parse(string path)
    {
        foreach (var prefix in (ReadOnlySpan<string>)[ApiAddresses.Publication, ""])
        {
            var start = prefix + PagesOfReleases;
            if (
                path.StartsWith(start, StringComparison.Ordinal)
                && path.IndexOf('/', start.Length) is var end
                && end > 0
                && end + 1 < path.Length
            )
            {
                return new(path[start.Length..end], prefix + path[end..], prefix.Length == 0);
            }
        }

        return new(null, path, !ApiAddresses.IsOfApi(path));
    }

    /// <summary>The address of a release's version of a resource.</summary>
    public static string Versioned(string resource, string release) =>
        resource.StartsWith(ApiAddresses.Publication + "/", StringComparison.Ordinal)
            ? ApiAddresses.Release(release) + resource[ApiAddresses.Publication.Length..]
            : PagesOfReleases + release + resource;

    /// <summary>The page of a release, which is also its version of the home page.</summary>
    public static string ReleasePage(string release) => Versioned("/", release);

    /// <summary>Whether every release has its own version of a resource, under an address of its own. The home page has none.</summary>
    public bool IsVersioned(string resource) =>
        ApiAddresses.IsOfApi(resource)
            ? ApiAddresses.IsVersioned(resource)
            : resource.EndsWith('/') && resource.Length > 1 && IsInReleases(resource);

    /// <summary>
    /// Whether a release in the query leads from a page to that release's version: each versioned page and the home page.
    /// </summary>
    public bool IsVersionedPage(string path) => !ApiAddresses.IsOfApi(path) && IsInReleases(path) && (path == "/" || IsVersioned(path));

    /// <summary>Whether a path is answered from the release in it. The record of releases is answered from the latest.</summary>
    public bool IsInReleases(ReleasePath path) => !(path.IsPage && ApiAddresses.IsOfApi(path.Resource)) && IsInReleases(path.Resource);

    /// <summary>Whether a resource, page or file is looked for in a release when the release is in its path.</summary>
    private bool IsInReleases(string resource) =>
        ApiAddresses.IsOfApi(resource)
            ? ApiAddresses.IsVersioned(resource)
            : unversionedPages is not null
                && !ApiAddresses.IsUnversioned(resource)
                && !unversionedPages.Any(section => ApiAddresses.IsIn(resource, section));

    /// <summary>The address that a link has on a page of a release: the release's version where there is one.</summary>
    public string LinkIn(string release, string address) => IsInReleases(address) ? Versioned(address, release) : address;
}
