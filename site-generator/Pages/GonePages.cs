using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>
/// Pages in the place of what is no longer an answer: a withdrawn figure, one that is published no longer, a release whose content was
/// taken away.
/// </summary>
internal static class GonePages
{
    private const string NotAsSealed = "Its files are not as they were sealed, so nothing of it is shown. Please come back later.";

    /// <summary>
    /// A withdrawn figure: what, when, by which release, why, and where it can still be seen as it was. Its value is not said again.
    /// </summary>
    public static PageContent Withdrawn(PublicSite site, Withdrawal withdrawal)
    {
        var name = ReleaseWords.Figure(site.Publication, withdrawal.Key);
        return Gone(
            site,
            withdrawal.Key,
            $"Withdrawn: {name}",
            $"""
            <div class="notice"><p><strong>This figure is withdrawn.</strong> {Html.Text(
                withdrawal.Reason
            )}</p><p>Withdrawn by the release of {ReleaseWords.Link(
                site,
                withdrawal.Release
            )}. Please do not use it, and tell us if you have.</p></div>
            """
        );
    }

    /// <summary>A figure that a release before held, and this one does not; null when none did.</summary>
    public static PageContent? Removed(PublicSite site, string key)
    {
        if (site.View.HistoryOf(key) is not [.., { Figure: null } last])
        {
            return null;
        }

        var held = site.View.Before(last.Release)!;
        return Gone(
            site,
            key,
            $"No longer published: {ReleaseWords.Figure(held.Publication, key)}",
            $"""
            <div class="notice"><p><strong>This figure is no longer published.</strong> The release of {ReleaseWords.Link(
                site,
                last.Release
            )} is the first without it. {Html.Text(last.Reason)}</p></div>
            """
        );
    }

    private static PageContent Gone(PublicSite site, string key, string heading, string notice)
    {
        var dataset = site.Publication.Find(FigureKey.DatasetOf(key));
        var held = site
            .View.HistoryOf(key)
            .Where(value => value.Figure?.Value is not null)
            .Select(value =>
                $"<li><a href=\"{site.KeptAddress(value.Release.Id, key)}\">As the release of "
                + $"{ReleaseWords.Name(site, value.Release)} had it</a></li>"
            )
            .ToList();
        return new(
            $"{heading} - {site.Publication.About.Title}",
            $"{heading}. When, by which release, and why.",
            null,
            $"""
            <nav class="crumb" aria-label="Where you are"><a href="/">All figures</a> / {(
                dataset is null ? "" : $"<a href=\"/{dataset.Name}/\">{Html.Text(dataset.Title)}</a> / "
            )}One figure</nav>
            {notice}<div class="open"><h1 class="quiet">{Html.Text(heading)}</h1></div>
            <section class="part" aria-labelledby="h-history"><h2 id="h-history">Its history</h2><div>{(
                held.Count == 0
                    ? "<p>No release that can be read holds a value of it.</p>"
                    : $"<p>It stays findable as it was published then.</p><ul>{string.Concat(held)}</ul>"
            )}
            <p class="small">Its key: <code>{Html.Text(
                key
            )}</code>. <a href="/revisions/">All revisions, corrections and withdrawals</a>.</p></div></section>

            """,
            StatusCodes.Status410Gone
        );
    }

    /// <summary>
    /// A release whose content was taken away: what it was, by whom it was taken away and why, and the digest of every file it held.
    /// </summary>
    public static PageContent Tombstone(PublicSite site, Release release, bool isOfItsPages = false)
    {
        string[] columns = ["File it held", "#Bytes", "SHA-256"];
        var purge = release.Purge!;
        var files = release.Manifest.Files.Select(file =>
            Html.Row(
                columns,
                Html.Text(file.Path),
                file.Bytes.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture),
                $"<code>{file.Sha256}</code>"
            )
        );
        var heading = $"Release of {ReleaseWords.Name(site, release)}: its content was taken away";
        var kept = $"<a href=\"/v1/releases/{release.Id}.json\">What is kept of it, for programs</a>";
        return new(
            $"{heading} - {site.Publication.About.Title}",
            $"{heading}. Why, when, and what it held.",
            "releases",
            $"""
            {ReleasePage.Crumb}
            <div class="notice"><p><strong>The figures of this release can no longer be read here.</strong> {Html.Text(
                purge.Reason
            )}</p><p>Taken away on {Html.Time(ZonedTime.In(purge.At, site.Publication.About.TimeZone))}, by the {Html.Text(
                purge.By
            )} and the {Html.Text(purge.ApprovedBy)} together.</p></div>
            <div class="open"><h1 class="quiet">{Html.Text(heading)}</h1><p class="lede">It was published on {Html.Time(
                ReleaseWords.At(site, release)
            )} as “{Html.Text(
                release.Manifest.About.Title
            )}”. That it was published stays on record; what it said does not.</p>{ReleasePage.Turning(site, release)}</div>
            <section class="part" aria-labelledby="h-held"><h2 id="h-held">What it held</h2><div>{Html.Table(
                "t-held",
                "Files, by the SHA-256 of their content",
                columns,
                files
            )}
            <p class="small">SHA-256 of its manifest: <code>{release.Digest}</code>. {kept}.</p></div></section>

            """,
            isOfItsPages ? StatusCodes.Status410Gone : StatusCodes.Status200OK
        );
    }

    /// <summary>A release whose files are not as they were sealed: nothing of it is shown.</summary>
    public static PageContent Broken(PublicSite site, Release release) =>
        new(
            $"Release of {ReleaseWords.Name(site, release)} - {site.Publication.About.Title}",
            "This release cannot be shown at present.",
            "releases",
            $"""
            {ReleasePage.Crumb}
            <div class="open"><h1 class="quiet">The release of {ReleaseWords.Name(
                site,
                release
            )} cannot be shown at present</h1><p class="lede">{NotAsSealed}</p></div>

            """,
            StatusCodes.Status503ServiceUnavailable
        );

    /// <summary>Withdrawn figures as a list.</summary>
    /// <param name="withReason">Each with its release and reason; not where one sentence above says both.</param>
    public static string ListOf(PublicSite site, IReadOnlyList<Withdrawal> withdrawals, bool withReason) =>
        $"<ul>{string.Concat(withdrawals.Select(withdrawal => ListItem(site, withdrawal, withReason)))}</ul>";

    private static string ListItem(PublicSite site, Withdrawal withdrawal, bool withReason)
    {
        var reason = withReason
            ? $". Withdrawn by the release of {ReleaseWords.Link(site, withdrawal.Release)}: {Html.Text(withdrawal.Reason)}"
            : "";
        return $"<li>{Figure(site, withdrawal.Key)}{reason}</li>";
    }

    /// <summary>A figure of that key, linked to its page.</summary>
    public static string Figure(PublicSite site, string key) =>
        $"<a href=\"{site.FigureAddress(key)}\">{Html.Text(ReleaseWords.Figure(site.Publication, key))}</a>";
}
