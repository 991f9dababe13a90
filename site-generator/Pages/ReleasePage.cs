using System.Globalization;
using System.Text;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A release: what it said, what it changed, what it holds. The entrance to everything as it was published then.</summary>
internal static class ReleasePage
{
    public static PageContent Make(PublicSite site, Release release) =>
        release.Purge is not null ? GonePages.Tombstone(site, release)
        : site.View.Open(release) is { } opened ? Make(site, opened)
        : GonePages.Broken(site, release);

    private static PageContent Make(PublicSite site, SealedRelease release)
    {
        var manifest = release.Manifest;
        var heading = $"Release of {ReleaseWords.Name(site, release.Release)}: {Lower(ReleaseWords.Changed(site, release))}";
        var body = new StringBuilder(Crumb).Append('\n');
        body.Append(Notices.Corrections(site, manifest.Corrections.Where(correction => correction.Release == manifest.Id)));
        var withdrawn = manifest.Withdrawals.Where(withdrawal => withdrawal.Release == manifest.Id).ToList();
        if (withdrawn.Count > 0)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"notice\"><p><strong>{Html.Count(withdrawn.Count, "figure")} withdrawn.</strong> "
                    + $"{Html.Text(withdrawn[0].Reason)}</p>{GonePages.ListOf(site, withdrawn, withReason: false)}</div>\n"
            );
        }

        body.Append(
            CultureInfo.InvariantCulture,
            $"<div class=\"open\"><h1>{Html.Text(heading)}</h1><p class=\"lede\">{Html.Text(manifest.About.Title)}. "
                + $"{Html.Text(manifest.About.Reason)}</p>\n{Marks(site, release)}{Turning(site, release.Release)}</div>\n"
        );
        body.Append(Headlined(site, release))
            .Append(ReleaseChangesPart.Of(site, release))
            .Append(ReleaseContents.Of(release))
            .Append(Kept(site, release));
        return new(
            $"{heading} - {site.Publication.About.Title}",
            $"What changed in the release of {ReleaseWords.Name(site, release.Release)}, figure by figure.",
            "releases",
            body.ToString()
        );
    }

    internal const string Crumb =
        "<nav class=\"crumb\" aria-label=\"Where you are\"><a href=\"/\">All figures</a> / <a href=\"/releases/\">Releases</a>"
        + " / One release</nav>";

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Marks(PublicSite site, SealedRelease release) =>
        $"<ul class=\"marks\"><li><span class=\"tag"
        + $"{(release.Release.Id == site.View.Latest.Id ? "\">Latest release" : " old\">Not the latest")}</span></li><li>"
        + $"{ReleaseWords.Kind(release.Release)}</li>"
        + $"<li>Published {Html.Time(release.PublishedAt)} ({Html.Text(release.Publication.About.TimeZone)})</li>"
        + $"{(release.Manifest.Seal.IsBackfill ? "<li><a href=\"#kept\">Backfilled: sealed later</a></li>" : "")}</ul>";

    /// <summary>The releases before and after.</summary>
    internal static string Turning(PublicSite site, Release release)
    {
        var all = site.View.Published.ToList();
        var at = all.FindIndex(otherRelease => otherRelease.Id == release.Id);
        return "<nav class=\"jump\" aria-label=\"Releases before and after\"><ul>"
            + (
                at > 0
                    ? $"<li><a rel=\"prev\" href=\"/releases/{all[at - 1].Id}/\">Before: {ReleaseWords.Name(site, all[at - 1])}</a></li>"
                    : "<li>There is none before it</li>"
            )
            + (
                at < all.Count - 1
                    ? $"<li><a rel=\"next\" href=\"/releases/{all[at + 1].Id}/\">After: {ReleaseWords.Name(site, all[at + 1])}</a></li>"
                    : ""
            )
            + "<li><a href=\"/releases/\">All releases</a></li></ul></nav>";
    }

    private static string Headlined(PublicSite site, SealedRelease release)
    {
        string[] columns = ["Headline", "Before", "In this release"];
        if (site.View.Before(release.Release) is not { } before)
        {
            return "";
        }

        var old = HeadlineQuery
            .OfHome(before.Publication)
            .ToDictionary(headline => $"{headline.Dataset.Name}/{headline.Headline.Id}", StringComparer.Ordinal);
        var rows = HeadlineQuery
            .OfHome(release.Publication)
            .Where(headline => !headline.Dataset.About.Structure.Illustrative)
            .Select(headline =>
                Html.Row(
                    columns,
                    Html.Text(headline.Headline.Label),
                    old.TryGetValue($"{headline.Dataset.Name}/{headline.Headline.Id}", out var was)
                        ? SentenceOf(site, before, was)
                        : "Not among the headlines",
                    was is not null && SameFigure(was, headline) ? "No change" : $"<strong>{SentenceOf(site, release, headline)}</strong>"
                )
            )
            .ToList();
        var table = Html.Table("t-heads", "The headline figures before this release, and in it", columns, rows);
        return rows.Count == 0
            ? ""
            : $"""
                <section class="part" aria-labelledby="headlines"><h2 id="headlines">What it did to the headlines</h2>
                <div>{table}{CodeKey.Of(table, "there is no such figure")}</div></section>

                """;
    }

    private static bool SameFigure(HeadlineFigure one, HeadlineFigure other) =>
        one.Figure.Figure.Key == other.Figure.Figure.Key && FigureChanges.SameValue(one.Figure.Figure, other.Figure.Figure);

    private static string SentenceOf(PublicSite site, SealedRelease release, HeadlineFigure headline) =>
        $"<a href=\"{site.KeptAddress(release.Manifest.Id, headline.Figure.Figure.Key)}\">"
        + $"{ReleaseWords.Value(headline.Figure.Figure)}</a> <span class=\"nb\">("
        + $"{Html.Text(headline.Figure.Figure.Period.Label)})</span>";

    private const string ManifestNote =
        "The manifest names every file by its SHA-256, and the manifest before it by its own. "
        + "If one byte of any of them changed, these numbers would no longer fit.";

    private static string Kept(PublicSite site, SealedRelease release)
    {
        var manifest = release.Manifest;
        string[] columns = ["File", "#Bytes", "SHA-256"];
        var files = manifest.Files.Select(file =>
            Html.Row(
                columns,
                $"<a href=\"/v1/releases/{manifest.Id}/files/{file.Path}\">{Html.Text(file.Path)}</a>",
                file.Bytes.ToString("#,##0", CultureInfo.InvariantCulture),
                $"<code>{file.Sha256}</code>"
            )
        );
        var sealedAt = ZonedTime.In(manifest.Seal.At, release.Publication.About.TimeZone);
        var backfilled = manifest.Seal.IsBackfill
            ? $"<p><strong>Backfilled.</strong> This release was sealed on {Html.Time(sealedAt)}, after the day it stands for, "
                + $"and holds only what had been published by then: the figures as they stood on {Html.Day(release.PublishedAt)}"
                + $".</p>"
            : "";
        var address = $"/v1/releases/{manifest.Id}";
        var forPrograms =
            $"<a href=\"{address}.json\">This release as JSON</a>, "
            + $"<a href=\"{address}/manifest.json\">its manifest as it was sealed</a>, "
            + $"<a href=\"{address}/changes.json\">what changed, as JSON</a>";
        var previous = site.View.Published.TakeWhile(otherRelease => otherRelease.Id != manifest.Id).LastOrDefault();
        return $"""
            <section class="part" aria-labelledby="kept"><h2 id="kept">How it is kept</h2><div>
            {backfilled}<dl class="meta"><dt>Published</dt><dd>{Html.Time(release.PublishedAt)} ({Html.Text(
                release.Publication.About.TimeZone
            )})</dd>
            <dt>Sealed</dt><dd>{Html.Time(sealedAt)}, by the {Html.Text(manifest.Seal.By)}</dd><dt>Approved</dt><dd>by the {Html.Text(
                release.Release.ApprovedBy
            )}, as it was sealed, byte for byte</dd>
            <dt>SHA-256 of the manifest</dt><dd><code>{release.Release.Digest}</code></dd>
            {(
                previous is null
                    ? ""
                    : $"<dt>Of the one before</dt><dd><code>{previous.Digest}</code> ({ReleaseWords.Link(site, previous)})</dd>"
            )}
            <dt>For programs</dt><dd>{forPrograms}</dd></dl>
            <p>{ManifestNote}</p>
            <details><summary>Every file of this release: {manifest.Files.Count}, with size and SHA-256</summary>{Html.Table(
                "t-files",
                "Files as they were sealed",
                columns,
                files
            )}</details></div></section>

            """;
    }
}
