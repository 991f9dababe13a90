using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Catalogue;

/// <summary>Every dataset of a release.</summary>
internal sealed record DatasetList
{
    /// <summary>The release that they are from.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>The datasets, in the publication's order.</summary>
    public required IReadOnlyList<DatasetSummary> Datasets { get; init; }

    public static DatasetList Of(SealedRelease release) =>
        new() { Release = ReleaseName.Of(release), Datasets = [.. release.Publication.Datasets.Select(DatasetSummary.Of)] };
}

/// <summary>What a dataset has in it, and where its figures are.</summary>
internal sealed record DatasetSummary
{
    /// <summary>The name in addresses and keys.</summary>
    public required string Name { get; init; }

    /// <summary>The title of the dataset.</summary>
    public required string Title { get; init; }

    /// <summary>What the figures are of, where, and who counted them.</summary>
    public required string Description { get; init; }

    /// <summary>What a reader must know of every figure.</summary>
    public string? Notice { get; init; }

    /// <summary>Whether the figures were invented to show the form of a dataset.</summary>
    public required bool Illustrative { get; init; }

    /// <summary>The body that publishes the figures.</summary>
    public required string Publisher { get; init; }

    /// <summary>How exact the figures are.</summary>
    public required string Exactness { get; init; }

    /// <summary>The kind of every period, such as day or year. For statements, whose periods may be of any kind: statement.</summary>
    public required string Frequency { get; init; }

    /// <summary>When the dataset is updated.</summary>
    public required string Updates { get; init; }

    /// <summary>How many figures it has.</summary>
    public required int Figures { get; init; }

    /// <summary>The first day that a figure covers. Null when there is no figure.</summary>
    public required DateOnly? FirstDay { get; init; }

    /// <summary>The last day that a figure covers. Null when there is no figure.</summary>
    public required DateOnly? LastDay { get; init; }

    /// <summary>The addresses of the dataset.</summary>
    public required DatasetLinks Links { get; init; }

    public static DatasetSummary Of(Dataset dataset)
    {
        var (about, days) = (dataset.About, Coverage.Of(dataset));
        return new()
        {
            Name = dataset.Name,
            Title = dataset.Title,
            Description = about.Text.Description,
            Notice = about.Text.Notice,
            Illustrative = about.Structure.Illustrative,
            Publisher = about.Text.Publisher,
            Exactness = about.Text.Exactness,
            Frequency = about.Structure.Frequency?.Word() ?? "statement",
            Updates = about.Text.Updates,
            Figures = dataset.Figures.Count,
            FirstDay = days?.First,
            LastDay = days?.Last,
            Links = DatasetLinks.Of(dataset.Name),
        };
    }
}
