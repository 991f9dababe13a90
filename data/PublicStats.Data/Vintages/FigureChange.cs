using PublicStats.Data.Figures;

namespace PublicStats.Data.Vintages;

/// <summary>What happened to a figure between two releases.</summary>
public enum ChangeKind
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>Its value or its bound differs, or it has one where it had none.</summary>
    Revised,

    /// <summary>It is no longer there.</summary>
    Removed,

    /// <summary>The release withdrew it. Its value is not said again.</summary>
    Withdrawn,
}

/// <summary>A figure that two tables do not hold alike.</summary>
/// <param name="Key">Names the figure for ever.</param>
/// <param name="Was">As it stood before; null when it is new, or withdrawn.</param>
/// <param name="Now">As it stands after; null when it is gone.</param>
public sealed record FigureChange(ChangeKind Kind, string Key, FigureRow? Was, FigureRow? Now)
{
    /// <summary>The dataset of the figure.</summary>
    public string Dataset => FigureKey.DatasetOf(Key);

    /// <summary>New less old, in the measure's unit. Null where either has no value or a bound: bounds are not subtracted.</summary>
    public decimal? Difference =>
        Was is { Value: { } was, Bound: Bound.Exact } && Now is { Value: { } now, Bound: Bound.Exact } ? now - was : null;

    /// <summary>
    /// The difference as a share of the old value, 0.05 for 5 % more. Null where there is no difference, or the old value was 0.
    /// </summary>
    public decimal? Share => Difference is { } difference && Was!.Value.Value is { } was and not 0 ? difference / was : null;
}
