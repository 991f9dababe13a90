using System.Globalization;
using System.Text;
using PublicStats.Data.Publications;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What nobody may miss: it stands above everything else on a page.</summary>
internal static class Notices
{
    /// <summary>Corrections this young stand on the page itself; older ones stay among the revisions.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromDays(90);

    /// <summary>Those corrections that were made within ninety days before the release that is shown.</summary>
    public static IEnumerable<Correction> Recent(PublicSite site, IEnumerable<Correction> corrections) =>
        corrections.Where(each => IsRecent(site, each.Release));

    /// <summary>That figures of a dataset were withdrawn within ninety days before the release that is shown; empty where none were.</summary>
    public static string Withdrawals(PublicSite site, Dataset dataset)
    {
        var recent = site.Manifest.Withdrawals.Where(each => each.Key.StartsWith(dataset.Name + "/", StringComparison.Ordinal) && IsRecent(site, each.Release)).ToList();
        return recent.Count == 0 ? "" : $"<div class=\"notice\"><p><strong>{Html.Count(recent.Count, "figure")} withdrawn.</strong> {Html.Text(string.Join(" ", recent.Select(each => each.Reason).Distinct(StringComparer.Ordinal)))} No sum over {(recent.Count == 1 ? "it" : "them")} is given. <a href=\"/revisions/#withdrawn\">Which figures are withdrawn</a>.</p></div>\n";
    }

    /// <summary>Corrections as notices: what was wrong, why, who is affected, and where to see what changed.</summary>
    public static string Corrections(PublicSite site, IEnumerable<Correction> corrections)
    {
        var html = new StringBuilder();
        foreach (var each in corrections)
        {
            html.Append(CultureInfo.InvariantCulture, $"<div class=\"notice\"><p><strong>Correction, {ReleaseWords.Link(site, each.Release)}.</strong> {Html.Text(each.Wrong)} {Html.Text(each.Why)}</p><p><strong>Who is affected:</strong> {Html.Text(each.Affected)} <a href=\"/releases/{each.Release}/#changes\">Which figures were corrected</a>.</p></div>\n");
        }

        return html.ToString();
    }

    private static bool IsRecent(PublicSite site, string release) => site.View.Find(release) is not { PublishedAt: { } at } || site.Release.PublishedAt - at <= Young;
}
