using System.Globalization;
using System.Text;
using PublicStats.Api.Catalogue;
using PublicStats.Api.Corrections;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A dataset: the sentence to quote, the charts with their tables, downloads, and what is counted.</summary>
internal static class DatasetPage
{
    private const string PartLinks =
        "<li><a href=\"#charts\">Charts and tables</a></li><li><a href=\"#download\">Download</a></li>"
        + "<li><a href=\"#counted\">What is counted</a></li><li><a href=\"#changed\">What changed</a></li>";

    public static PageContent Make(PublicSite site, Dataset dataset)
    {
        var headlines = HeadlineQuery.Of(site.Publication, dataset);
        var lead = headlines.FirstOrDefault(HeadlineItem.HasValue);
        var heading = lead?.Sentence.TrimEnd('.') ?? dataset.Title;
        var body = new StringBuilder(
            $"<nav class=\"crumb\" aria-label=\"Where you are\"><a href=\"/\">All figures</a> / {Html.Text(dataset.Title)}"
                + $"</nav>\n{Notices.Corrections(site, Notices.Recent(site, CorrectionFinder.Of(site.Release, dataset)))}"
                + $"{Notices.Withdrawals(site, dataset)}<div class=\"open\">\n"
        );
        if (dataset.About.Text.Notice is { } notice)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"<p class=\"notice\"><span class=\"tag ill\">Illustrative</span> {Html.Text(notice)}</p>\n"
            );
        }

        var quoteLink = dataset.About.Structure.Illustrative || lead is null ? "" : "<li><a href=\"#quote\">To quote</a></li>";
        body.Append(
            CultureInfo.InvariantCulture,
            $"""
            <h1>{Html.Text(heading)}</h1>
            <p class="lede">{Html.Text(dataset.About.Text.Description)}</p>
            <ul class="marks"><li>{(
                site.View.IsFrozen ? "<span class=\"tag old\">As published then</span>"
                : site.View.IsLatest ? "<span class=\"tag\">Latest release</span>"
                : "<span class=\"tag old\">Not the latest</span>"
            )}</li><li>Released {Html.Day(site.Release.PublishedAt)}</li>{Next(site)}<li>{Html.Text(
                dataset.About.Text.Exactness
            )}</li><li>{Html.Text(dataset.About.Text.Updates)}</li></ul>
            <nav class="jump" aria-label="On this page"><ul>{PartLinks}{quoteLink}</ul></nav>
            </div>

            """
        );
        // The page's heading says the first headline already, unless it has no value.
        if (headlines.Count > 1 || headlines.Any(headline => !HeadlineItem.HasValue(headline)))
        {
            var items = string.Concat(
                headlines.Select(headline =>
                    $"<li>{HeadlineItem.Of(site, headline)}<p class=\"small\">{Html.Text(headline.Headline.Note)}</p></li>"
                )
            );
            body.Append(
                CultureInfo.InvariantCulture,
                $"""
                <section class="part" aria-labelledby="h-heads"><h2 id="h-heads">Headline figures</h2>
                <ul class="said">{items}</ul></section>

                """
            );
        }

        var charts = dataset.About.Presentation.Charts.Select(chart => ChartPart.Of(site, dataset, chart));
        body.Append(
            CultureInfo.InvariantCulture,
            $"<section class=\"part\" aria-labelledby=\"charts\"><h2 id=\"charts\">Charts and tables</h2><div"
                + $"{(dataset.About.Structure.Illustrative ? " class=\"illus\"" : "")}>"
                + $"{string.Concat(charts)}</div></section>\n"
        );
        body.Append(DatasetDownloads.Of(site, dataset)).Append(DatasetChanges.Of(site, dataset)).Append(Counted(site, dataset));
        if (lead is not null)
        {
            body.Append(QuoteBox.Of(site, lead.Figure, lead.Sentence));
        }

        return new($"{heading} - {site.Publication.About.Title}", dataset.About.Text.Description, dataset.Name, body.ToString());
    }

    private static string Next(PublicSite site) =>
        site.Release.Coming is [var next, ..]
            ? $"<li>Next release{(site.View.IsFrozen ? ", as announced then" : "")}: {Html.Day(next.At)}"
                + $"{(next.IsConfirmed ? "" : " (provisional)")}</li>"
            : "";

    private static string Counted(PublicSite site, Dataset dataset)
    {
        var caveats = dataset.About.Caveats;
        var terms = string.Concat(
            dataset.Measures.Select(measure => $"<dt>{Html.Text(measure.Label)}</dt><dd>{Html.Text(measure.Definition)}</dd>")
        );
        var definitions = $"<dl class=\"meta\">{terms}</dl>";
        var sources = string.Concat(DatasetSources.Of(dataset).Select(source => $"<li>{ChartTables.FullSource(source)}</li>"));
        return $"""
            <section class="part" aria-labelledby="counted"><h2 id="counted">What is counted</h2><div class="cols">
            <div><h3>Counted</h3>{Html.List(caveats.Counted)}</div><div><h3>Not counted</h3>{Html.List(caveats.NotCounted)}</div>
            <div><h3>Breaks</h3><p>{Html.Text(caveats.Breaks)}</p></div><div><h3>Rounding</h3><p>{Html.Text(caveats.Rounding)}</p></div>
            <div><h3>People in the figures</h3><p>{Html.Text(caveats.Disclosure)}</p></div></div></section>
            <section class="part" aria-labelledby="definitions"><h2 id="definitions">Definitions</h2>{definitions}</section>
            <section class="part" aria-labelledby="notes"><h2 id="notes">Notes</h2><div class="prose">{ProseHtml.RenderPart(
                site,
                dataset.Notes,
                "notes"
            )}</div></section>
            <section class="part" aria-labelledby="sources"><h2 id="sources">Sources</h2><ul>{sources}</ul></section>

            """;
    }
}
