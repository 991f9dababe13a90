using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>A value that a figure had from a release on.</summary>
/// <param name="Figure">As that release holds it; null when it holds none.</param>
/// <param name="Reason">Why it differs from the value before, as far as anybody said.</param>
public sealed record PublishedValue(Release Release, FigureRow? Figure, string Reason);

/// <summary>Every value a figure ever had.</summary>
internal static class FigureHistory
{
    /// <summary>The values in the order of their publication, up to the release that answers: one for each time it changed.</summary>
    public static IReadOnlyList<PublishedValue> Of(ReleaseView view, string key)
    {
        var values = new List<PublishedValue>();
        foreach (var release in view.UpToShown.Select(view.Open).OfType<SealedRelease>())
        {
            var figure = FigureLookup.Find(release.Publication, key, out _)?.Figure;
            var before = values.Count == 0 ? null : values[^1].Figure;
            if (!Same(before, figure))
            {
                values.Add(new(release.Release, figure, ChangeReason.Of(release.Manifest, key, before, figure)));
            }
        }

        return IsOfWithdrawn(view.Shown, key) ? [.. values.Where(value => value.Figure?.Value is null)] : values;
    }

    // What a sum over a withdrawn figure once came to may be that figure itself, or tell it: it is not said again.
    private static bool IsOfWithdrawn(SealedRelease shown, string key) =>
        FigureLookup.Find(shown.Publication, key, out _) is { Figure.Value: null } found
        && found.Table != found.Dataset.Figures
        && shown.Manifest.Withdrawals.Any(withdrawal => withdrawal.Dataset == found.Dataset.Name);

    private static bool Same(FigureRow? one, FigureRow? other) =>
        one is null || other is null
            ? one is null && other is null
            : FigureChanges.SameValue(one.Value, other.Value) && one.Value.Attributes.Covers == other.Value.Attributes.Covers;
}
