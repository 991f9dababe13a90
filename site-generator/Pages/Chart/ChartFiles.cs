using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The files with the pictures of a dataset's charts.</summary>
internal static class ChartFiles
{
    /// <summary>The picture at <c>crossings/charts/people-by-year-wide.svg</c>; null when there is none.</summary>
    public static string? Make(PublicSite site, string path)
    {
        if (path.Split('/') is not [var name, "charts", var file] || site.Publication.Find(name) is not { } dataset)
        {
            return null;
        }

        var isWide = file.EndsWith("-wide.svg", StringComparison.Ordinal);
        var chart = site.Charts(dataset).FirstOrDefault(chart => file == chart.About.Id + (isWide ? "-wide.svg" : "-narrow.svg"));
        return chart is { Figures.HasValue: true } ? chart.Draw(isWide).Text : null;
    }
}
