using PublicStats.Api.Catalogue;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A dataset: the sentence to quote, the charts with their tables, downloads, and what is counted.</summary>
internal static class DatasetPage
{
    public static PageContent Make(PublicSite site, Dataset dataset)
    {
        var about = dataset.About;
        var headlines = HeadlineQuery.Of(site.Publication, dataset);
        var lead = headlines.FirstOrDefault(HeadlineItem.HasValue);
        var heading = lead?.Sentence.TrimEnd('.') ?? dataset.Title;
        var model = new Model(
            dataset.Title,
            heading,
            Notices.OfDataset(site, dataset),
            about.Text,
            about.Structure.Illustrative,
            ReleaseOf(site),
            HeadlinesOf(site, headlines),
            [.. site.Charts(dataset).Select(chart => ChartPart.Of(site, chart))],
            DatasetDownloads.Of(site, dataset),
            DatasetChanges.Of(site, dataset),
            about.Caveats,
            dataset.Measures,
            ProseHtml.RenderPart(site, dataset.Notes, "notes"),
            [.. DatasetSources.Of(dataset).Select(ChartTables.FullSource)],
            lead is null ? null : QuoteBox.Of(site, lead.Figure, lead.Sentence)
        );
        return new(
            $"{heading} - {site.Publication.About.Title}",
            about.Text.Description,
            dataset.Name,
            site.Render("Pages/Dataset/dataset.html", model)
        );
    }

    private static ShownRelease ReleaseOf(PublicSite site)
    {
        var state = (site.View.IsFrozen, site.View.IsLatest) switch
        {
            (true, _) => "As published then",
            (_, true) => "Latest release",
            _ => "Not the latest",
        };
        return new(state, site.View.IsFrozen || !site.View.IsLatest, Html.Day(site.Release.PublishedAt), Next(site));
    }

    private static string? Next(PublicSite site) =>
        site.Release.Coming is [var next, ..]
            ? $"Next release{(site.View.IsFrozen ? ", as announced then" : "")}: {Html.Day(next.At)}"
                + (next.IsConfirmed ? "" : " (provisional)")
            : null;

    // The heading of the page is the first headline. It is not repeated, unless it has no value and so is not the heading.
    private static List<Item>? HeadlinesOf(PublicSite site, IReadOnlyList<HeadlineFigure> headlines) =>
        headlines.Count > 1 || headlines.Any(headline => !HeadlineItem.HasValue(headline))
            ? [.. headlines.Select(headline => new Item(HeadlineItem.Of(site, headline), headline.Headline.Note))]
            : null;

    /// <param name="Headlines">Null when the heading says all.</param>
    /// <param name="Quote">Null when there is no figure that anybody should quote.</param>
    private sealed record Model(
        string Title,
        string Heading,
        Markup Notices,
        DatasetText Text,
        bool IsIllustrative,
        ShownRelease Release,
        IReadOnlyList<Item>? Headlines,
        IReadOnlyList<Markup> Charts,
        Markup Downloads,
        Markup Changes,
        DatasetCaveats Caveats,
        IReadOnlyList<Measure> Measures,
        Markup Notes,
        IReadOnlyList<Markup> Sources,
        Markup? Quote
    );

    /// <param name="State">How the release relates to the latest, in words.</param>
    /// <param name="Day">When it was published.</param>
    /// <param name="Next">When the next one is, in words; null when none is announced.</param>
    private sealed record ShownRelease(string State, bool IsOld, string Day, string? Next);

    private sealed record Item(Markup Headline, string? Note);
}
