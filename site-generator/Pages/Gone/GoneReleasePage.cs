using System.Globalization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The page in the place of a release that cannot be shown: one that was purged, or whose files are damaged.</summary>
internal static class GoneReleasePage
{
    private static readonly string[] Columns = ["File it held", "#Bytes", "SHA-256"];

    /// <summary>
    /// A release whose content was taken away: what it was, by whom it was taken away and why, and the digest of every file it held.
    /// </summary>
    /// <param name="isOfItsPages">The page is asked for in the place of another page of the release, which is gone.</param>
    public static PageContent Purged(PublicSite site, Release release, bool isOfItsPages = false)
    {
        var purge = release.Purge!;
        var heading = $"Release of {ReleaseWords.Name(site, release)}: its content was taken away";
        var model = new PurgedModel(
            heading,
            purge.Reason,
            Html.Time(ZonedTime.In(purge.At, site.Publication.About.TimeZone)),
            purge.By,
            purge.ApprovedBy,
            Html.Time(ReleaseWords.At(site, release)),
            release.Manifest.About.Title,
            ReleaseNeighbours.Of(site, release),
            Html.Table("t-held", "Files, by the SHA-256 of their content", Columns, release.Manifest.Files.Select(Row)),
            release.Digest,
            ApiAddresses.Release(release.Id) + ApiAddresses.JsonSuffix
        );
        return new(
            $"{heading} - {site.Publication.About.Title}",
            $"{heading}. Why, when, and what it held.",
            "releases",
            site.Render("Pages/Gone/purged-release.html", model),
            isOfItsPages ? StatusCodes.Status410Gone : StatusCodes.Status200OK
        );
    }

    /// <summary>A release whose files are not as they were sealed: nothing of it is shown.</summary>
    public static PageContent Damaged(PublicSite site, Release release)
    {
        var name = ReleaseWords.Name(site, release);
        return new(
            $"Release of {name} - {site.Publication.About.Title}",
            "This release cannot be shown at present.",
            "releases",
            site.Render("Pages/Gone/damaged-release.html", new DamagedModel(name)),
            StatusCodes.Status503ServiceUnavailable
        );
    }

    private static string Row(ReleaseFile file) =>
        Html.Row(Columns, Html.Text(file.Path), file.Bytes.ToString("#,##0", CultureInfo.InvariantCulture), $"<code>{file.Sha256}</code>");

    /// <param name="Reason">Why its content was taken away.</param>
    /// <param name="Held">The digest of every file that it had.</param>
    /// <param name="Digest">SHA-256 of its manifest.</param>
    private sealed record PurgedModel(
        string Heading,
        string Reason,
        string PurgedAt,
        string PurgedBy,
        string? ApprovedBy,
        string PublishedAt,
        string Title,
        ReleaseNeighbours Neighbours,
        Markup Held,
        string Digest,
        string Api
    );

    private sealed record DamagedModel(string Name);
}
