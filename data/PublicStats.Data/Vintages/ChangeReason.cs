using PublicStats.Data.Figures;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>Why a figure changed, as far as it was stated. No reason is made up.</summary>
public static class ChangeReason
{
    /// <summary>The reason for a change that a release made.</summary>
    /// <param name="key">The figure's key.</param>
    /// <param name="was">The figure before; null when there was none.</param>
    /// <param name="now">The figure after; null when there is none.</param>
    public static string Of(ReleaseManifest release, string key, FigureRow? was, FigureRow? now)
    {
        if (release.Withdrawals.FirstOrDefault(withdrawal => withdrawal.Release == release.Id && withdrawal.Key == key) is { } withdrawn)
        {
            return $"Withdrawn: {withdrawn.Reason}";
        }

        var corrected = release.Corrections.FirstOrDefault(correction => correction.Release == release.Id && correction.Keys.Contains(key));
        return corrected is null ? Unnamed(was, now) : $"Correction: {corrected.Wrong} {corrected.Why}";
    }

    // The reason of a change that the manifest does not name.
    private static string Unnamed(FigureRow? was, FigureRow? now)
    {
        if (was is not { } before)
        {
            return "First published.";
        }

        if (now is not { } after)
        {
            return "No longer published. No reason given.";
        }

        if (before.Attributes.Covers != after.Attributes.Covers)
        {
            return "It covers more days.";
        }

        return after.Attributes.IsMarkedRevised ? $"{PublisherMark.Sentence} No reason given." : "No reason given.";
    }
}
