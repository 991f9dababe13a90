using System.Globalization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>How a release is kept: who sealed and approved it, its files, and the digests that prove them.</summary>
/// <param name="FiguresOf">The day up to which a backfilled release has figures; null for a release that is not backfilled.</param>
/// <param name="Digest">SHA-256 of the manifest.</param>
/// <param name="Previous">The release before; null for the first.</param>
/// <param name="PreviousDigest">SHA-256 of its manifest.</param>
/// <param name="Api">The address of the API's answer, without its extension.</param>
internal sealed record ReleaseFiles(
    string? FiguresOf,
    string PublishedAt,
    string TimeZone,
    string SealedAt,
    string SealedBy,
    string? ApprovedBy,
    string Digest,
    Markup? Previous,
    string? PreviousDigest,
    string Api,
    int Count,
    Markup Table
)
{
    private static readonly string[] Columns = ["File", "#Bytes", "SHA-256"];

    public static ReleaseFiles Of(PublicSite site, SealedRelease release)
    {
        var manifest = release.Manifest;
        var previous = site.View.Published.TakeWhile(published => published.Id != manifest.Id).LastOrDefault();
        return new(
            manifest.Seal.IsBackfill ? Html.Day(release.PublishedAt) : null,
            Html.Time(release.PublishedAt),
            release.Publication.About.TimeZone,
            Html.Time(ZonedTime.In(manifest.Seal.At, release.Publication.About.TimeZone)),
            manifest.Seal.By,
            release.Release.ApprovedBy,
            release.Release.Digest,
            previous is null ? null : ReleaseWords.Link(site, previous),
            previous?.Digest,
            ApiAddresses.Release(manifest.Id),
            manifest.Files.Count,
            Html.Table("t-files", "Files as they were sealed", Columns, manifest.Files.Select(file => Row(manifest, file)))
        );
    }

    private static string Row(ReleaseManifest manifest, ReleaseFile file) =>
        Html.Row(
            Columns,
            Html.Link(ApiAddresses.FileOf(manifest.Id, file.Path), file.Path),
            file.Bytes.ToString("#,##0", CultureInfo.InvariantCulture),
            $"<code>{file.Sha256}</code>"
        );
}
