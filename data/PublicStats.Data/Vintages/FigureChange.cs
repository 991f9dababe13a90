using System.Text.Json.Serialization;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>What happened to a figure between two releases. Answers have it by its name in lower case, such as <c>added</c>.</summary>
[JsonConverter(typeof(NameInLowerCase<ChangeKind>))]
public enum ChangeKind : byte
{
    /// <summary>It was not there before.</summary>
    Added,

    /// <summary>Its value or its bound differs, or it has one where it had none.</summary>
    Revised,

    /// <summary>It is no longer there.</summary>
    Removed,

    /// <summary>The release withdrew it. Its value is not shown again.</summary>
    Withdrawn,
}

/// <summary>The names of kinds of change.</summary>
public static class ChangeKinds
{
    /// <summary>The name of a kind of change: <c>added</c>, <c>revised</c>, <c>removed</c> or <c>withdrawn</c>.</summary>
    public static string Name(this ChangeKind kind) => kind.ToString().ToLowerInvariant();
}

/// <summary>A figure that differs between two tables.</summary>
/// <param name="Key">The figure's permanent name.</param>
/// <param name="Was">The figure before; null when it is new, or withdrawn.</param>
/// <param name="Now">The figure after; null when it is gone.</param>
public sealed record FigureChange(ChangeKind Kind, string Key, FigureRow? Was, FigureRow? Now)
{
    /// <summary>The dataset of the figure.</summary>
    public string Dataset => FigureKey.DatasetOf(Key);

    /// <summary>New less old, in the measure's unit. Null where either has no value or a bound: bounds are not subtracted.</summary>
    public decimal? Difference => Movement.Between(Was, Now).Difference;

    /// <summary>
    /// The difference as a share of the old value, 0.05 for 5 % more. Null where there is no difference, or the old value was 0.
    /// </summary>
    public decimal? Share => Movement.Between(Was, Now).Share;
}
