using PublicStats.Api.Corrections;

namespace PublicStats.Api.Http;

/// <summary>What was wrong with a request, as RFC 9457 defines it.</summary>
internal sealed record Problem
{
    /// <summary>The media type of a problem.</summary>
    public const string MediaType = "application/problem+json";

    /// <summary>
    /// The only member that is written as null although the record does not require it: when a value is named and no other is near it.
    /// </summary>
    public const string NullableMember = "nearest";

    /// <summary>The kind of problem, such as urn:publicstats:problem:bad-parameter.</summary>
    public required string Type { get; init; }

    /// <summary>The kind of problem in words.</summary>
    public required string Title { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>What was wrong, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The parameter, header, or part of the address that was wrong.</summary>
    public string? Parameter { get; init; }

    /// <summary>The value that was given, cut after 100 characters.</summary>
    public string? Value { get; init; }

    /// <summary>The values that may be given. Empty when the list is too long, or there is none: see allowedAt.</summary>
    public IReadOnlyList<string>? Allowed { get; init; }

    /// <summary>The address that lists or explains what may be given.</summary>
    public string? AllowedAt { get; init; }

    /// <summary>The allowed value that is nearest to the one given. Null when none is near.</summary>
    public string? Nearest { get; init; }

    /// <summary>Each fault, when there are several: the first 20 at most.</summary>
    public IReadOnlyList<ProblemError>? Errors { get; init; }

    /// <summary>How many faults are not in errors. Only when some are not.</summary>
    public int? MoreErrors { get; init; }

    /// <summary>The address of what is still known of a release whose content was taken away.</summary>
    public string? Tombstone { get; init; }

    /// <summary>The release that answers, when a figure was withdrawn.</summary>
    public ReleaseName? Release { get; init; }

    /// <summary>The withdrawn figure.</summary>
    public WithdrawnFigure? Withdrawn { get; init; }
}

/// <summary>One of several faults in a request.</summary>
internal sealed record ProblemError
{
    /// <summary>What was wrong, and what to do.</summary>
    public required string Detail { get; init; }

    /// <summary>The parameter that was wrong.</summary>
    public required string Parameter { get; init; }

    /// <summary>The value that was given, cut after 100 characters.</summary>
    public required string Value { get; init; }

    /// <summary>The values that may be given. Empty when the list is too long, or there is none: see allowedAt.</summary>
    public required IReadOnlyList<string> Allowed { get; init; }

    /// <summary>The address that lists or explains what may be given.</summary>
    public string? AllowedAt { get; init; }

    /// <summary>The allowed value that is nearest to the one given. Null when none is near.</summary>
    public required string? Nearest { get; init; }
}
