using PublicStats.Data.Figures;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The page in the place of a figure that was withdrawn, or that a later release removed.</summary>
internal static class GoneFigurePage
{
    /// <summary>
    /// A withdrawn figure: when, by which release, why, and the releases that still show it. The page does not show its value.
    /// </summary>
    public static PageContent Withdrawn(PublicSite site, Withdrawal withdrawal)
    {
        var heading = $"Withdrawn: {ReleaseWords.Figure(site.Publication, withdrawal.Key)}";
        return Make(site, withdrawal.Key, heading, isWithdrawn: true, ReleaseWords.Link(site, withdrawal.Release), withdrawal.Reason);
    }

    /// <summary>A figure that an earlier release had and this one has not; null when none had it.</summary>
    public static PageContent? Removed(PublicSite site, string key)
    {
        if (site.View.HistoryOf(key) is not [.., { Figure: null } last])
        {
            return null;
        }

        var heading = $"No longer published: {ReleaseWords.Figure(site.View.Before(last.Release)!.Publication, key)}";
        return Make(site, key, heading, isWithdrawn: false, ReleaseWords.Link(site, last.Release), last.Reason);
    }

    private static PageContent Make(PublicSite site, string key, string heading, bool isWithdrawn, Markup release, string reason)
    {
        var dataset = site.Publication.Find(FigureKey.DatasetOf(key));
        var versions = site
            .View.HistoryOf(key)
            .Where(value => value.Figure?.Value is not null)
            .Select(value => new PageLink(ReleaseWords.Name(site, value.Release), site.KeptAddress(value.Release.Id, key)));
        var model = new Model(
            dataset is null ? null : new(dataset.Title, site.PageAddress(dataset.Name)),
            heading,
            isWithdrawn,
            release,
            reason,
            [.. versions],
            key
        );
        return new(
            $"{heading} - {site.Publication.About.Title}",
            $"{heading}. When, by which release, and why.",
            null,
            site.Render("Pages/Gone/gone-figure.html", model),
            StatusCodes.Status410Gone
        );
    }

    /// <param name="Dataset">Null where the release that is shown does not have the dataset.</param>
    /// <param name="IsWithdrawn">Withdrawn; else removed by a later release.</param>
    /// <param name="Release">The release that withdrew it, or the first one without it.</param>
    /// <param name="Versions">The pages of the releases that have a value of it.</param>
    private sealed record Model(
        PageLink? Dataset,
        string Heading,
        bool IsWithdrawn,
        Markup Release,
        string Reason,
        IReadOnlyList<PageLink> Versions,
        string Key
    )
    {
        public bool IsLost => Versions.Count == 0;
    }
}
