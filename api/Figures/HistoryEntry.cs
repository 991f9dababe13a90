using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;
using PublicStats.Data.Figures;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Figures;

/// <summary>A value that a figure had from a release on.</summary>
internal sealed record HistoryEntry
{
    /// <summary>The id of the release.</summary>
    public required string Release { get; init; }

    /// <summary>When the release was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <inheritdoc cref="FigureMembers.Value"/>
    public required decimal? Value { get; init; }

    /// <summary>How exact the value is. Null when the release has no such figure.</summary>
    public required Bound? Bound { get; init; }

    /// <inheritdoc cref="FigureMembers.Status"/>
    public required IReadOnlyList<string> Status { get; init; }

    /// <summary>The value as a sentence says it. Null when the release has no such figure.</summary>
    public required string? Text { get; init; }

    /// <inheritdoc cref="FigureMembers.Covers"/>
    public string? Covers { get; init; }

    /// <summary>This value less the one before, in the measure's unit. Null when either is missing or not exact.</summary>
    public required decimal? Difference { get; init; }

    /// <summary>Why the value differs from the one before, as far as a reason was given.</summary>
    public required string Reason { get; init; }

    /// <summary>The address of the figure in the release.</summary>
    public required string Address { get; init; }

    public static IReadOnlyList<HistoryEntry> ListOf(IReadOnlyList<PublishedValue> history, string key) =>
        [.. history.Select(value => Of(key, value))];

    private static HistoryEntry Of(string key, PublishedValue value)
    {
        var (release, figure, difference, reason) = value;
        return new()
        {
            Release = release.Id,
            PublishedAt = release.PublishedAt!.Value,
            Value = figure?.Value,
            Bound = figure?.Bound,
            Status = figure?.Status.Codes() ?? [],
            Text = figure?.Text,
            Covers = figure?.Attributes.Covers?.Code,
            Difference = FigureStatement.Difference(difference, figure),
            Reason = reason,
            Address = AddressBook.Versioned(ApiAddresses.Figure(key), release.Id),
        };
    }
}
