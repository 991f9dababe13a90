using PublicStats.Data.Datasets;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What the release that is shown changed in a dataset, and what was revised since it was first published.</summary>
internal static class DatasetChanges
{
    private const int MostChanged = 5;
    private const int MostRevised = 20;

    public static string Of(PublicSite site, Dataset dataset) =>
        $"""
            <section class="part" aria-labelledby="changed"><h2 id="changed">What changed in this release</h2><div>{Changed(
                site,
                dataset
            )}</div></section>
            <section class="part" aria-labelledby="revisions"><h2 id="revisions">First published, now, and why</h2><div>{Revised(
                site,
                dataset
            )}</div></section>

            """;

    private static string Changed(PublicSite site, Dataset dataset)
    {
        var release = site.Release;
        if (site.View.Before(release.Release) is not { } before || before.Publication.Find(dataset.Name) is null)
        {
            return $"<p>This dataset was first published in the release of {ReleaseWords.Link(site, release.Release)}.</p>";
        }

        var changes = site
            .View.ChangesOf(release)
            .Where(change => change.Dataset == dataset.Name)
            .ToList();
        var touched = changes.Where(change => change.Kind != ChangeKind.Added).ToList();
        var added = changes.Count - touched.Count;
        var all =
            $"<p><a href=\"/releases/{release.Manifest.Id}/#changes\">Everything the release of "
            + $"{ReleaseWords.Name(site, release.Release)} changed</a>, against that of "
            + $"{ReleaseWords.Name(site, before.Release)}.</p>";
        if (touched.Count == 0)
        {
            return (
                    added == 0
                        ? "<p>No figure of this dataset changed.</p>"
                        : $"<p>{Html.Count(added, "figure")} added. No figure published before was revised or removed.</p>"
                ) + all;
        }

        var biggest = touched
            .OrderByDescending(change => Math.Abs(change.Difference ?? decimal.MaxValue))
            .ThenBy(change => change.Key, StringComparer.Ordinal)
            .Take(MostChanged)
            .ToList();
        var caption =
            touched.Count <= MostChanged
                ? "Every figure revised, removed or withdrawn"
                : $"The {MostChanged} that changed most, of {touched.Count:#,##0}";
        return $"<p>{Html.Count(touched.Count, "figure")} revised, removed or withdrawn; {added:#,##0} added.</p>"
            + ChangeTables.Changes(site, release, biggest, "t-changed", caption)
            + all;
    }

    private static string Revised(PublicSite site, Dataset dataset)
    {
        var revised = site.Revisions(dataset);
        return revised.Count == 0
            ? "<p>No figure has been revised since it was first published here. <a href=\"/revisions/\">All revisions and "
                + "corrections</a>.</p>"
            : ChangeTables.Revisions(
                site,
                dataset,
                [.. revised.Reverse().Take(MostRevised)],
                "t-revised",
                revised.Count <= MostRevised
                    ? "Every revised figure, latest first"
                    : $"The latest {MostRevised} of {revised.Count:#,##0} revised figures"
            ) + $"<p><a href=\"/revisions/#{dataset.Name}\">Every revised figure of {Html.Text(dataset.Title)}</a>, with corrections.</p>";
    }
}
