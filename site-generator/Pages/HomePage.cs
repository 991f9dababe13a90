using System.Globalization;
using System.Text;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Home: the headline figures, what is held, and how to trust it.</summary>
internal static class HomePage
{
    public static PageContent Make(PublicSite site)
    {
        var publication = site.Publication;
        var headlines = Headlines.OfHome(publication).Where(HasValue).ToList();
        var body = new StringBuilder();
        body.Append(CultureInfo.InvariantCulture, $"<div class=\"open\"><h1 class=\"quiet\">{Html.Text(publication.Subtitle)}</h1><p class=\"lede\">{Html.Text(publication.Summary)}</p></div>\n");
        body.Append("<section class=\"part\" aria-labelledby=\"h-fig\"><h2 id=\"h-fig\">The headline figures</h2><ul class=\"said\">\n");
        for (var i = 0; i < headlines.Count; i++)
        {
            body.Append(CultureInfo.InvariantCulture, $"<li{(i == 0 ? " class=\"lead\"" : "")}>{Say(site, headlines[i])}{(i == 0 ? Years(headlines[i]) : "")}<p class=\"small\">{Html.Text(headlines[i].Headline.Note)} <a href=\"/{headlines[i].Dataset.Name}/\">{Html.Text(headlines[i].Dataset.Title)}</a></p></li>\n");
        }

        body.Append("</ul></section>\n<section class=\"part\" aria-labelledby=\"h-data\"><h2 id=\"h-data\">The datasets</h2><div class=\"scroll\" role=\"region\" aria-labelledby=\"t-data\" tabindex=\"0\"><table class=\"words\"><caption id=\"t-data\">What is held, and how exact it is</caption><thead><tr><th scope=\"col\">Dataset</th><th scope=\"col\">Covers</th><th scope=\"col\">Counted by</th><th scope=\"col\">How exact</th></tr></thead><tbody>\n");
        foreach (var dataset in publication.Datasets)
        {
            var periods = dataset.Figures.Periods;
            var covers = Period.Interval(Period.Of(Frequency.Month, periods[0].First), Period.Of(Frequency.Month, periods.Max(each => each.Last)));
            body.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\"><a href=\"/{dataset.Name}/\">{Html.Text(dataset.Title)}</a></th><td data-is=\"Covers\">{covers.Label}</td><td data-is=\"Counted by\">{Html.Text(dataset.About.Publisher)}</td><td data-is=\"How exact\">{Html.Text(dataset.About.Exactness)}</td></tr>\n");
        }

        body.Append("</tbody></table></div></section>\n");
        if (publication.Pages.FirstOrDefault(each => each.Name == "home") is { } page)
        {
            body.Append(CultureInfo.InvariantCulture, $"<section class=\"part\" aria-labelledby=\"h-trust\"><h2 id=\"h-trust\">{Html.Text(page.Title)}</h2><div class=\"prose\">{ProseHtml.Render(site, page.Markdown).Replace("<h2", "<h3", StringComparison.Ordinal).Replace("</h2>", "</h3>", StringComparison.Ordinal)}</div></section>\n");
        }

        return new($"{publication.Title}: {char.ToLowerInvariant(publication.Subtitle[0])}{publication.Subtitle[1..]}", $"{(headlines.Count > 0 ? headlines[0].Sentence : "")} Official figures, as published.", "", body.ToString());
    }

    /// <summary>Whether a headline's figure is there to be said: one that was withdrawn is not.</summary>
    public static bool HasValue(HeadlineFigure headline) => headline.Figure.Figure.Value is not null;

    /// <summary>A headline sentence, linked to its figure's own page.</summary>
    public static string Say(PublicSite site, HeadlineFigure headline) =>
        $"<p class=\"say\"><a href=\"{site.FigureAddress(headline.Figure.Figure.Key)}\">{Html.Text(headline.Sentence)}</a></p>";

    private static string Years(HeadlineFigure headline)
    {
        var figure = headline.Figure.Figure;
        if (figure.Period.Frequency != Frequency.Year || headline.Dataset.About.Frequency is null)
        {
            return "";
        }

        var series = ColumnData.Of(headline.Dataset, headline.Headline.Measure, headline.Headline.Codes, Frequency.Year)
            .Where(each => each.Value is not null && each.Words.Covers is null && each.Period <= figure.Period).ToList();
        return series.Count == 0 ? "" : Sparkline.Columns([.. series.Select(each => (double)each.Value!.Value)], series[0].Period.Label, series[^1].Period.Label);
    }
}
