using PublicStats.Api.Addresses;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Figures;

/// <summary>How to cite a figure.</summary>
public static class Citation
{
    /// <summary>The sentence of the figure, who published it, the release, and the address at which it reads as cited.</summary>
    /// <param name="isFrozen">The figure is cited as a release had it, and so by its page in that release.</param>
    public static string Of(SealedRelease release, FoundFigure found, bool isFrozen)
    {
        var figure = found.Figure;
        var source = found.Dataset.Source(figure.Attributes.Source ?? found.Dataset.About.Structure.Source);
        return $"{FigureSentence.Of(found.Dataset, figure)}. {source.Publisher}, {source.Title}. "
            + $"{release.Publication.About.Title}, {found.Dataset.Title}, release of {release.PublishedAt:d MMMM yyyy}, "
            + Page(release, found, isFrozen);
    }

    /// <summary>The page of the figure: the one that is kept up to date, or the one that a release had.</summary>
    public static string Page(SealedRelease release, FoundFigure found, bool isFrozen)
    {
        var page = $"/{found.Figure.Key}/";
        return release.Publication.About.Address + (isFrozen ? AddressBook.Versioned(page, release.Manifest.Id) : page);
    }
}
