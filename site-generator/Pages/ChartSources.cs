using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Who published the figures that a picture shows.</summary>
internal static class ChartSources
{
    /// <summary>
    /// The dataset's publisher where every figure has the dataset's own source; otherwise the publishers of the figures shown, each once,
    /// in the order met.
    /// </summary>
    public static string Of(Dataset dataset, IEnumerable<FigureRow> figures)
    {
        var sources = figures.Select(figure => figure.Attributes.Source ?? dataset.About.Source).Distinct(StringComparer.Ordinal).ToList();
        return dataset.About.Frequency is not null && sources.All(source => source == dataset.About.Source)
            ? dataset.About.Publisher
            : string.Join("; ", sources.Select(source => dataset.Source(source).Publisher).Distinct(StringComparer.Ordinal));
    }
}
