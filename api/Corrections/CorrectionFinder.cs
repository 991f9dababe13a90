using PublicStats.Data.Periods;
using PublicStats.Data.Publications;
using PublicStats.Data.Releases;
using PublicStats.Data.Tables;

namespace PublicStats.Api.Corrections;

/// <summary>Which corrections a reader of certain figures must know of.</summary>
public static class CorrectionFinder
{
    /// <summary>Those that concern a dataset, newest first.</summary>
    public static IReadOnlyList<Correction> Of(SealedRelease release, Dataset dataset) =>
        [.. release.Manifest.Corrections.Where(each => each.Keys.Any(key => key.StartsWith(dataset.Name + "/", StringComparison.Ordinal))).Reverse()];

    /// <summary>Those that concern any of these figures, newest first: a figure that was corrected, or a sum that holds one.</summary>
    public static IReadOnlyList<Correction> Of(SealedRelease release, Dataset dataset, IEnumerable<FigureRow> figures)
    {
        var all = Of(release, dataset);
        return all.Count == 0 ? all : [.. all.Where(each => each.Keys.Any(key => figures.Any(figure => Holds(dataset, figure, key.Split('/')))))];
    }

    private static bool Holds(Dataset dataset, FigureRow figure, string[] key)
    {
        if (key[0] != dataset.Name || key.Length != dataset.Dimensions.Count + 3 || key[1] != figure.Measure.Name
            || !Period.TryParse(key[^1], out var period) || !(figure.Words.Covers ?? figure.Period).Contains(period))
        {
            return false;
        }

        for (var i = 0; i < dataset.Dimensions.Count; i++)
        {
            var dimension = dataset.Dimensions[i];
            var (own, asked) = (figure.Code(i).Name, key[i + 2]);
            if (own != asked && own != "total" && !own.Split('+').Contains(asked)
                && !(dimension.IndexOf(own) is var above && dimension.IndexOf(asked) is var below && above >= 0 && below >= 0 && dimension.IsAbove(above, below)))
            {
                return false;
            }
        }

        return true;
    }
}
