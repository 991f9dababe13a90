using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Figures;

/// <summary>How to cite a figure.</summary>
public static class Citation
{
    /// <summary>The figure, what it is, who published it, the release, and the address that stays.</summary>
    public static string Of(SealedRelease release, FoundFigure found)
    {
        var figure = found.Figure;
        var source = found.Dataset.Source(figure.Words.Source ?? found.Dataset.About.Source);
        return $"{figure.Text}: {found.Dataset.Title}, {figure.Measure.Label.ToLowerInvariant()}, {figure.Period.Label}. {source.Publisher}, {source.Title}. " +
            $"{release.Publication.Title}, release of {release.PublishedAt:d MMMM yyyy}, {release.Publication.Address}/{figure.Key}/";
    }
}
