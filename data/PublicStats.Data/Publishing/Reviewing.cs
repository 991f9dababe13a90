using System.Globalization;
using System.Text;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>What an editor should know before sealing.</summary>
/// <param name="Questions">What is unusual, a sentence each; empty when there is nothing to ask.</param>
/// <param name="Diff">What the release would change; null for the first.</param>
/// <param name="Digest">Names the files that were looked at.</param>
public sealed record SealReview(IReadOnlyList<string> Questions, DraftDiff? Diff, string Digest);

/// <summary>What a second person should see before approving.</summary>
/// <param name="Release">The release as it is sealed.</param>
/// <param name="Diff">What it changes; null for the first.</param>
public sealed record ApprovalReview(SealedRelease Release, DraftDiff? Diff);

/// <summary>Looks at what an act would do, and changes nothing.</summary>
public static class Reviewing
{
    private const int FarYears = 2;

    /// <summary>What there is to ask before sealing; null when the act needs no answer, because it is refused or was done before.</summary>
    public static SealReview? Review(this ReleaseWorkflow workflow, SealOrder order)
    {
        var faults = new Faults();
        var working = WorkingFiles.Of(workflow.Folder, faults);
        var history = workflow.Store.History();
        if (history.Faults.Count > 0 || Sealing.Moment(workflow, order, faults) is not { } at)
        {
            return null;
        }

        var before = history.Last is { } last ? workflow.Store.Open(last) : null;
        if (
            Draft.Of(working, Sealing.Plan(order, before, at), faults) is not { } draft
            || (before is not null && Sealing.IsSame(before.Manifest, order, at) && Digest(draft.Files) == Digest(before.Manifest))
        )
        {
            return null;
        }

        var diff = DraftDiff.Of(draft);
        return new([.. Questions(workflow, order.At, diff)], diff, Digest(draft.Files));
    }

    /// <summary>What there is to see before approving a release; null when there is no such release, or it is approved.</summary>
    public static ApprovalReview? Review(this ReleaseWorkflow workflow, string id)
    {
        var history = workflow.Store.History();
        if (history.Faults.Count > 0 || history.Find(id) is not { ApprovedBy: null } release)
        {
            return null;
        }

        var opened = workflow.Store.Open(release);
        var before = history.Releases.TakeWhile(earlier => earlier.Id != id).LastOrDefault();
        return new(
            opened,
            before is null || before.Purge is not null
                ? null
                : DraftDiff.Between(workflow.Store.Open(before), opened.Publication, WorkingFiles.Of(workflow.Store, release.Manifest))
        );
    }

    /// <summary>That a time is years away, as a sentence; null when it is not, or there is no time.</summary>
    public static string? FarAway(this ReleaseWorkflow workflow, string? at) =>
        at is not null && ZonedTime.TryParse(at, workflow.TimeZone, out var moment, out _) && moment > workflow.Now.AddYears(FarYears)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"It would be published in {moment:MMMM yyyy}, {(moment - workflow.Now).Days / 365} years from now."
            )
            : null;

    /// <summary>Names the content of files: the same files have the same.</summary>
    internal static string Digest(WorkingFiles files) => Digest(files.Bytes.Select(file => (file.Key, ReleaseManifest.Hash(file.Value))));

    private static string Digest(ReleaseManifest manifest) => Digest(manifest.Files.Select(file => (file.Path, file.Sha256)));

    private static string Digest(IEnumerable<(string Path, string Sha256)> files) =>
        ReleaseManifest.Hash(
            Encoding.UTF8.GetBytes(
                string.Concat(files.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => $"{file.Sha256} {file.Path}\n"))
            )
        );

    private static IEnumerable<string> Questions(ReleaseWorkflow workflow, string? at, DraftDiff? diff)
    {
        if (workflow.FarAway(at) is { } far)
        {
            yield return far;
        }

        if (diff is { IsNothing: true })
        {
            yield return $"Nothing differs from release {diff.Before.Manifest.Id}: readers would get the same again under another title.";
        }

        if (diff?.Counts.Removed is > 0 and var removed)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{removed:#,##0} {(removed == 1 ? "figure" : "figures")} would be removed: "
                    + $"{(removed == 1 ? "its address" : "their addresses")} would answer that there is no such figure."
            );
        }

        if (diff?.Unusual.Count is > 0 and var unusual)
        {
            yield return unusual == 1
                ? "1 figure is outside its usual range."
                : string.Create(CultureInfo.InvariantCulture, $"{unusual:#,##0} figures are outside their usual range.");
        }
    }
}
