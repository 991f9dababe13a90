using System.Globalization;
using System.Text;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The table under a chart: every value in it.</summary>
internal static class ChartTables
{
    private const int MostLinked = 40;

    /// <summary>The table of a series: every figure that has a mark, and the comparison beside the last.</summary>
    public static Markup Series(PublicSite site, DatasetChart chart)
    {
        var (dataset, figures) = (chart.Dataset, chart.Figures);
        var html = Begin(chart, chart.Subject + (dataset.About.Structure.Illustrative ? ". ILLUSTRATIVE" : ""));
        var by = figures.Panel >= 0 ? $"<th scope=\"col\">{Html.Text(dataset.Dimensions[figures.Panel].Label)}</th>" : "";
        var measure = Html.Text(ChartCaption.MeasureLabel(chart));
        html.Append(CultureInfo.InvariantCulture, $"<thead><tr><th scope=\"col\">Period</th>{by}");
        html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\" class=\"n\">{measure}</th>");
        html.Append("<th scope=\"col\">Status</th></tr></thead><tbody>\n");
        var isLinked = figures.Shown.Count <= MostLinked && !dataset.About.Structure.Illustrative;
        foreach (var figure in figures.Shown)
        {
            var covers = figure.Attributes.Covers is { } part ? $" ({part.Label})" : "";
            var code = figures.Panel >= 0 ? $"<td>{Html.Text(figure.Code(figures.Panel).Label)}</td>" : "";
            Row(html, site, figure, Html.Capital(figure.Period.Label) + covers, code, isLinked);
        }

        List<FigureRow> rows = [.. figures.Shown];
        if (figures is { Part: { } last, Before: { } before })
        {
            Row(html, site, before, $"{Html.Capital(ChartCaption.SameDate(last, before))} ({before.Period.Label})", "", isLinked);
            rows.Add(before);
        }

        return new(html.Append("</tbody></table></div>").Append(Key(rows)).ToString());
    }

    /// <summary>The table of statements: the figure, the publisher's words, and who said them when.</summary>
    public static Markup Statements(PublicSite site, DatasetChart chart)
    {
        var (dataset, figures) = (chart.Dataset, chart.Figures);
        var html = Begin(chart, $"The publishers’ own words: {chart.Subject}", "words");
        html.Append("<thead><tr><th scope=\"col\">Period</th><th scope=\"col\">Figure</th>")
            .Append("<th scope=\"col\">The words</th><th scope=\"col\">Who, when</th></tr></thead><tbody>\n");
        foreach (var figure in figures.Shown)
        {
            var status = Codes(figure.Status) is { Length: > 0 } codes && figure.Value is not null ? " " + codes : "";
            var unit = FigureSentence.Unit(figure) is { Length: > 0 } words && figure.Value is not null ? " " + Html.Text(words) : "";
            var link = $"<a class=\"fig\" href=\"{site.FigureAddress(figure.Key)}\">{Html.Text(figure.Text)}</a>";
            var source = ShortSource(dataset.Source(figure.Attributes.Source ?? dataset.About.Structure.Source));
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{Html.Capital(figure.PeriodLabel)}</th>");
            html.Append(CultureInfo.InvariantCulture, $"<td data-is=\"Figure\">{link}{unit}{status}</td>");
            html.Append(
                CultureInfo.InvariantCulture,
                $"<td data-is=\"The words\">“{Html.Text(figure.Attributes.Quote)}”{Links(site, figure)}</td>"
            );
            html.Append(CultureInfo.InvariantCulture, $"<td data-is=\"Who, when\">{source}</td></tr>\n");
        }

        return new(html.Append("</tbody></table></div>").Append(Key(figures.Shown)).ToString());
    }

    /// <summary>A source with its title and its note. A note says itself that the source is a secondary copy.</summary>
    public static Markup FullSource(Source source) =>
        new($"{Html.Text(source.Title)}. {PublisherAndDate(source)}. {Html.Text(source.Note)}");

    // For a narrow cell, where the note has no room.
    private static string ShortSource(Source source) =>
        PublisherAndDate(source) + (source.Note?.StartsWith("Secondary copy", StringComparison.Ordinal) == true ? " (secondary copy)" : "");

    // Linked where the source has an address.
    private static string PublisherAndDate(Source source)
    {
        var name = $"{source.Publisher}, {source.Published.Label}";
        return source.Address is { } address ? Html.Link(address, name) : Html.Text(name);
    }

    /// <summary>What a figure restates, and what it conflicts with.</summary>
    public static Markup Links(PublicSite site, FigureRow figure)
    {
        var conflicts = figure.Attributes.Conflicts;
        var others = conflicts.Select(
            (key, i) => $" {Html.Link(site.FigureAddress(key), "Another body’s figure" + (conflicts.Count > 1 ? $" {i + 1}" : ""))}."
        );
        var restated = figure.Attributes.Restates is { } key ? $" {Html.Link(site.FigureAddress(key), "Restates an earlier figure")}." : "";
        return new(restated + string.Concat(others));
    }

    private static void Row(StringBuilder html, PublicSite site, FigureRow figure, string name, string code, bool isLinked)
    {
        var text = Html.Text(figure.PlainText);
        var value = isLinked ? Html.Link(site.FigureAddress(figure.Key), new Markup(text), "fig") : text;
        html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{name}</th>{code}");
        html.Append(CultureInfo.InvariantCulture, $"<td class=\"n\">{value}</td><td>{Codes(figure.Status)}</td></tr>\n");
    }

    private static StringBuilder Begin(DatasetChart chart, string caption, string css = "") =>
        new StringBuilder()
            .Append("<div class=\"scroll\" role=\"region\" ")
            .Append(CultureInfo.InvariantCulture, $"aria-labelledby=\"t-{chart.About.Id}\" tabindex=\"0\"><table class=\"{css}\">")
            .Append(CultureInfo.InvariantCulture, $"<caption id=\"t-{chart.About.Id}\">{Html.Text(caption)}</caption>");

    private static string Codes(FigureStatus status) => string.Join(' ', status.Codes().Select(code => $"[{code}]"));

    private static string Key(IEnumerable<FigureRow> figures)
    {
        var met = figures.Select(figure => figure.Status).Aggregate(FigureStatus.None, (all, status) => all | status).Codes();
        var meanings = string.Join(' ', met.Select(code => $"[{code}] {FigureStatuses.Meaning(code)}."));
        return met.Count == 0 ? "" : $"<p class=\"small\">{meanings}</p>";
    }
}
