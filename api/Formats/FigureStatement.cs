using PublicStats.Data.Figures;

namespace PublicStats.Api.Formats;

/// <summary>What a figure says: its value, with how exact and how sure it is.</summary>
internal sealed record FigureStatement
{
    /// <inheritdoc cref="FigureMembers.Value"/>
    public required decimal? Value { get; init; }

    /// <inheritdoc cref="FigureMembers.Bound"/>
    public required Bound Bound { get; init; }

    /// <inheritdoc cref="FigureMembers.Status"/>
    public required IReadOnlyList<string> Status { get; init; }

    /// <inheritdoc cref="FigureMembers.Text"/>
    public required string Text { get; init; }

    public static FigureStatement Of(FigureRow row) =>
        new()
        {
            Value = row.Value,
            Bound = row.Bound,
            Status = row.Status.Codes(),
            Text = row.Text,
        };

    /// <summary>A difference with the decimals of a figure's measure.</summary>
    public static decimal? Difference(decimal? difference, FigureRow? row) =>
        difference is { } value && row?.Measure.Decimals is { } decimals
            ? Math.Round(value, decimals, MidpointRounding.AwayFromZero) + new decimal(0, 0, 0, false, (byte)decimals)
            : null;
}
