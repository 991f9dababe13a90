namespace PublicStats.Data.Publishing;

/// <summary>What a person can do when an act is refused. A program that shows it adds its own way to do that.</summary>
/// <param name="Release">The id of the release that it is done to.</param>
public sealed record Advice(AdvisedAct Act, string Release);

/// <summary>What an advice names.</summary>
public enum AdvisedAct : byte
{
    /// <summary>Cancel the release first.</summary>
    Cancel,

    /// <summary>Cancel the release in the same act.</summary>
    CancelTogether,

    /// <summary>Move the release to another time.</summary>
    Reschedule,
}
