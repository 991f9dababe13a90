using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>A value that a figure had from a release on.</summary>
/// <param name="Figure">As that release has it; null when it has none.</param>
/// <param name="Difference">The value less the one before, in the measure's unit; null where one cannot be subtracted.</param>
/// <param name="Reason">Why it differs from the value before, as far as it was stated.</param>
public sealed record PublishedValue(Release Release, FigureRow? Figure, decimal? Difference, string Reason);

/// <summary>Every value a figure ever had.</summary>
internal static class FigureHistory
{
    /// <summary>The values in the order of their publication, up to the release that answers: one for each time it changed.</summary>
    public static IReadOnlyList<PublishedValue> Of(ReleaseView view, string key)
    {
        var values = new List<PublishedValue>();
        foreach (var release in view.UpToShown.Select(view.Open).OfType<SealedRelease>())
        {
            var figure = FigureLookup.Find(release.Publication, key)?.Figure;
            var before = values.Count == 0 ? null : values[^1].Figure;
            if (!IsSame(before, figure))
            {
                var reason = ChangeReason.Of(release.Manifest, key, before, figure);
                values.Add(new(release.Release, figure, Movement.Between(before, figure).Difference, reason));
            }
        }

        return IsOfWithdrawn(view.Shown, key) ? [.. values.Where(value => value.Figure?.Value is null)] : values;
    }

    // An earlier sum over a withdrawn figure may be that figure itself, or reveal it, so it is not shown again.
    private static bool IsOfWithdrawn(SealedRelease shown, string key) =>
        FigureLookup.Find(shown.Publication, key) is { Figure.Value: null } found
        && found.Table != found.Dataset.Figures
        && shown.Manifest.Withdrawals.Any(withdrawal => withdrawal.Dataset == found.Dataset.Name);

    private static bool IsSame(FigureRow? one, FigureRow? other)
    {
        if (one is not { } first || other is not { } second)
        {
            return one is null && other is null;
        }

        return FigureChanges.SameValue(first, second) && first.Attributes.Covers == second.Attributes.Covers;
    }
}
