using PublicStats.Data.Files;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>What the preview shows after one save. It never changes: the next save makes another state.</summary>
/// <param name="Number">From 1; a page with another number is out of date.</param>
/// <param name="Shown">What the pages show, as a sentence about the time: "as it will be on Friday 31 July 2026 at 09:30".</param>
/// <param name="Note">What else a reader of the preview must know; null for nothing.</param>
/// <param name="Faults">Why the files cannot be sealed as they are, in the order of files and lines.</param>
/// <param name="HasPages">Whether there is any release to show.</param>
/// <param name="Sealed">The draft as it was sealed for the preview; null when none was.</param>
internal sealed record PreviewState(
    int Number,
    string Shown,
    string? Note,
    IReadOnlyList<Fault> Faults,
    bool HasPages,
    SealedRelease? Sealed = null
)
{
    /// <summary>How many faults there are, in words.</summary>
    public string Count => Faults.Count == 1 ? "1 fault" : $"{Faults.Count} faults";
}
