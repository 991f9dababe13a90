using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>Why a figure changed, as far as anybody said. A reason is never supplied.</summary>
public static class ChangeReason
{
    /// <summary>The note an import gives to a figure whose row the publisher marks.</summary>
    public const string MarkedByPublisher = "Marked as revised by the publisher.";

    /// <summary>The reason for a change that a release made.</summary>
    /// <param name="key">The figure's key.</param>
    /// <param name="was">As it stood before; null when it was not there.</param>
    /// <param name="now">As it stands after; null when it is gone.</param>
    public static string Of(ReleaseManifest release, string key, FigureRow? was, FigureRow? now)
    {
        if (
            release.Withdrawals.FirstOrDefault(otherWithdrawal => otherWithdrawal.Release == release.Id && otherWithdrawal.Key == key) is
            { } withdrawal
        )
        {
            return $"Withdrawn: {withdrawal.Reason}";
        }

        if (
            release.Corrections.FirstOrDefault(otherCorrection =>
                otherCorrection.Release == release.Id && otherCorrection.Keys.Contains(key)
            ) is
            { } correction
        )
        {
            return $"Correction: {correction.Wrong} {correction.Why}";
        }

        return was is null ? "First published."
            : now is null ? "No longer published. No reason given."
            : was.Value.Attributes.Covers != now.Value.Attributes.Covers ? "It covers more days."
            : now.Value.Attributes.Note?.StartsWith(MarkedByPublisher, StringComparison.Ordinal) == true
                ? "Marked as revised by the publisher. No reason given."
            : "No reason given.";
    }
}
