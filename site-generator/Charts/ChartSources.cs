using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>The publishers of the figures in a picture.</summary>
internal static class ChartSources
{
    /// <summary>
    /// The dataset's publisher when every figure has the dataset's own source. Otherwise the publishers of the figures shown, each once,
    /// in their order.
    /// </summary>
    public static string Of(Dataset dataset, IEnumerable<FigureRow> figures)
    {
        var sources = figures
            .Select(figure => figure.Attributes.Source ?? dataset.About.Structure.Source)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return dataset.About.Structure.Frequency is not null && sources.All(source => source == dataset.About.Structure.Source)
            ? dataset.About.Text.Publisher
            : string.Join("; ", sources.Select(source => dataset.Source(source).Publisher).Distinct(StringComparer.Ordinal));
    }
}
