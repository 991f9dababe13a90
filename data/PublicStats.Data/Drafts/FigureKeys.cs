using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;

namespace PublicStats.Data.Drafts;

/// <summary>Says what to write where a requested key is in no row of a file.</summary>
internal static class FigureKeys
{
    private const int Most = 4;

    /// <summary>
    /// The fault and its cure: the figures a sum is made of, the key of a statement requested by another name, or the nearest key.
    /// </summary>
    /// <param name="known">The keys that have a row.</param>
    /// <param name="act">What is to be done with the figure.</param>
    public static Fault NotInAFile(Publication publication, string key, IEnumerable<string> known, Place place, AdvisedAct act)
    {
        if (FigureLookup.Find(publication, key) is not { } found)
        {
            var near = known.Where(name => FigureKey.PeriodOf(name) == FigureKey.PeriodOf(key));
            var nearest = Nearest.To(key, near);
            return new(
                place,
                $"{key} is not a figure of a file of this release.",
                nearest is null ? "Write the key of one that is; a sum is withdrawn by its parts." : $"Write {nearest}."
            )
            {
                Advice = nearest is null ? [] : [new(act, nearest)],
            };
        }

        if (ReferenceEquals(found.Table, found.Dataset.Figures))
        {
            return new(place, $"{key} is another name of {found.Figure.Key}.", $"Write {found.Figure.Key}.")
            {
                Advice = [new(act, found.Figure.Key)],
            };
        }

        var parts = Parts(found).ToList();
        var listed = string.Join(", ", parts.Count <= Most ? parts : [parts[0], parts[1], "…", parts[^1]]);
        return new(
            place,
            $"{key}, {found.Figure.Text}, is the sum of {parts.Count:#,##0} {(parts.Count == 1 ? "figure" : "figures")}: {listed}.",
            $"Name those of them that are wrong, such as {parts[^1]}."
        )
        {
            Advice = [new(act, parts[^1])],
        };
    }

    private static IEnumerable<string> Parts(FoundFigure sum)
    {
        var (table, figure) = (sum.Dataset.Figures, sum.Figure);
        var days = figure.Attributes.Covers ?? figure.Period;
        return table
            .InOrderOfPeriod.Where(part => part.MeasureIndex == figure.MeasureIndex && days.Contains(part.Period))
            .Where(part => IsPart(sum.Dataset, figure, part))
            .Select(part => part.Key);
    }

    private static bool IsPart(Dataset dataset, FigureRow sum, FigureRow part)
    {
        for (var i = 0; i < dataset.Dimensions.Count; i++)
        {
            var (dimension, names, code) = (dataset.Dimensions[i], sum.Code(i).Name.Split('+'), part.CodeIndex(i));
            var isIn =
                names is [DimensionGrouping.Total]
                || names.Any(name => dimension.IndexOf(name) is var at && at >= 0 && (at == code || dimension.IsAbove(at, code)));
            if (!isIn)
            {
                return false;
            }
        }

        return true;
    }
}
