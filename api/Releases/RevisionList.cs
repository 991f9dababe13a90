using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Api.Figures;
using PublicStats.Api.Formats;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>The figures of a dataset that were revised since they were first published.</summary>
internal sealed record RevisionList
{
    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The release that answers.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>The corrections of figures or texts of the dataset, newest first.</summary>
    public IReadOnlyList<CorrectionNotice>? Corrections { get; init; }

    /// <summary>The revised figures, in order of period and key.</summary>
    public required IReadOnlyList<RevisionItem> Revisions { get; init; }

    /// <summary>The withdrawn figures.</summary>
    public required IReadOnlyList<WithdrawnFigure> Withdrawn { get; init; }

    public static RevisionList Of(ReleaseRequest request, Dataset dataset)
    {
        var release = request.Release;
        return new()
        {
            Dataset = dataset.Name,
            Release = ReleaseName.Of(release),
            Corrections = CorrectionNotice.ListOf(release, CorrectionFinder.Of(release, dataset)),
            Revisions = [.. DatasetRevisions.Of(request.View, dataset).Select(RevisionItem.Of)],
            Withdrawn =
            [
                .. release.Manifest.Withdrawals.Where(withdrawal => withdrawal.Dataset == dataset.Name).Select(WithdrawnFigure.Of),
            ],
        };
    }
}

/// <summary>A figure that was revised.</summary>
internal sealed record RevisionItem
{
    /// <summary>The figure's key.</summary>
    public required string Key { get; init; }

    /// <summary>The value that was published first.</summary>
    public required RevisionValue FirstPublished { get; init; }

    /// <summary>The value now.</summary>
    public required RevisionValue Now { get; init; }

    /// <summary>The value now less the first, in the measure's unit. Null when either is missing or not exact.</summary>
    public required decimal? Difference { get; init; }

    /// <summary>How many times the value changed.</summary>
    public required int TimesRevised { get; init; }

    /// <summary>The address of the figure with every value that it had.</summary>
    public required string History { get; init; }

    public static RevisionItem Of(RevisedFigure revised) =>
        new()
        {
            Key = revised.Now.Key,
            FirstPublished = RevisionValue.Of(revised.First),
            Now = RevisionValue.Of(revised.Last),
            Difference = FigureStatement.Difference(revised.Difference, revised.Now),
            TimesRevised = revised.Values.Count - 1,
            History = ApiAddresses.Figure(revised.Now.Key),
        };
}

/// <summary>A value that a release gave to a figure.</summary>
internal sealed record RevisionValue
{
    /// <summary>The id of the release.</summary>
    public required string Release { get; init; }

    /// <inheritdoc cref="FigureMembers.Value"/>
    public required decimal? Value { get; init; }

    /// <inheritdoc cref="HistoryEntry.Bound"/>
    public required Bound? Bound { get; init; }

    /// <inheritdoc cref="FigureMembers.Status"/>
    public required IReadOnlyList<string> Status { get; init; }

    /// <inheritdoc cref="HistoryEntry.Text"/>
    public required string? Text { get; init; }

    /// <summary>Why the release gave this value, as far as a reason was given.</summary>
    public required string Reason { get; init; }

    public static RevisionValue Of(PublishedValue value) =>
        new()
        {
            Release = value.Release.Id,
            Value = value.Figure?.Value,
            Bound = value.Figure?.Bound,
            Status = value.Figure?.Status.Codes() ?? [],
            Text = value.Figure?.Text,
            Reason = value.Reason,
        };
}
