using PublicStats.Api.Formats;
using PublicStats.Api.Http;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>What changed in a release, figure by figure.</summary>
internal sealed record ChangeList
{
    /// <summary>The release that changed the figures.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>The id of the release before, that this one is compared with. Null for the first.</summary>
    public required string? Before { get; init; }

    /// <summary>How many figures are new.</summary>
    public required int Added { get; init; }

    /// <summary>How many figures have another value, or another bound.</summary>
    public required int Revised { get; init; }

    /// <summary>How many figures are gone.</summary>
    public required int Removed { get; init; }

    /// <summary>How many figures were withdrawn.</summary>
    public required int Withdrawn { get; init; }

    /// <summary>The changes.</summary>
    public required IEnumerable<ChangeItem> Changes { get; init; }

    public static ChangeList Of(ReleaseView view, SealedRelease release)
    {
        var changes = view.ChangesOf(release);
        var counts = ChangeCounts.Of(changes);
        return new()
        {
            Release = ReleaseName.Of(release),
            Before = view.Before(release.Release)?.Manifest.Id,
            Added = counts.Added,
            Revised = counts.Revised,
            Removed = counts.Removed,
            Withdrawn = counts.Withdrawn,
            Changes = changes.Select(change => ChangeItem.Of(release, change)),
        };
    }
}

/// <summary>A figure that differs from the release before.</summary>
internal sealed record ChangeItem
{
    /// <summary>The figure's key.</summary>
    public required string Key { get; init; }

    /// <summary>What happened to the figure.</summary>
    public required ChangeKind Change { get; init; }

    /// <summary>The figure before. Null when it is new, or was withdrawn.</summary>
    public required FigureStatement? Was { get; init; }

    /// <summary>The figure after. Null when it is gone.</summary>
    public required FigureStatement? Now { get; init; }

    /// <summary>The new value less the old, in the measure's unit. Null when either is missing or not exact.</summary>
    public required decimal? Difference { get; init; }

    /// <summary>
    /// The difference as a share of the old value, to 4 decimals: 0.05 is 5 % more. Null without a difference, or when the old value is 0.
    /// </summary>
    public required decimal? Share { get; init; }

    /// <summary>Why the figure changed, as far as a reason was given.</summary>
    public required string Reason { get; init; }

    public static ChangeItem Of(SealedRelease release, FigureChange change) =>
        new()
        {
            Key = change.Key,
            Change = change.Kind,
            Was = change.Was is { } was ? FigureStatement.Of(was) : null,
            Now = change.Now is { } now ? FigureStatement.Of(now) : null,
            Difference = FigureStatement.Difference(change.Difference, change.Now),
            Share = change.Share is { } share ? Math.Round(share, 4) : null,
            Reason = ChangeReason.Of(release.Manifest, change.Key, change.Was, change.Now),
        };
}
