using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Charts;
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
        var about = publication.About;
        var first = headlines.FirstOrDefault(HeadlineItem.HasValue)?.Sentence;
        return new(
            $"{about.Title}: {char.ToLowerInvariant(about.Subtitle[0])}{about.Subtitle[1..]}",
            $"{first} Official figures, as published.".TrimStart(),
            "",
            site.Render(
                "Pages/Home/home.html",
                new Model(
                    Notices.OfPage(site, [.. Shown(site, headlines, page)], [.. Files(headlines)]),
                    about.Subtitle,
                    about.Summary,
                    [.. headlines.Select(headline => ItemOf(site, headline))],
                    headlines.Count == 0 ? null : YearsOf(headlines[0]),
                    Datasets(site),
                    page is null ? null : new(page.Title, ProseHtml.RenderPart(site, page.Markdown, "home"))
                )
            )
        );
    }

    private static Item ItemOf(PublicSite site, HeadlineFigure headline) =>
        new(HeadlineItem.Of(site, headline), headline.Headline.Note, site.PageAddress(headline.Dataset.Name), headline.Dataset.Title);

    private static Markup Datasets(PublicSite site) =>
        Html.Table(
            "t-data",
            "What each dataset covers, and how exact it is",
            DatasetColumns,
            site.Publication.Datasets.Select(dataset => Row(site, dataset))
        );

    private static string Row(PublicSite site, Dataset dataset) =>
        Html.Row(
            DatasetColumns,
            Html.Link(site.PageAddress(dataset.Name), dataset.Title),
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

    // Every file that text of the page comes from. The sentence of a headline is in the descriptor of its dataset.
    private static IEnumerable<string> Files(IReadOnlyList<HeadlineFigure> headlines) =>
        headlines
            .Select(headline => $"datasets/{headline.Dataset.Name}/datapackage.json")
            .Distinct(StringComparer.Ordinal)
            .Concat(["pages/home.md", "publication.json"]);

    // The years up to the headline's, as a small picture; null when its figure is not of a year.
    private static Markup? YearsOf(HeadlineFigure headline)
    {
        var years = Years(headline).ToList();
        return years.Count == 0
            ? null
            : new(Sparkline.Columns([.. years.Select(year => (double)year.Value!.Value)], years[0].Period.Label, years[^1].Period.Label));
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

    /// <param name="Sparkline">Beside the first headline.</param>
    /// <param name="Trust">The commentary of the home page; null when it has none.</param>
    private sealed record Model(
        Markup Notices,
        string Subtitle,
        string Summary,
        IReadOnlyList<Item> Headlines,
        Markup? Sparkline,
        Markup Datasets,
        Commentary? Trust
    );

    /// <param name="Address">Of the dataset's page.</param>
    private sealed record Item(Markup Headline, string? Note, string Address, string Dataset);

    private sealed record Commentary(string Title, Markup Prose);
}
