using System.Globalization;
using System.Text;
using PublicStats.Api.Corrections;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What nobody may miss: it stands above everything else on a page.</summary>
internal static class Notices
{
    /// <summary>Corrections this young stand on the page itself; older ones stay among the revisions.</summary>
    private static readonly TimeSpan Young = TimeSpan.FromDays(90);

    private const int MostNamed = 5;

    /// <summary>Those corrections that were made within ninety days before the release that is shown.</summary>
    public static IEnumerable<Correction> Recent(PublicSite site, IEnumerable<Correction> corrections) =>
        corrections.Where(correction => IsRecent(site, correction.Release));

    /// <summary>That figures of a dataset were withdrawn within ninety days before the release that is shown; empty where none were.</summary>
    public static string Withdrawals(PublicSite site, Dataset dataset) =>
        Withdrawals(
            site,
            site.Manifest.Withdrawals.Where(withdrawal => withdrawal.Dataset == dataset.Name)
        );

    /// <summary>
    /// The corrections and withdrawals of the last ninety days that touch any of these figures, or a figure that one of them is a sum of.
    /// </summary>
    public static string OfFigures(PublicSite site, IReadOnlyCollection<(Dataset Dataset, FigureRow Figure)> figures)
    {
        bool Touches(string key) => figures.Any(shown => CorrectionFinder.Holds(shown.Dataset, shown.Figure, key));
        return Corrections(site, Recent(site, site.Manifest.Corrections.Reverse().Where(correction => correction.Keys.Any(Touches))))
            + Withdrawals(site, site.Manifest.Withdrawals.Where(withdrawal => Touches(withdrawal.Key)));
    }

    private static string Withdrawals(PublicSite site, IEnumerable<Withdrawal> withdrawals)
    {
        var recent = withdrawals.Where(withdrawal => IsRecent(site, withdrawal.Release)).ToList();
        if (recent.Count == 0)
        {
            return "";
        }

        var reasons = string.Join(" ", recent.Select(withdrawal => withdrawal.Reason).Distinct(StringComparer.Ordinal));
        return $"<div class=\"notice\"><p><strong>{Html.Count(recent.Count, "figure")} withdrawn.</strong> {Html.Text(reasons)} "
            + $"No sum that includes {(recent.Count == 1 ? "it" : "them")} is given. "
            + $"<a href=\"/revisions/#withdrawn\">Which figures are withdrawn</a>.</p>{Named(site, recent)}</div>\n";
    }

    // A few are named, so that a reader of the home page need not follow the link to know.
    private static string Named(PublicSite site, List<Withdrawal> withdrawals) =>
        withdrawals.Count > MostNamed
            ? ""
            : "<ul>"
                + string.Concat(
                    withdrawals.Select(withdrawal =>
                        $"<li><a href=\"{site.FigureAddress(withdrawal.Key)}\">"
                        + $"{Html.Text(ReleaseWords.Figure(site.Publication, withdrawal.Key))}</a></li>"
                    )
                )
                + "</ul>";

    /// <summary>Corrections as notices: what was wrong, why, who is affected, and where to see what changed.</summary>
    public static string Corrections(PublicSite site, IEnumerable<Correction> corrections)
    {
        var html = new StringBuilder();
        foreach (var correction in corrections)
        {
            html.Append(
                CultureInfo.InvariantCulture,
                $"<div class=\"notice\"><p><strong>Correction, {ReleaseWords.Link(site, correction.Release)}.</strong> {Html.Text(correction.Wrong)} {Html.Text(correction.Why)}</p><p><strong>Who is affected:</strong> {Html.Text(correction.Affected)} <a href=\"/releases/{correction.Release}/#changes\">Which figures were corrected</a>.</p></div>\n"
            );
        }

        return html.ToString();
    }

    private static bool IsRecent(PublicSite site, string release) =>
        site.View.Find(release) is not { PublishedAt: { } at } || site.Release.PublishedAt - at <= Young;
}
