using PublicStats.Api.Addresses;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Corrections;

/// <summary>A correction of published figures or texts.</summary>
internal sealed record CorrectionNotice
{
    /// <summary>The id of the release that corrects.</summary>
    public string? Release { get; init; }

    /// <summary>What was wrong.</summary>
    public required string Wrong { get; init; }

    /// <summary>How the mistake happened.</summary>
    public required string Why { get; init; }

    /// <summary>Who may have used the wrong figures, and what they should do.</summary>
    public required string Affected { get; init; }

    /// <summary>The keys of the corrected figures. Empty when only texts were corrected.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>The corrected files of text, by their paths in the release.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>The page of the release that corrects.</summary>
    public string? Address { get; init; }

    public static CorrectionNotice Of(Correction correction) =>
        new()
        {
            Wrong = correction.Wrong,
            Why = correction.Why,
            Affected = correction.Affected,
            Keys = correction.Keys,
            Words = correction.Words,
        };

    /// <summary>Corrections as an answer lists them. Null when there are none: the answer then has no such member.</summary>
    public static IReadOnlyList<CorrectionNotice>? ListOf(SealedRelease release, IReadOnlyList<Correction> corrections) =>
        corrections.Count == 0
            ? null
            :
            [
                .. corrections.Select(correction =>
                    Of(correction) with
                    {
                        Release = correction.Release,
                        Address = release.Publication.About.Address + AddressBook.ReleasePage(correction.Release),
                    }
                ),
            ];
}
