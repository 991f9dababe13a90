using PublicStats.Data.Files;

namespace PublicStats.Data.Periods;

/// <summary>Why a text names no moment.</summary>
public enum TimeProblem
{
    /// <summary>The text is not a time.</summary>
    NotATime,

    /// <summary>The time zone is not known.</summary>
    UnknownZone,

    /// <summary>The clocks go forward over that time.</summary>
    SkippedByClocks,

    /// <summary>The clocks go back, so that the time comes twice.</summary>
    RepeatedByClocks,
}

/// <summary>Why a text names no moment, and what to write.</summary>
public sealed record TimeRefusal(TimeProblem Kind, Reason Reason);
