using System.Globalization;
using System.Text;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>
/// Revisions and corrections: what we got wrong, what was withdrawn, and every figure that is not what it was when first published.
/// </summary>
internal static class RevisionsPage
{
    private const int Most = 500;

    private const string Lede =
        "A revision is a figure that its publisher changed. A correction is a mistake of ours. "
        + "Both are kept here, with what was published first, what stands now, and why.";

    private const string PartLinks = "<li><a href=\"#corrections\">Corrections</a></li><li><a href=\"#withdrawn\">Withdrawn</a></li>";

    public static PageContent Make(PublicSite site)
    {
        var all = site.Publication.Datasets.ToLookup(dataset => site.Revisions(dataset).Count > 0);
        var manifest = site.Manifest;
        var body = new StringBuilder();
        body.Append(
            CultureInfo.InvariantCulture,
            $"""
            <div class="open"><h1 class="quiet">Revisions and corrections</h1><p class="lede">{Lede}</p>
            <ul class="marks"><li>{Html.Count(manifest.Corrections.Count, "correction")}</li><li>{Html.Count(
                manifest.Withdrawals.Count,
                "figure"
            )} withdrawn</li><li>{Html.Count(all[true].Sum(dataset => site.Revisions(dataset).Count), "figure")} revised</li></ul>
            <nav class="jump" aria-label="On this page"><ul>{PartLinks}{string.Concat(
                all[true].Select(dataset =>
                    $"<li><a href=\"#{dataset.Name}\">{Html.Text(dataset.Title)} ({site.Revisions(dataset).Count:#,##0})</a></li>"
                )
            )}</ul></nav></div>
            <section class="part" aria-labelledby="corrections"><h2 id="corrections">Corrections</h2><div>{(
                manifest.Corrections.Count == 0
                    ? "<p>No mistake of ours has been corrected so far.</p>"
                    : string.Concat(manifest.Corrections.Reverse().Select(correction => Correction(site, correction)))
            )}</div></section>
            <section class="part" aria-labelledby="withdrawn"><h2 id="withdrawn">Withdrawn figures</h2><div>{(
                manifest.Withdrawals.Count == 0
                    ? "<p>No figure is withdrawn.</p>"
                    : GonePages.ListOf(site, manifest.Withdrawals, withReason: true)
            )}</div></section>

            """
        );
        foreach (var dataset in all[true])
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<section class=\"part\" aria-labelledby=\"{dataset.Name}\"><h2 id=\"{dataset.Name}\">"
                    + $"{Html.Text(dataset.Title)}</h2><div>{Revised(site, dataset)}</div></section>\n"
            );
        }

        if (all[false].Any())
        {
            var neverRevised = string.Concat(
                all[false].Select(dataset => $"<li id=\"{dataset.Name}\"><a href=\"/{dataset.Name}/\">{Html.Text(dataset.Title)}</a></li>")
            );
            body.Append(
                CultureInfo.InvariantCulture,
                $"<section class=\"part\" aria-labelledby=\"none\"><h2 id=\"none\">Never revised</h2><div>"
                    + $"<p>No figure of these has been revised since it was first published here.</p>"
                    + $"<ul>{neverRevised}</ul></div></section>\n"
            );
        }

        return new(
            $"Revisions and corrections - {site.Publication.About.Title}",
            "Every correction, every withdrawn figure, and every figure that was revised since it was first published.",
            "revisions",
            body.ToString()
        );
    }

    private static string Revised(PublicSite site, Dataset dataset)
    {
        var revised = site.Revisions(dataset);
        var caption =
            revised.Count <= Most
                ? $"{Html.Count(revised.Count, "figure")} revised: first published, and now"
                : $"The latest {Most} of {revised.Count:#,##0} revised figures";
        return ChangeTables.Revisions(site, dataset, [.. revised.Reverse().Take(Most)], $"t-{dataset.Name}", caption)
            + $"<p class=\"small\">A figure that came back to its first value was revised too. <a href=\"/v1/datasets/"
            + $"{dataset.Name}/revisions.json\">The revisions of {Html.Text(dataset.Title)} as JSON</a>.</p>";
    }

    private static string Correction(PublicSite site, Correction correction) =>
        $"""
            <article class="correction"><h3>{Html.Text(correction.Wrong)}</h3>
            <dl class="meta"><dt>Corrected</dt><dd>in the release of {ReleaseWords.Link(
                site,
                correction.Release
            )}</dd><dt>Why</dt><dd>{Html.Text(correction.Why)}</dd><dt>Who is affected</dt><dd>{Html.Text(correction.Affected)}</dd>
            {Words(site, correction)}{Figures(site, correction)}</dl></article>

            """;

    private static string Words(PublicSite site, Correction correction) =>
        correction.Words is { } words
            ? $"<dt>Pages</dt><dd><ul>{string.Concat(words.Select(path => $"<li>{Place(site, path)}</li>"))}</ul></dd>"
            : "";

    // The page where readers find what a file says.
    private static string Place(PublicSite site, string path)
    {
        var name = path.Split('/') is [_, var second, ..] ? Path.GetFileNameWithoutExtension(second) : "";
        if (site.Publication.Find(name) is { } dataset)
        {
            return $"<a href=\"/{dataset.Name}/\">{Html.Text(dataset.Title)}</a>";
        }

        var page = site.Publication.Pages.FirstOrDefault(page => page.Name == name);
        return path switch
        {
            "pages/home.md" or "publication.json" => "<a href=\"/\">All figures</a>",
            "calendar.csv" => "<a href=\"/releases/\">Releases</a>",
            _ when page is not null => $"<a href=\"/{page.Name}/\">{Html.Text(page.Title)}</a>",
            _ => Html.Text(path),
        };
    }

    private static string Figures(PublicSite site, Correction correction)
    {
        if (correction.Keys.Count == 0)
        {
            return "";
        }

        var figures = string.Concat(correction.Keys.Take(20).Select(key => $"<li>{GonePages.Figure(site, key)}</li>"));
        var all = correction.Keys.Count > 20 ? $"All {correction.Keys.Count:#,##0}, with what each was and is" : "What each was, and is";
        return $"<dt>Figures</dt><dd><ul>{figures}</ul><a href=\"/releases/{correction.Release}/#changes\">{all}</a></dd>";
    }
}
