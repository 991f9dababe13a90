using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A release: what it said, what it changed and what it contains. From here a reader finds all of its pages.</summary>
internal static class ReleasePage
{
    public static PageContent Make(PublicSite site, Release release)
    {
        if (release.Purge is not null)
        {
            return GoneReleasePage.Purged(site, release);
        }

        return site.View.Open(release) is { } opened ? Make(site, opened) : GoneReleasePage.Damaged(site, release);
    }

    private static PageContent Make(PublicSite site, SealedRelease release)
    {
        var manifest = release.Manifest;
        var name = ReleaseWords.Name(site, release.Release);
        var changed = ReleaseWords.Changed(site, release);
        var heading = $"Release of {name}: {char.ToLowerInvariant(changed[0])}{changed[1..]}";
        var model = new Model(
            manifest.Id,
            heading,
            Notices.Corrections(site, manifest.Corrections.Where(correction => correction.Release == manifest.Id)),
            WithdrawnFigures.Of(site, manifest),
            manifest.About.Title,
            manifest.About.Reason,
            release.Release.Id == site.View.Latest.Id,
            ReleaseWords.Kind(release.Release),
            manifest.Seal.IsBackfill,
            Html.Time(release.PublishedAt),
            release.Publication.About.TimeZone,
            ReleaseNeighbours.Of(site, release.Release),
            ReleaseHeadlines.Of(site, release),
            ReleaseChanges.Of(site, release),
            ReleaseContents.Of(release),
            ReleaseFiles.Of(site, release)
        );
        return new(
            $"{heading} - {site.Publication.About.Title}",
            $"What changed in the release of {name}, figure by figure.",
            "releases",
            site.Render("Pages/Release/release.html", model)
        );
    }

    /// <param name="Withdrawn">The figures that it withdrew; null for none.</param>
    /// <param name="Headlines">What it changed in the headlines; null where nothing was published before it, or there are none.</param>
    private sealed record Model(
        string Id,
        string Heading,
        Markup Corrections,
        WithdrawnFigures? Withdrawn,
        string Title,
        string Reason,
        bool IsLatest,
        string Kind,
        bool IsBackfilled,
        string PublishedAt,
        string TimeZone,
        ReleaseNeighbours Neighbours,
        ReleaseHeadlines? Headlines,
        ReleaseChanges Changes,
        ReleaseContents Contents,
        ReleaseFiles Files
    );

    private sealed record WithdrawnFigures(string Count, string Reason, IReadOnlyList<PageLink> Figures)
    {
        public static WithdrawnFigures? Of(PublicSite site, ReleaseManifest manifest)
        {
            var withdrawals = manifest.Withdrawals.Where(withdrawal => withdrawal.Release == manifest.Id).ToList();
            return withdrawals.Count == 0
                ? null
                : new(
                    Html.Count(withdrawals.Count, "figure"),
                    withdrawals[0].Reason,
                    [.. withdrawals.Select(withdrawal => ReleaseWords.LinkTo(site, withdrawal.Key))]
                );
        }
    }
}
