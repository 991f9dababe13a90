using System.Text.Json.Serialization;
using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Api.Formats;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Figures;

/// <summary>One figure, with what it means, where it was published, and every value that it had.</summary>
internal sealed record FigureDetails
{
    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The release that the figure is from.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>The corrections that concern the figure, newest first.</summary>
    public IReadOnlyList<CorrectionNotice>? Corrections { get; init; }

    /// <summary>What a reader must know of every figure of the dataset.</summary>
    public string? Notice { get; init; }

    /// <summary>The figure.</summary>
    public required Figure Figure { get; init; }

    /// <summary>What the figure means, in words.</summary>
    public required FigureMeaning Means { get; init; }

    /// <summary>Where the figure was published.</summary>
    public required FigureSource Source { get; init; }

    /// <summary>How to cite the figure.</summary>
    public required string Cite { get; init; }

    /// <summary>The page of the figure.</summary>
    public required string Page { get; init; }

    /// <summary>The address of the figure in this release. It gives the same answer for ever.</summary>
    public required string Frozen { get; init; }

    /// <summary>Every value that the figure had, oldest first.</summary>
    public required IReadOnlyList<HistoryEntry> History { get; init; }

    public static FigureDetails Of(ReleaseRequest request, FoundFigure found)
    {
        var (release, figure, dataset) = (request.Release, found.Figure, found.Dataset);
        var isFrozen = request.View.IsFrozen || request.VersionSelector is not null;
        return new()
        {
            Dataset = dataset.Name,
            Release = ReleaseName.Of(release),
            Corrections = CorrectionNotice.ListOf(release, CorrectionFinder.Of(release, dataset, [figure])),
            Notice = dataset.About.Text.Notice,
            Figure = Figure.Of(figure),
            Means = FigureMeaning.Of(figure),
            Source = FigureSource.Of(dataset.Source(figure.Attributes.Source ?? dataset.About.Structure.Source)),
            Cite = Citation.Of(release, found, isFrozen),
            Page = Citation.Page(release, found, isFrozen),
            Frozen = AddressBook.Versioned(ApiAddresses.Figure(figure.Key), release.Manifest.Id),
            History = HistoryEntry.ListOf(request.View.HistoryOf(found.RequestedKey), found.RequestedKey),
        };
    }
}

/// <summary>What a figure means, in words. The label of each code is under the dimension's name, after lastDay.</summary>
[JsonConverter(typeof(DimensionedConverter<FigureMeaning, FigureMeaningMembers>))]
internal sealed record FigureMeaning(FigureMeaningMembers Members, FigureRow Row) : IDimensioned<FigureMeaningMembers>
{
    /// <inheritdoc/>
    public static string After => "lastDay";

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Dimensions =>
        Row.Dimensions.Select((dimension, i) => KeyValuePair.Create(dimension.Name, Row.Code(i).Label));

    public static FigureMeaning Of(FigureRow row) =>
        new(
            new()
            {
                Measure = row.Measure.Label,
                Definition = row.Measure.Definition,
                Unit = row.Attributes.Unit ?? row.Measure.Unit,
                Period = row.Period.Label,
                FirstDay = row.Period.First,
                LastDay = row.Period.Last,
                Status = [.. row.Status.Codes().Select(code => FigureStatuses.Meaning(code)!)],
            },
            row
        );
}

/// <summary>The members that the meaning of every figure has.</summary>
internal sealed record FigureMeaningMembers
{
    /// <summary>What is counted.</summary>
    public required string Measure { get; init; }

    /// <summary>What counts, and what does not.</summary>
    public required string Definition { get; init; }

    /// <summary>The word after the value, such as people.</summary>
    public required string Unit { get; init; }

    /// <summary>The time that the figure covers.</summary>
    public required string Period { get; init; }

    /// <summary>The first day of the period.</summary>
    public required DateOnly FirstDay { get; init; }

    /// <summary>The last day of the period.</summary>
    public required DateOnly LastDay { get; init; }

    /// <summary>The meaning of each status code.</summary>
    public required IReadOnlyList<string> Status { get; init; }
}
