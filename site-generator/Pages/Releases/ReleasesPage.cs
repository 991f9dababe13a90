using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Every release, newest first, and the next that is announced.</summary>
internal static class ReleasesPage
{
    private static readonly string[] Columns = ["Published", "What", "What changed"];

    public static PageContent Make(PublicSite site)
    {
        var all = site.View.Published;
        var backfilled = all.Count(release => release.Manifest.Seal.IsBackfill);
        var model = new Model(
            Html.Count(all.Count, "release"),
            ReleaseWords.Name(site, all[0]),
            ReleaseWords.Name(site, all[^1]),
            all.Any(release => release.Purge is not null),
            backfilled == 1,
            backfilled > 1 ? Html.Count(backfilled, "release") : null,
            site.Release.Coming is [var next, ..] ? Coming.Of(next) : null,
            Html.Table("t-all", "Every release", Columns, all.Reverse().Select(release => Row(site, release))),
            new(ApiAddresses.AtomFeed, ApiAddresses.JsonFeed, ApiAddresses.Calendar, ApiAddresses.Releases + ApiAddresses.JsonSuffix)
        );
        return new(
            $"Releases - {site.Publication.About.Title}",
            "Every release, newest first, with what it changed.",
            "releases",
            site.Render("Pages/Releases/releases.html", model)
        );
    }

    private static string Row(PublicSite site, Release release) =>
        Html.Row(
            Columns,
            ReleaseWords.Link(site, release).Html,
            Html.Text(release.Manifest.About.Title) + ReleaseWords.Tags(release),
            Changed(site, release)
        );

    private static string Changed(PublicSite site, Release release)
    {
        if (release.Purge is { } purge)
        {
            return $"Its content was taken away: {Html.Text(purge.Reason)}";
        }

        return site.View.Open(release) is { } opened ? ReleaseWords.Changed(site, opened) : "It cannot be shown at present";
    }

    /// <param name="Count">How many releases there are, in words.</param>
    /// <param name="HasPurged">The content of one or more was taken away.</param>
    /// <param name="IsOneBackfilled">One was sealed after its date.</param>
    /// <param name="Backfilled">How many were sealed after their dates, in words; null for one or none.</param>
    /// <param name="Next">Null when none is announced.</param>
    private sealed record Model(
        string Count,
        string First,
        string Latest,
        bool HasPurged,
        bool IsOneBackfilled,
        string? Backfilled,
        Coming? Next,
        Markup Table,
        Feeds Feeds
    );

    /// <summary>The addresses at which programs follow the releases.</summary>
    private sealed record Feeds(string Atom, string Json, string Calendar, string All);

    private sealed record Coming(string At, string Title, string State)
    {
        public static Coming Of(AnnouncedRelease release) =>
            new(Html.Time(release.At), release.Title, release.IsConfirmed ? "confirmed" : "provisional");
    }
}
