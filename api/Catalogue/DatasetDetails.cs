using PublicStats.Api.Corrections;
using PublicStats.Api.Figures;
using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Catalogue;

/// <summary>Everything needed to ask for the figures of a dataset, and to understand them.</summary>
internal sealed record DatasetDetails
{
    /// <summary>The release that the dataset is from.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>The corrections of figures or texts of the dataset, newest first.</summary>
    public IReadOnlyList<CorrectionNotice>? Corrections { get; init; }

    /// <inheritdoc cref="DatasetSummary.Name"/>
    public required string Name { get; init; }

    /// <inheritdoc cref="DatasetSummary.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="DatasetSummary.Description"/>
    public required string Description { get; init; }

    /// <inheritdoc cref="DatasetSummary.Notice"/>
    public string? Notice { get; init; }

    /// <inheritdoc cref="DatasetSummary.Illustrative"/>
    public required bool Illustrative { get; init; }

    /// <inheritdoc cref="DatasetSummary.Publisher"/>
    public required string Publisher { get; init; }

    /// <inheritdoc cref="DatasetSummary.Exactness"/>
    public required string Exactness { get; init; }

    /// <inheritdoc cref="DatasetSummary.Frequency"/>
    public required string Frequency { get; init; }

    /// <inheritdoc cref="DatasetSummary.Updates"/>
    public required string Updates { get; init; }

    /// <inheritdoc cref="DatasetSummary.Figures"/>
    public required int Figures { get; init; }

    /// <inheritdoc cref="DatasetSummary.FirstDay"/>
    public required DateOnly? FirstDay { get; init; }

    /// <inheritdoc cref="DatasetSummary.LastDay"/>
    public required DateOnly? LastDay { get; init; }

    /// <inheritdoc cref="DatasetSummary.Links"/>
    public required DatasetLinks Links { get; init; }

    /// <summary>What the figures are broken down by, in the order of the key.</summary>
    public required IReadOnlyList<DimensionItem> Dimensions { get; init; }

    /// <summary>What is counted.</summary>
    public required IReadOnlyList<MeasureItem> Measures { get; init; }

    /// <summary>What the figures include.</summary>
    public required IReadOnlyList<string> Counted { get; init; }

    /// <summary>What the figures do not include.</summary>
    public required IReadOnlyList<string> NotCounted { get; init; }

    /// <summary>Where figures before and after a date cannot be compared.</summary>
    public string? Breaks { get; init; }

    /// <summary>How the figures are rounded.</summary>
    public string? Rounding { get; init; }

    /// <summary>How people in the figures are protected.</summary>
    public string? Disclosure { get; init; }

    /// <summary>Where the figures were published: the dataset's own source first, then those that figures name.</summary>
    public required IReadOnlyList<FigureSource> Sources { get; init; }

    public static DatasetDetails Of(SealedRelease release, Dataset dataset)
    {
        var (summary, about) = (DatasetSummary.Of(dataset), dataset.About);
        return new()
        {
            Release = ReleaseName.Of(release),
            Corrections = CorrectionNotice.ListOf(release, CorrectionFinder.Of(release, dataset)),
            Name = summary.Name,
            Title = summary.Title,
            Description = summary.Description,
            Notice = summary.Notice,
            Illustrative = summary.Illustrative,
            Publisher = summary.Publisher,
            Exactness = summary.Exactness,
            Frequency = summary.Frequency,
            Updates = summary.Updates,
            Figures = summary.Figures,
            FirstDay = summary.FirstDay,
            LastDay = summary.LastDay,
            Links = summary.Links,
            Dimensions = [.. dataset.Dimensions.Select(DimensionItem.Of)],
            Measures = [.. dataset.Measures.Select(MeasureItem.Of)],
            Counted = about.Caveats.Counted,
            NotCounted = about.Caveats.NotCounted,
            Breaks = about.Caveats.Breaks,
            Rounding = about.Caveats.Rounding,
            Disclosure = about.Caveats.Disclosure,
            Sources = [.. DatasetSources.Of(dataset).Select(FigureSource.Of)],
        };
    }
}

/// <summary>What figures are broken down by.</summary>
internal sealed record DimensionItem
{
    /// <summary>The name in queries and answers.</summary>
    public required string Name { get; init; }

    /// <summary>The name in words.</summary>
    public required string Label { get; init; }

    /// <summary>The codes, in the order that they are published in.</summary>
    public required IReadOnlyList<CodeItem> Codes { get; init; }

    public static DimensionItem Of(Dimension dimension) =>
        new()
        {
            Name = dimension.Name,
            Label = dimension.Label,
            Codes = [.. dimension.Codes.Select(CodeItem.Of)],
        };
}

/// <summary>A value of a dimension.</summary>
internal sealed record CodeItem
{
    /// <summary>The name in queries and keys.</summary>
    public required string Code { get; init; }

    /// <summary>The name in words.</summary>
    public required string Label { get; init; }

    /// <summary>The code that this one is a part of.</summary>
    public string? Parent { get; init; }

    /// <summary>What belongs to it, where the label does not say it.</summary>
    public string? Description { get; init; }

    /// <summary>The codes that the publisher counts only together, and that this one is for.</summary>
    public IReadOnlyList<string>? PublishedOnlyTogether { get; init; }

    public static CodeItem Of(Code code) =>
        new()
        {
            Code = code.Name,
            Label = code.Label,
            Parent = code.Parent,
            Description = code.Description,
            PublishedOnlyTogether = code.Members.Count > 0 ? code.Members : null,
        };
}

/// <summary>What is counted.</summary>
internal sealed record MeasureItem
{
    /// <summary>The name in queries and keys.</summary>
    public required string Name { get; init; }

    /// <summary>The name in words.</summary>
    public required string Label { get; init; }

    /// <summary>The word after a value, such as people.</summary>
    public required string Unit { get; init; }

    /// <summary>How many decimals every value has.</summary>
    public required int Decimals { get; init; }

    /// <summary>Which sums are true: none, over dimensions, or all (over dimensions and time).</summary>
    public required Additivity Additivity { get; init; }

    /// <summary>What counts, and what does not.</summary>
    public required string Definition { get; init; }

    public static MeasureItem Of(Measure measure) =>
        new()
        {
            Name = measure.Name,
            Label = measure.Label,
            Unit = measure.Unit,
            Decimals = measure.Decimals,
            Additivity = measure.Additivity,
            Definition = measure.Definition,
        };
}
