using System.Globalization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>
/// Revisions and corrections: our mistakes, the figures that were withdrawn, and every figure that differs from its first published value.
/// </summary>
internal static class RevisionsPage
{
    // A longer table is slow to load. The API has all of them.
    private const int Most = 500;

    public static PageContent Make(PublicSite site)
    {
        var all = site.Publication.Datasets.ToLookup(dataset => site.Revisions(dataset).Count > 0);
        var (corrections, withdrawals) = (site.Manifest.Corrections, site.Manifest.Withdrawals);
        var model = new Model(
            Html.Count(corrections.Count, "correction"),
            Html.Count(withdrawals.Count, "figure"),
            Html.Count(all[true].Sum(dataset => site.Revisions(dataset).Count), "figure"),
            NullIfEmpty(corrections.Reverse().Select(correction => CorrectionEntry.Of(site, correction))),
            NullIfEmpty(withdrawals.Select(withdrawal => WithdrawnEntry.Of(site, withdrawal))),
            [.. all[true].Select(dataset => Revised(site, dataset))],
            NullIfEmpty(all[false].Select(dataset => new UnrevisedDataset(dataset.Name, dataset.Title, site.PageAddress(dataset.Name))))
        );
        return new(
            $"Revisions and corrections - {site.Publication.About.Title}",
            "Every correction, every withdrawn figure, and every figure that was revised since it was first published.",
            "revisions",
            site.Render("Pages/Revisions/revisions.html", model)
        );
    }

    // A template asks whether a list is there, not how long it is.
    private static List<T>? NullIfEmpty<T>(IEnumerable<T> items) => items.ToList() is { Count: > 0 } list ? list : null;

    private static RevisedDataset Revised(PublicSite site, Dataset dataset)
    {
        var revised = site.Revisions(dataset);
        var caption =
            revised.Count <= Most
                ? $"{Html.Count(revised.Count, "figure")} revised: first published, and now"
                : $"The latest {Most} of {revised.Count:#,##0} revised figures";
        return new(
            dataset.Name,
            dataset.Title,
            revised.Count.ToString("#,##0", CultureInfo.InvariantCulture),
            ApiAddresses.RevisionsOf(dataset.Name) + ApiAddresses.JsonSuffix,
            ChangeTables.Revisions(site, dataset, [.. revised.Reverse().Take(Most)], $"t-{dataset.Name}", caption)
        );
    }

    /// <param name="CorrectionCount">In words, as the two others.</param>
    /// <param name="Corrections">Newest first; null for none.</param>
    /// <param name="Withdrawals">Null for none.</param>
    /// <param name="Unrevised">Datasets of which no figure was revised; null for none.</param>
    private sealed record Model(
        string CorrectionCount,
        string WithdrawnCount,
        string RevisedCount,
        IReadOnlyList<CorrectionEntry>? Corrections,
        IReadOnlyList<WithdrawnEntry>? Withdrawals,
        IReadOnlyList<RevisedDataset> Revised,
        IReadOnlyList<UnrevisedDataset>? Unrevised
    );

    private sealed record RevisedDataset(string Name, string Title, string Count, string Json, Markup Table);

    private sealed record UnrevisedDataset(string Name, string Title, string Address);
}
