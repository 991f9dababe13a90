using System.Globalization;
using System.Text;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Home: the headline figures, what is held, and how to trust it.</summary>
internal static class HomePage
{
    private static readonly string[] DatasetColumns = ["Dataset", "Covers", "Counted by", "How exact"];

    public static PageContent Make(PublicSite site)
    {
        var publication = site.Publication;
        var headlines = HeadlineQuery.OfHome(publication);
        var page = publication.Pages.FirstOrDefault(page => page.Name == "home");
        var body = new StringBuilder(Notices.OfPage(site, [.. Shown(site, headlines, page)], [.. Files(headlines)]));
        body.Append(
            CultureInfo.InvariantCulture,
            $"""
            <div class="open"><h1 class="quiet">{Html.Text(publication.About.Subtitle)}</h1>
            <p class="lede">{Html.Text(publication.About.Summary)}</p></div>
            <section class="part" aria-labelledby="h-fig"><h2 id="h-fig">The headline figures</h2><ul class="said">
            {string.Concat(headlines.Select((headline, i) => Item(site, headline, isFirst: i == 0)))}</ul></section>
            <section class="part" aria-labelledby="h-data"><h2 id="h-data">The datasets</h2>{Datasets(publication)}</section>

            """
        );
        if (page is not null)
        {
            body.Append(
                CultureInfo.InvariantCulture,
                $"""
                <section class="part" aria-labelledby="h-trust"><h2 id="h-trust">{Html.Text(page.Title)}</h2>
                <div class="prose">{ProseHtml.RenderPart(site, page.Markdown, "home")}</div></section>

                """
            );
        }

        var first = headlines.FirstOrDefault(HeadlineItem.HasValue)?.Sentence;
        return new(
            $"{publication.About.Title}: {char.ToLowerInvariant(publication.About.Subtitle[0])}{publication.About.Subtitle[1..]}",
            $"{first} Official figures, as published.".TrimStart(),
            "",
            body.ToString()
        );
    }

    private static string Item(PublicSite site, HeadlineFigure headline, bool isFirst)
    {
        var dataset = headline.Dataset;
        var years = isFirst ? Sparkline(headline) : "";
        return $"<li{(isFirst ? " class=\"lead\"" : "")}>{HeadlineItem.Of(site, headline)}{years}"
            + $"<p class=\"small\">{Html.Text(headline.Headline.Note)} "
            + $"<a href=\"/{dataset.Name}/\">{Html.Text(dataset.Title)}</a></p></li>\n";
    }

    private static Markup Datasets(Publication publication) =>
        Html.Table("t-data", "What each dataset covers, and how exact it is", DatasetColumns, publication.Datasets.Select(Row));

    private static string Row(Dataset dataset) =>
        Html.Row(
            DatasetColumns,
            $"<a href=\"/{dataset.Name}/\">{Html.Text(dataset.Title)}</a>",
            Covers(dataset),
            Html.Text(dataset.About.Text.Publisher),
            Html.Text(dataset.About.Text.Exactness)
        );

    private static string Covers(Dataset dataset)
    {
        if (Coverage.Of(dataset) is not { } days)
        {
            return "No figure is available";
        }

        var (from, to) = (Period.Of(Frequency.Month, days.First), Period.Of(Frequency.Month, days.Last));
        return from == to ? from.Label : Period.Interval(from, to).Label;
    }

    // Every figure that a reader of the page sees.
    private static IEnumerable<(Dataset Dataset, FigureRow Figure)> Shown(
        PublicSite site,
        IReadOnlyList<HeadlineFigure> headlines,
        Page? page
    )
    {
        foreach (var headline in headlines)
        {
            yield return (headline.Dataset, headline.Figure.Figure);
        }

        foreach (var year in headlines.Take(1).SelectMany(Years))
        {
            yield return (headlines[0].Dataset, year);
        }

        foreach (var quoted in Notices.Quoted(site, page?.Markdown ?? ""))
        {
            yield return quoted;
        }
    }

    // Every file that words of the page come from: the sentence of a headline stands in the descriptor of its dataset.
    private static IEnumerable<string> Files(IReadOnlyList<HeadlineFigure> headlines) =>
        headlines
            .Select(headline => $"datasets/{headline.Dataset.Name}/datapackage.json")
            .Distinct(StringComparer.Ordinal)
            .Concat(["pages/home.md", "publication.json"]);

    private static string Sparkline(HeadlineFigure headline)
    {
        var years = Years(headline).ToList();
        return years.Count == 0
            ? ""
            : PublicStats.SiteGenerator.Charts.Sparkline.Columns(
                [.. years.Select(year => (double)year.Value!.Value)],
                years[0].Period.Label,
                years[^1].Period.Label
            );
    }

    private static IEnumerable<FigureRow> Years(HeadlineFigure headline)
    {
        var figure = headline.Figure.Figure;
        return figure.Period.Frequency != Frequency.Year || headline.Dataset.About.Structure.Frequency is null || figure.Value is null
            ? []
            : ChartQuery
                .Of(headline.Dataset, headline.Headline.Measure, headline.Headline.Codes, Frequency.Year)
                .Where(year => year.Value is not null && year.Attributes.Covers is null && year.Period <= figure.Period);
    }
}
