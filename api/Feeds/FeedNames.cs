using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Feeds;

/// <summary>The names of releases in feeds, which never change, and absolute addresses.</summary>
internal static class FeedNames
{
    /// <summary>The name of a release as a tag URI (RFC 4151): <c>tag:publicstats.example,2026-07-24:release/2026-07-24</c>.</summary>
    public static string TagOf(Publication publication, string release) => $"tag:{Host(publication)},{release[..10]}:release/{release}";

    /// <summary>The name of the list of releases, which began with the first.</summary>
    public static string TagOfList(Publication publication, ReleaseView view) =>
        $"tag:{Host(publication)},{view.Published[0].Id[..10]}:releases";

    /// <summary>The name of an event of the calendar. An announced release keeps it when it is published on its day.</summary>
    public static string EventOf(Publication publication, string release) => $"release-{release}@{Host(publication)}";

    /// <summary>The page of a release.</summary>
    public static Uri PageOf(Publication publication, string release) => Address(publication, AddressBook.ReleasePage(release));

    /// <summary>An address of the publication.</summary>
    public static Uri Address(Publication publication, string path) => new(publication.About.Address.TrimEnd('/') + path);

    private static string Host(Publication publication) => new Uri(publication.About.Address).Host;
}
