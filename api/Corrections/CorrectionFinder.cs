using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Corrections;

/// <summary>Finds the corrections and withdrawals that concern certain figures.</summary>
public static class CorrectionFinder
{
    /// <summary>The corrections of a dataset's figures or texts, newest first.</summary>
    public static IReadOnlyList<Correction> Of(SealedRelease release, Dataset dataset) =>
        [
            .. release
                .Manifest.Corrections.Where(correction =>
                    correction.Keys.Any(key => FigureKey.DatasetOf(key) == dataset.Name)
                    || correction.Words?.Any(path => path.StartsWith($"datasets/{dataset.Name}/", StringComparison.Ordinal)) == true
                )
                .Reverse(),
        ];

    /// <summary>The corrections of any of these figures, newest first. A sum that contains a corrected figure counts too.</summary>
    public static IReadOnlyList<Correction> Of(SealedRelease release, Dataset dataset, IEnumerable<FigureRow> figures)
    {
        var all = Of(release, dataset);
        return all.Count == 0
            ? all
            : [.. all.Where(correction => correction.Keys.Any(key => figures.Any(figure => Holds(dataset, figure, key))))];
    }

    /// <summary>The corrections of any of these figures, which may be of several datasets, newest first.</summary>
    public static IReadOnlyList<Correction> Of(SealedRelease release, IEnumerable<FoundFigure> figures)
    {
        List<FoundFigure> found = [.. figures];
        return
        [
            .. release
                .Manifest.Corrections.Reverse()
                .Where(correction => correction.Keys.Any(key => found.Any(figure => Holds(figure.Dataset, figure.Figure, key)))),
        ];
    }

    /// <summary>The withdrawals because of which a figure has no value: of the figure itself, or of a figure that it is a sum of.</summary>
    public static IReadOnlyList<Withdrawal> Withdrawals(SealedRelease release, FoundFigure found) =>
        found.Figure.Value is not null
            ? []
            : [.. release.Manifest.Withdrawals.Where(withdrawal => Holds(found.Dataset, found.Figure, withdrawal.Key))];

    /// <summary>Whether a figure is the one of a key, or a sum that contains it.</summary>
    public static bool Holds(Dataset dataset, FigureRow figure, string key) =>
        FigureKey.TryParse(key, out var parts) && Holds(dataset, figure, parts);

    private static bool Holds(Dataset dataset, FigureRow figure, FigureKey key)
    {
        if (
            key.Dataset != dataset.Name
            || key.Codes.Count != dataset.Dimensions.Count
            || key.Measure != figure.Measure.Name
            || !Period.TryParse(key.Period, out var period)
            || !(figure.Attributes.Covers ?? figure.Period).Contains(period)
        )
        {
            return false;
        }

        for (var i = 0; i < dataset.Dimensions.Count; i++)
        {
            var dimension = dataset.Dimensions[i];
            var (own, asked) = (figure.Code(i).Name, key.Codes[i]);
            if (
                own != asked
                && own != "total"
                && !own.Split('+').Contains(asked)
                && !(
                    dimension.IndexOf(own) is var above
                    && dimension.IndexOf(asked) is var below
                    && above >= 0
                    && below >= 0
                    && dimension.IsAbove(above, below)
                )
            )
            {
                return false;
            }
        }

        return true;
    }
}
