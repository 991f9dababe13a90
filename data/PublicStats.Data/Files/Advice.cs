namespace PublicStats.Data.Files;

/// <summary>What a person can do about a fault. A program that shows it adds its own way to do that.</summary>
/// <param name="Subject">The id of a release, the key of a figure or the path of a file, as the act needs. Empty for none.</param>
public sealed record Advice(AdvisedAct Act, string Subject = "");

/// <summary>What an advice names.</summary>
public enum AdvisedAct : byte
{
    /// <summary>Cancel the release.</summary>
    Cancel,

    /// <summary>Cancel the release in the same act.</summary>
    CancelTogether,

    /// <summary>Move the release to another time.</summary>
    Reschedule,

    /// <summary>Seal a backfill.</summary>
    Backfill,

    /// <summary>Seal no backfill.</summary>
    OmitBackfill,

    /// <summary>Give no time.</summary>
    OmitTime,

    /// <summary>Name no release that is to be cancelled.</summary>
    OmitCancelled,

    /// <summary>Give the name of another person.</summary>
    NameAnother,

    /// <summary>Give the names of two people.</summary>
    NameTwo,

    /// <summary>Name a figure by its key.</summary>
    NameFigure,

    /// <summary>Give the day on which a spreadsheet was made.</summary>
    NameDay,

    /// <summary>Correct the figure, or any figure.</summary>
    Correct,

    /// <summary>Withdraw the figure, or any figure.</summary>
    Withdraw,

    /// <summary>Read the log of releases.</summary>
    ReadLog,

    /// <summary>Verify the releases.</summary>
    Verify,

    /// <summary>Check the working files.</summary>
    Check,

    /// <summary>Correct the file with <see cref="TidyText"/>.</summary>
    Tidy,
}
