using PublicStats.Data.Releases;

namespace PublicStats.Api.Corrections;

/// <summary>A figure that was withdrawn, and why.</summary>
internal sealed record WithdrawnFigure
{
    /// <summary>The figure's key.</summary>
    public required string Key { get; init; }

    /// <summary>The id of the release that withdrew it.</summary>
    public string? Release { get; init; }

    /// <summary>Why it was withdrawn.</summary>
    public required string Reason { get; init; }

    /// <summary>Where to read about the release that withdrew it.</summary>
    public string? Address { get; init; }

    public static WithdrawnFigure Of(Withdrawal withdrawal) =>
        new()
        {
            Key = withdrawal.Key,
            Release = withdrawal.Release,
            Reason = withdrawal.Reason,
        };
}
