using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A chart on a dataset's page: title, subtitle, picture, sentence, table.</summary>
internal static class ChartPart
{
    /// <summary>Makes the part of a page.</summary>
    public static string Of(PublicSite site, Dataset dataset, Chart chart)
    {
        var figures = ChartFigures.Of(site.Publication, dataset, chart);
        if (!figures.HasValue)
        {
            return $"<div class=\"chart\"><h3 id=\"{chart.Id}\">{Html.Text(ChartCaption.Subject(chart))}</h3>"
                + "<p>This release has no figure for this chart.</p></div>\n";
        }

        var wide = ChartFiles.Draw(site, dataset, chart, figures, wide: true);
        var narrow = ChartFiles.Draw(site, dataset, chart, figures, wide: false);
        var table =
            chart.Keys.Count > 0
                ? ChartTables.Statements(site, dataset, chart, figures)
                : ChartTables.Series(site, dataset, chart, figures);
        var open = figures.Shown.Count <= 20 ? " open" : "";
        var sentence = ChartCaption.Comparison(figures) is { } words ? $"<p>{Html.Text(words)}</p>\n" : "";
        return $"""
            <div class="chart"><h3 id="{chart.Id}">{Html.Text(ChartCaption.Title(dataset, chart, figures))}</h3>
            <p class="sub">{Html.Text(ChartCaption.Subtitle(chart, figures))}</p>
            {Picture($"/{dataset.Name}/charts/{chart.Id}", wide, narrow, ChartCaption.Alt(dataset, chart, figures))}
            {sentence}<details{open}><summary>Table: every value in this chart</summary>{table}</details>
            {Downloads($"/{dataset.Name}/charts/{chart.Id}")}</div>

            """;
    }

    /// <summary>
    /// The picture: wide where there is room for it, narrow on a phone. Browsers print the picture that the screen shows, so paper has a
    /// wide picture of its own, which is loaded only for printing.
    /// </summary>
    /// <param name="address">Of both files, before "-wide.svg" and "-narrow.svg".</param>
    public static string Picture(string address, Svg wide, Svg narrow, string alt)
    {
        var (large, small) = ($"width=\"{wide.Width}\" height=\"{wide.Height}\"", $"width=\"{narrow.Width}\" height=\"{narrow.Height}\"");
        return $"<picture><source media=\"(min-width: 62em)\" srcset=\"{address}-wide.svg\" {large}>"
            + $"<img src=\"{address}-narrow.svg\" {small} alt=\"{Html.Text(alt)}\"></picture>"
            + $"<img class=\"paper\" src=\"{address}-wide.svg\" {large} alt=\"\" loading=\"lazy\">";
    }

    /// <summary>Links to both files of a picture.</summary>
    public static string Downloads(string address) =>
        $"<p class=\"small\">Picture: <a href=\"{address}-wide.svg\">wide (SVG)</a>, "
        + $"<a href=\"{address}-narrow.svg\">narrow (SVG)</a>.</p>";
}
