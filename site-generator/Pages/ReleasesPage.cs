using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Every release, newest first, and those announced.</summary>
internal static class ReleasesPage
{
    private const string RevisionsLink = "<a href=\"/revisions/\">Revisions and corrections</a>";
    private const string CalendarDescription = "When figures are to be published, and when they were.";
    private const string CalendarFile = "<p><a href=\"/calendar.ics\">Calendar file (iCalendar)</a>, to subscribe to.</p>";

    private static readonly string[] Columns = ["Published", "What", "What changed"];
    private static readonly string[] ComingColumns = ["When", "What", "State"];

    private const string Feeds =
        "<p>Follow releases: <a href=\"/releases.atom\">Atom feed</a>, <a href=\"/releases.json\">JSON Feed</a>, "
        + "<a href=\"/calendar.ics\">calendar file</a>. "
        + "For programs: <a href=\"/v1/releases.json\">every release as JSON</a>.</p>";

    public static PageContent Make(PublicSite site)
    {
        var all = site.View.Published;
        var (first, latest) = (all[0], all[^1]);
        var rows = all.Reverse()
            .Select(release =>
                Html.Row(
                    Columns,
                    ReleaseWords.Link(site, release),
                    Html.Text(release.Manifest.About.Title) + ReleaseWords.Tags(release),
                    Changed(site, release)
                )
            );
        return new(
            $"Releases - {site.Publication.About.Title}",
            "Every release, newest first, with what it changed.",
            "releases",
            $"""
            <div class="open"><h1 class="quiet">Releases</h1><p class="lede">{Html.Count(all.Count, "release")}, from {ReleaseWords.Name(
                site,
                first
            )} to {ReleaseWords.Name(site, latest)}. Each is sealed and never changes.{Kept(all)}</p>
            {ComingLine(site)}</div>
            <section class="part" aria-labelledby="h-all"><h2 id="h-all">Newest first</h2><div>{Html.Table(
                "t-all",
                "Every release",
                Columns,
                rows
            )}{Feeds}
            <p>Figures that were revised or withdrawn, and mistakes put right, are together under {RevisionsLink}.</p></div></section>

            """
        );
    }

    private static string Kept(IReadOnlyList<Release> releases)
    {
        var purged = releases.Any(release => release.Purge is not null) ? ", but for those whose content was taken away" : "";
        var backfilled = releases.Count(release => release.Manifest.Seal.IsBackfill);
        var late = backfilled switch
        {
            0 => "",
            1 => " One release was sealed after its date; its page says when.",
            _ => $" {Html.Count(backfilled, "release")} were sealed after their dates; the page of each says when.",
        };
        return $" Each is kept with all its pages, figures and files{purged}.{late}";
    }

    /// <summary>What is announced, and what was published.</summary>
    public static PageContent Calendar(PublicSite site)
    {
        var coming = site.Release.Coming;
        var announced =
            coming.Count == 0
                ? "<p>No release is announced. When the next one is announced, its date appears here and in the calendar file.</p>"
                : Html.Table(
                    "t-coming",
                    "Announced releases, soonest first",
                    ComingColumns,
                    coming.Select(release =>
                        Html.Row(
                            ComingColumns,
                            Html.Time(release.At),
                            Html.Text(release.Title),
                            release.IsConfirmed ? "Confirmed" : "Provisional: the time may change"
                        )
                    )
                ) + $"<p class=\"small\">Times are those of {Html.Text(site.Publication.About.TimeZone)}.</p>";
        var past = site
            .View.Published.Reverse()
            .Select(release =>
                Html.Row(
                    ComingColumns,
                    $"<a href=\"/releases/{release.Id}/\">{Html.Time(ReleaseWords.At(site, release))}</a>",
                    Html.Text(release.Manifest.About.Title) + ReleaseWords.Tags(release),
                    release.Id == site.View.Latest.Id ? "Published: the latest" : "Published"
                )
            );
        return new(
            $"Calendar of releases - {site.Publication.About.Title}",
            "Releases announced, and releases published.",
            "releases",
            $"""
            <nav class="crumb" aria-label="Where you are"><a href="/">All figures</a> / <a href="/releases/">Releases</a> / Calendar</nav>
            <div class="open"><h1 class="quiet">Calendar of releases</h1><p class="lede">{CalendarDescription}</p></div>
            <section class="part" aria-labelledby="h-coming"><h2 id="h-coming">Coming</h2><div>{announced}{CalendarFile}</div></section>
            <section class="part" aria-labelledby="h-past"><h2 id="h-past">Published</h2><div>{Html.Table(
                "t-past",
                "Published releases, newest first",
                ComingColumns,
                past
            )}</div></section>

            """
        );
    }

    private static string Changed(PublicSite site, Release release) =>
        release.Purge is { } purge ? $"Its content was taken away: {Html.Text(purge.Reason)}"
        : site.View.Open(release) is { } opened ? ReleaseWords.Changed(site, opened)
        : "It cannot be shown at present";

    private static string ComingLine(PublicSite site) =>
        site.Release.Coming is [var next, ..]
            ? $"<p>Next: {Html.Time(next.At)}, {Html.Text(next.Title)} ({(next.IsConfirmed ? "confirmed" : "provisional")}). <a "
                + $"href=\"/calendar/\">Calendar of releases</a></p>"
            : "<p>No release is announced at present. <a href=\"/calendar/\">Calendar of releases</a></p>";
}
