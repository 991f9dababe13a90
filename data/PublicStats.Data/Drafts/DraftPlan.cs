using PublicStats.Data.Releases;

namespace PublicStats.Data.Drafts;

/// <summary>The release that a draft is for.</summary>
/// <param name="Before">The release that it would follow; null for the first.</param>
/// <param name="Day">Its day, in the publication's time zone.</param>
public sealed record DraftPlan(SealedRelease? Before, DateOnly Day)
{
    /// <summary>The day is in the past, and only what had been published by then is in the draft.</summary>
    public bool IsBackfill { get; init; }

    /// <summary>Withdrawn figures that are to be answers again, by key.</summary>
    public IReadOnlyList<string> Restore { get; init; } = [];

    /// <summary>The files are those of a release with some changes, not the folder that an editor works in.</summary>
    public bool IsOfSealedFiles { get; init; }

    /// <summary>
    /// A draft made from the same folder a moment ago: what did not change since is not read again. Null to read everything.
    /// </summary>
    public Draft? Last { get; init; }
}
