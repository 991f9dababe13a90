using PublicStats.Api.Addresses;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>The addresses that the site adds to those of the API.</summary>
internal static class SiteSections
{
    /// <summary>The sections of which there is one for all releases: the record of releases, and the files that every page uses.</summary>
    public static IReadOnlyList<string> Unversioned { get; } =
        ["/releases", "/revisions", "/calendar", "/style", "/favicon", "/sitemap", "/robots"];

    /// <summary>The addresses of the API and of this site.</summary>
    public static AddressBook Book { get; } = new(Unversioned);
}
