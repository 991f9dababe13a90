using System.Globalization;
using System.Text;
using PublicStats.Api.Corrections;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Validation;
using PublicStats.SiteGenerator.Rendering;

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

    /// <summary>
    /// That figures of a dataset were withdrawn within ninety days before the release that is shown; empty where none were.
    /// </summary>
    public static string Withdrawals(PublicSite site, Dataset dataset) =>
        Withdrawals(
            site,
            site.Manifest.Withdrawals.Where(withdrawal => withdrawal.Dataset == dataset.Name)
        );

    /// <summary>
    /// The corrections and withdrawals of the last ninety days that touch a page: any of the figures it shows, a figure that one of them is
    /// a sum of, or a file that its words come from.
    /// </summary>
    /// <param name="files">Paths inside the publication, such as <c>pages/method.md</c>.</param>
    public static string OfPage(
        PublicSite site,
        IReadOnlyCollection<(Dataset Dataset, FigureRow Figure)> figures,
        IReadOnlyCollection<string> files
    )
    {
        bool Touches(string key) => figures.Any(shown => CorrectionFinder.Holds(shown.Dataset, shown.Figure, key));
        var corrections = site.Manifest.Corrections.Where(correction =>
            correction.Keys.Any(Touches) || correction.Words?.Any(files.Contains) == true
        );
        return Corrections(site, Recent(site, corrections.Reverse()))
            + Withdrawals(site, site.Manifest.Withdrawals.Where(withdrawal => Touches(withdrawal.Key)));
    }

    /// <summary>The figures that a text quotes.</summary>
    public static IEnumerable<(Dataset Dataset, FigureRow Figure)> Quoted(PublicSite site, string markdown)
    {
        foreach (var (_, key) in Prose.Keys(markdown))
        {
            if (FigureLookup.Find(site.Publication, key, out _) is { } found)
            {
                yield return (found.Dataset, found.Figure);
            }
        }
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
                $"<div class=\"notice\"><p><strong>Correction, {ReleaseWords.Link(site, correction.Release)}.</strong> "
            )
                .Append(CultureInfo.InvariantCulture, $"{Html.Text(correction.Wrong)} {Html.Text(correction.Why)}</p>")
                .Append(CultureInfo.InvariantCulture, $"<p><strong>Who is affected:</strong> {Html.Text(correction.Affected)} ")
                .Append(WhatWasCorrected(correction))
                .Append("</p></div>\n");
        }

        return html.ToString();
    }

    // The page of the release lists figures. Text is named among the corrections.
    private static string WhatWasCorrected(Correction correction) =>
        correction.Keys.Count > 0
            ? $"<a href=\"/releases/{correction.Release}/#changes\">Which figures were corrected</a>."
            : "<a href=\"/revisions/#corrections\">Which pages were corrected</a>.";

    private static bool IsRecent(PublicSite site, string release) =>
        site.View.Find(release) is not { PublishedAt: { } at } || site.Release.PublishedAt - at <= Young;
}
