using PublicStats.Data.Datasets;

namespace PublicStats.Api.Catalogue;

/// <summary>Where a dataset's figures were published.</summary>
public static class DatasetSources
{
    /// <summary>The dataset's own source first, then those that figures name, in the order met.</summary>
    public static IReadOnlyList<Source> Of(Dataset dataset)
    {
        var named = new List<string>();
        var byDefault = false;
        for (var row = 0; row < dataset.Figures.Count; row++)
        {
            if (dataset.Figures[row].Attributes.Source is { } source)
            {
                named.Add(source);
            }
            else
            {
                byDefault = true;
            }
        }

        return
        [
            .. (byDefault ? named.Prepend(dataset.About.Structure.Source) : named).Distinct(StringComparer.Ordinal).Select(dataset.Source),
        ];
    }
}
