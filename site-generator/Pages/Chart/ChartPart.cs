using PublicStats.SiteGenerator.Charts;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A chart on a dataset's page: title, subtitle, picture, sentence, table.</summary>
internal static class ChartPart
{
    // A longer table is closed until the reader opens it.
    private const int MostOpenRows = 20;

    /// <summary>Makes the part of a page.</summary>
    public static Markup Of(PublicSite site, DatasetChart chart)
    {
        var figures = chart.Figures;
        var model = figures.HasValue
            ? new Model(
                chart.About.Id,
                chart.Title,
                chart.Subtitle,
                new(
                    site.Link($"/{chart.Dataset.Name}/charts/{chart.About.Id}"),
                    chart.Draw(isWide: true),
                    chart.Draw(isWide: false),
                    chart.AlternativeText
                ),
                chart.Comparison,
                figures.Shown.Count <= MostOpenRows,
                chart.IsStatements ? ChartTables.Statements(site, chart) : ChartTables.Series(site, chart)
            )
            : new Model(chart.About.Id, chart.Subject, chart.Subtitle, null, null, false, null);
        return site.Render("Pages/Chart/chart.html", model);
    }

    /// <param name="Picture">Null when the release has no value to draw.</param>
    /// <param name="Comparison">A part of a period beside the same days of the year before; null without such a comparison.</param>
    private sealed record Model(
        string Id,
        string Title,
        string Subtitle,
        ChartPicture? Picture,
        string? Comparison,
        bool IsOpen,
        Markup? Table
    );
}
