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
        var sources = figures
            .Select(figure => figure.Attributes.Source ?? dataset.About.Structure.Source)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return dataset.About.Structure.Frequency is not null && sources.All(source => source == dataset.About.Structure.Source)
            ? dataset.About.Text.Publisher
            : string.Join("; ", sources.Select(source => dataset.Source(source).Publisher).Distinct(StringComparer.Ordinal));
    }
}
