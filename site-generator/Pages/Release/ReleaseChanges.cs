using System.Globalization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What a release changed against the one before: every figure that was revised or removed, and how many were added.</summary>
/// <param name="Before">The release before; null for the first.</param>
/// <param name="Touched">The figures that were revised, removed or withdrawn; null for none.</param>
/// <param name="Added">How many figures were added, by dataset; null for none.</param>
/// <param name="Csv">The API's answer with every change.</param>
internal sealed record ReleaseChanges(Markup? Before, TouchedFigures? Touched, Markup? Added, string Csv)
{
    private static readonly string[] Columns = ["Dataset", "#Figures added", "Periods"];

    public static ReleaseChanges Of(PublicSite site, SealedRelease release)
    {
        var csv = ApiAddresses.ChangesCsvOf(release.Manifest.Id);
        if (site.View.Before(release.Release) is not { } before)
        {
            return new(null, null, null, csv);
        }

        var changes = site.View.ChangesOf(release).ToLookup(change => change.Kind == ChangeKind.Added);
        var added = changes[true].GroupBy(change => change.Dataset, StringComparer.Ordinal).Select(group => Row(release, group)).ToList();
        return new(
            ReleaseWords.Link(site, before.Release),
            changes[false].Any() ? TouchedFigures.Of(site, release, [.. changes[false]]) : null,
            added.Count == 0 ? null : Html.Table("t-added", "Figures added", Columns, added),
            csv
        );
    }

    private static string Row(SealedRelease release, IGrouping<string, FigureChange> added) =>
        Html.Row(
            Columns,
            Html.Link(AddressBook.Versioned($"/{added.Key}/", release.Manifest.Id), release.Publication.Find(added.Key)!.Title),
            added.Count().ToString("#,##0", CultureInfo.InvariantCulture),
            Html.Text(Html.Capital(Range(added)))
        );

    // Days and weeks are named alike; periods of several kinds, by the days they reach over.
    private static string Range(IEnumerable<FigureChange> added)
    {
        var periods = added.Select(change => change.Now!.Value.Period).Distinct().Order().ToList();
        return periods.Count == 1
            ? periods[0].Label
            : Period.Spanning(periods.Min(period => period.First), periods.Max(period => period.Last)).Label;
    }
}

/// <summary>Figures that a release revised, removed or withdrew.</summary>
/// <param name="Picture">Those that changed most; null where there are fewer than two to compare.</param>
/// <param name="All">How many there are, where the table leaves some out; null where it has all of them.</param>
internal sealed record TouchedFigures(RevisedPart? Picture, Markup Table, string? All)
{
    private const int Most = 200;

    public static TouchedFigures Of(PublicSite site, SealedRelease release, IReadOnlyList<FigureChange> touched)
    {
        var caption =
            touched.Count <= Most
                ? $"Every figure revised, removed or withdrawn: {touched.Count}"
                : $"The first {Most} of {touched.Count:#,##0} figures revised, removed or withdrawn";
        return new(
            RevisedPicture.Of(site, release)?.Part(),
            ChangeTables.Changes(site, release, [.. touched.Take(Most)], "t-changed", caption),
            touched.Count > Most ? touched.Count.ToString("#,##0", CultureInfo.InvariantCulture) : null
        );
    }
}
