using System.Globalization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What the release that is shown changed in a dataset, and what was revised since it was first published.</summary>
internal static class DatasetChanges
{
    private const int MostChanged = 5;
    private const int MostRevised = 20;

    public static Markup Of(PublicSite site, Dataset dataset) =>
        site.Render(
            "Pages/Dataset/changes.html",
            new Model(
                dataset.Name,
                dataset.Title,
                ReleaseWords.Link(site, site.Release.Release),
                ChangesOf(site, dataset),
                RevisionsOf(site, dataset)
            )
        );

    private static Changes? ChangesOf(PublicSite site, Dataset dataset)
    {
        var release = site.Release;
        if (site.View.Before(release.Release) is not { } before || before.Publication.Find(dataset.Name) is null)
        {
            return null;
        }

        var changes = site.View.ChangesOf(release).Where(change => change.Dataset == dataset.Name).ToList();
        var touched = changes.Where(change => change.Kind != ChangeKind.Added).ToList();
        var added = ChangeCounts.Of(changes).Added;
        return new(
            touched.Count == 0 ? null : TouchedOf(site, touched, added),
            added == 0 ? null : Html.Count(added, "figure"),
            AddressBook.ReleasePage(release.Manifest.Id) + "#changes",
            ReleaseWords.Name(site, release.Release),
            ReleaseWords.Name(site, before.Release)
        );
    }

    private static TouchedFigures TouchedOf(PublicSite site, List<FigureChange> touched, int added)
    {
        var biggest = touched
            .OrderByDescending(change => Math.Abs(change.Difference ?? decimal.MaxValue))
            .ThenBy(change => change.Key, StringComparer.Ordinal)
            .Take(MostChanged)
            .ToList();
        var caption =
            touched.Count <= MostChanged
                ? "Every figure revised, removed or withdrawn"
                : $"The {MostChanged} that changed most, of {touched.Count:#,##0}";
        return new(
            Html.Count(touched.Count, "figure"),
            added.ToString("#,##0", CultureInfo.InvariantCulture),
            ChangeTables.Changes(site, site.Release, biggest, "t-changed", caption)
        );
    }

    private static Markup? RevisionsOf(PublicSite site, Dataset dataset)
    {
        var revised = site.Revisions(dataset);
        var caption =
            revised.Count <= MostRevised
                ? "Every revised figure, latest first"
                : $"The latest {MostRevised} of {revised.Count:#,##0} revised figures";
        return revised.Count == 0
            ? null
            : ChangeTables.Revisions(site, dataset, [.. revised.Reverse().Take(MostRevised)], "t-revised", caption);
    }

    /// <param name="Release">The release that is shown, linked.</param>
    /// <param name="Changes">Null when the release before does not have the dataset.</param>
    /// <param name="Revisions">The revised figures; null when there are none.</param>
    private sealed record Model(string Dataset, string Title, Markup Release, Changes? Changes, Markup? Revisions);

    /// <param name="Touched">Null when no figure that was published before was revised, removed or withdrawn.</param>
    /// <param name="Added">How many figures are new, in words; null when none is.</param>
    /// <param name="All">Where every change of the release is listed.</param>
    private sealed record Changes(TouchedFigures? Touched, string? Added, string All, string Released, string Before);

    private sealed record TouchedFigures(string Count, string Added, Markup Table);
}
