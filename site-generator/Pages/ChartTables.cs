using System.Globalization;
using System.Text;
using PublicStats.Data.Figures;
using PublicStats.Data.Publications;
using PublicStats.Data.Tables;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The table under a chart: every value in it.</summary>
internal static class ChartTables
{
    public static string Series(PublicSite site, Dataset dataset, Chart chart, IReadOnlyList<FigureRow> figures, int panel)
    {
        var html = Begin(chart, chart.Subtitle.Split(". ")[0].TrimEnd('.') + (dataset.About.Illustrative ? ": ILLUSTRATIVE, invented" : ""));
        var by = panel >= 0 ? $"<th scope=\"col\">{Html.Text(dataset.Dimensions[panel].Label)}</th>" : "";
        html.Append(CultureInfo.InvariantCulture, $"<thead><tr><th scope=\"col\">Period</th>{by}<th scope=\"col\" class=\"n\">{Html.Text(dataset.Measures[dataset.MeasureIndex(chart.Measure)].Label)}</th><th scope=\"col\">Status</th></tr></thead><tbody>\n");
        foreach (var figure in figures)
        {
            var text = FigureText.Of(figure.Value, figure.Bound, figure.Status & ~FigureStatus.Illustrative, figure.Measure);
            var covers = figure.Words.Covers is { } part ? $" ({part.Label})" : "";
            var value = figure.Period.Frequency == chart.Frequency && figures.Count <= 40 && !dataset.About.Illustrative
                ? $"<a class=\"fig\" href=\"{site.FigureAddress(figure.Key)}\">{text}</a>" : text;
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{figure.Period.Label}{covers}</th>{(panel >= 0 ? $"<td>{Html.Text(figure.Code(panel).Label)}</td>" : "")}<td class=\"n\">{value}</td><td>{Codes(figure.Status)}</td></tr>\n");
        }

        return html.Append("</tbody></table></div>").Append(Key(figures)).ToString();
    }

    public static string Statements(PublicSite site, Dataset dataset, Chart chart, IReadOnlyList<FigureRow> figures)
    {
        var html = Begin(chart, $"The publishers’ own words: {chart.Subtitle.Split(". ")[0].TrimEnd('.')}", "words");
        html.Append("<thead><tr><th scope=\"col\">Period</th><th scope=\"col\">Figure</th><th scope=\"col\">The words</th><th scope=\"col\">Who, when</th></tr></thead><tbody>\n");
        foreach (var figure in figures)
        {
            html.Append(CultureInfo.InvariantCulture,
                $"<tr><th scope=\"row\">{figure.PeriodLabel}</th><td data-is=\"Figure\"><a class=\"fig\" " +
                $"href=\"{site.FigureAddress(figure.Key)}\">{Html.Text(figure.Text)}</a>{(figure.Words.Unit is { } unit ? " " + Html.Text(unit) : "")}</td><td data-is=\"The words\">“{Html.Text(figure.Words.Quote)}”{Links(site, figure)}</td><td data-is=\"Who, when\">{Source(dataset.Source(figure.Words.Source ?? dataset.About.Source))}</td></tr>\n");
        }

        return html.Append("</tbody></table></div>").ToString();
    }

    /// <summary>A source, linked where it has an address.</summary>
    public static string Source(Source source)
    {
        var name = $"{source.Publisher}, {source.Published.Label}";
        return (source.Address is { } address ? $"<a href=\"{Html.Text(address)}\">{Html.Text(name)}</a>" : Html.Text(name))
            + (source.Note?.StartsWith("Secondary copy", StringComparison.Ordinal) == true ? " (secondary copy)" : "");
    }

    /// <summary>What a figure restates, and what it conflicts with.</summary>
    public static string Links(PublicSite site, FigureRow figure) => string.Concat(
        figure.Words.Restates is { } restated ? $" <a href=\"{site.FigureAddress(restated)}\">Restates an earlier figure</a>." : "",
        string.Concat(figure.Words.Conflicts.Select((each, i) => $" <a href=\"{site.FigureAddress(each)}\">Another body’s figure{(figure.Words.Conflicts.Count > 1 ? " " + (i + 1) : "")}</a>.")));

    private static StringBuilder Begin(Chart chart, string caption, string css = "") => new StringBuilder()
        .Append(CultureInfo.InvariantCulture, $"<div class=\"scroll\" role=\"region\" aria-labelledby=\"t-{chart.Id}\" tabindex=\"0\"><table class=\"{css}\"><caption id=\"t-{chart.Id}\">{Html.Text(caption)}</caption>");

    private static string Codes(FigureStatus status) => string.Join(' ', status.Codes().Select(each => $"[{each}]"));

    private static string Key(IEnumerable<FigureRow> figures)
    {
        var met = figures.Select(each => each.Status).Aggregate(FigureStatus.None, (all, each) => all | each).Codes();
        return met.Count == 0 ? "" : $"<p class=\"small\">{string.Join(" ", met.Select(each => $"[{each}] {FigureStatuses.Meaning(each)}."))}</p>";
    }
}
