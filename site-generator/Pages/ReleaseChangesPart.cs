using System.Globalization;
using System.Text;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What a release changed against the one before: every figure that was revised or is gone, and what was added in sum.</summary>
internal static class ReleaseChangesPart
{
    private const int Most = 200;

    private static readonly string[] AddedColumns = ["Dataset", "#Figures added", "Periods"];

    public static string Of(PublicSite site, SealedRelease release)
    {
        var csv =
            $"<p><a href=\"/v1/releases/{release.Manifest.Id}/changes.csv\">Every change as CSV</a>: the key of each figure, "
            + $"what it was, what it is, the difference, its share, and the reason.</p>";
        var html = new StringBuilder(
            "<section class=\"part\" aria-labelledby=\"changes\"><h2 id=\"changes\">What changed, figure by figure</h2><div>\n"
        );
        if (site.View.Before(release.Release) is not { } before)
        {
            return html.Append("<p>Nothing was published here before it, so there is nothing to compare it with.</p></div></section>\n")
                .ToString();
        }

        var changes = site.View.ChangesOf(release);
        var touched = changes.Where(change => change.Kind != ChangeKind.Added).ToList();
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>Compared with the release of {ReleaseWords.Link(site, before.Release)}."
                + $"{(touched.Count == 0 ? " No figure published before was revised or removed." : "")}</p>\n"
        );
        if (touched.Count > 0)
        {
            html.Append(RevisedPicture.Part(site, release));
            html.Append(
                ChangeTables.Changes(
                    site,
                    release,
                    [.. touched.Take(Most)],
                    "t-changed",
                    touched.Count <= Most
                        ? $"Every figure revised, removed or withdrawn: {touched.Count}"
                        : $"The first {Most} of {touched.Count:#,##0} figures revised, removed or withdrawn"
                )
            );
            html.Append(touched.Count > Most ? $"<p>All {touched.Count:#,##0} are in the CSV.</p>" : "");
        }

        var added = changes
            .Where(change => change.Kind == ChangeKind.Added)
            .GroupBy(change => change.Dataset, StringComparer.Ordinal)
            .ToList();
        if (added.Count > 0)
        {
            html.Append(
                Html.Table(
                    "t-added",
                    "Figures added",
                    AddedColumns,
                    added.Select(group =>
                        Html.Row(
                            AddedColumns,
                            $"<a href=\"/releases/{release.Manifest.Id}/{group.Key}/\">"
                                + $"{Html.Text(release.Publication.Find(group.Key)!.Title)}</a>",
                            group.Count().ToString("#,##0", CultureInfo.InvariantCulture),
                            Html.Text(Html.Capital(Range(group)))
                        )
                    )
                )
            );
        }

        return html.Append(csv).Append("</div></section>\n").ToString();
    }

    // Days and weeks are named alike; periods of several kinds, by the days they reach over.
    private static string Range(IEnumerable<FigureChange> added)
    {
        var periods = added.Select(change => change.Now!.Value.Period).Distinct().Order().ToList();
        return periods.Count == 1
            ? periods[0].Label
            : Period.Spanning(periods.Min(period => period.First), periods.Max(period => period.Last)).Label;
    }
}
