using System.Globalization;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>What an editor says when sealing.</summary>
/// <param name="At">A civil time in the publication's own zone, <c>2026-07-31 09:30</c>; null to publish as soon as it is approved.</param>
/// <param name="By">Who seals it, by role.</param>
/// <param name="Backfill">The time lies in the past, and the release holds only what had been published by then.</param>
/// <param name="Restore">Withdrawn figures that are to be answers again, by key.</param>
/// <param name="Seen">The digest of the files that the editor confirmed: others are not sealed. Null for none.</param>
public sealed record SealOrder(
    string? At,
    string Title,
    string Reason,
    string By,
    bool Backfill = false,
    IReadOnlyList<string>? Restore = null,
    string? Seen = null
);

/// <summary>Seals releases. Sealing the same again changes nothing.</summary>
public static class Sealing
{
    // Reading and checking take a moment, and "now" is still now after them.
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Checks the working files and seals them. Nothing of the release is seen until it is approved and its time has come.
    /// </summary>
    /// <exception cref="IOException">Another act is under way, or the disk refuses.</exception>
    /// <exception cref="BrokenReleaseException">The release before it is not as it was sealed.</exception>
    public static ActResult Seal(this ReleaseWorkflow workflow, SealOrder order)
    {
        var faults = new Faults();
        var working = WorkingFiles.Of(workflow.Folder, faults);
        var at = Moment(workflow, order, faults);
        RequiredText.Check(faults, ("title", order.Title), ("reason", order.Reason), ("by", order.By));
        at = faults.Count > 0 ? null : at;
        if (
            at is null
            || new ReleaseStore(workflow.Store.Folder).History() is { Last: null, Faults.Count: 0 }
                && Draft.Of(working, Plan(order, null, at.Value), faults) is null
        )
        {
            // A first seal that is refused leaves no trace, not even a folder.
            return ActResult.Refused(faults.All);
        }

        return workflow.RunExclusive(history =>
        {
            var before = history.Last is { } last ? workflow.Store.Open(last) : null;
            var draft = Draft.Of(working, Plan(order, before, at.Value), faults);
            if (draft is null || faults.Count > 0)
            {
                return ActResult.Refused(faults.All);
            }

            if (order.Seen is { } seen && seen != Reviewing.Digest(draft.Files))
            {
                return ActResult.Refused(
                    "releases",
                    "release",
                    "Your files changed while you were asked.",
                    "Run the command again, and look at what is new."
                );
            }

            return Write(workflow, history, draft, order, order.At is null ? workflow.Soonest(history.Last) : at.Value);
        });
    }

    internal static DateTimeOffset? Moment(ReleaseWorkflow workflow, SealOrder order, Faults faults)
    {
        var now = workflow.Now;
        var at = now;
        TimeRefusal? refusal = null;
        if (order.At is not null && !ZonedTime.TryParse(order.At, workflow.TimeZone, out at, out refusal))
        {
            faults.AddArgument("releases", "at", refusal!.Reason);
            return null;
        }

        if (at < now - Grace && !order.Backfill)
        {
            faults.AddArgument(
                "releases",
                "at",
                $"{at:yyyy-MM-dd HH:mm} is in the past; it is {now:yyyy-MM-dd HH:mm} now.",
                "Choose a time to come, or seal a backfill to fill in the past.",
                new Advice(AdvisedAct.Backfill)
            );
        }

        if (order.Backfill && at > now)
        {
            faults.AddArgument(
                "releases",
                "at",
                $"{at:yyyy-MM-dd HH:mm} is not in the past.",
                "A backfill has a time in the past.",
                new Advice(AdvisedAct.OmitBackfill)
            );
        }

        return faults.Count > 0 ? null : at;
    }

    private static ActResult Write(ReleaseWorkflow workflow, ReleaseHistory history, Draft draft, SealOrder order, DateTimeOffset at)
    {
        var files = workflow.Writer.WriteObjects(draft.Files, history);
        if (history.Last is { } same && IsSame(same.Manifest, order, at) && same.Manifest.Files.SequenceEqual(files))
        {
            return new(same, false, []);
        }

        if (Refusal(workflow, history, at) is { } refused)
        {
            return refused;
        }

        var about = new ReleaseAbout(ReleaseKind.Scheduled, order.Title, order.Reason);
        var seal = new ReleaseSeal(workflow.Time.GetUtcNow(), order.By, order.Backfill);
        var release = workflow.Writer.WriteManifest(Manifests.Scheduled(draft, history, at, about, seal, files));
        return workflow.AppendToLog(LogAction.Seal, order.By, release, order.Reason);
    }

    /// <summary>What is drafted for an order.</summary>
    internal static DraftPlan Plan(SealOrder order, SealedRelease? before, DateTimeOffset at) =>
        new(before, DateOnly.FromDateTime(at.DateTime)) { IsBackfill = order.Backfill, Restore = order.Restore ?? [] };

    /// <summary>Whether a release is what is ordered, except for its files.</summary>
    internal static bool IsSame(ReleaseManifest manifest, SealOrder order, DateTimeOffset at) =>
        manifest.PublishedAt == at && manifest.About == new ReleaseAbout(ReleaseKind.Scheduled, order.Title, order.Reason);

    /// <summary>Why a release cannot be published at a moment; null when it can.</summary>
    internal static ActResult? Refusal(ReleaseWorkflow workflow, ReleaseHistory history, DateTimeOffset at)
    {
        if (history.Last is { } last && (last.PublishedAt ?? last.Manifest.PublishedAt) is var time && at <= time)
        {
            var orElse = last.IsPublishedBy(workflow.Time.GetUtcNow()) ? "" : ", or cancel that release first";
            return ActResult.Refused(
                $"releases/{last.Id}",
                "at",
                $"Release {last.Id} is published at that time or later.",
                $"Releases follow one another: choose a time after {time:yyyy-MM-dd HH:mm}{orElse}."
            );
        }

        var waiting = history.Releases.FirstOrDefault(release =>
            release.Id.StartsWith(Name(at), StringComparison.Ordinal) && !release.IsPublishedBy(workflow.Time.GetUtcNow())
        );
        return waiting is null
            ? null
            : ActResult.Refused(
                $"releases/{waiting.Id}",
                "release",
                $"Release {waiting.Id} is sealed for that day and not yet published.",
                "To change only its time, reschedule it. To change what is in it, cancel it first.",
                new Advice(AdvisedAct.Reschedule, waiting.Id),
                new Advice(AdvisedAct.Cancel, waiting.Id)
            );
    }

    /// <summary>
    /// The day of a release, and a number from the second of that day on: after every one that is there, so that a later release never
    /// reads as an earlier one.
    /// </summary>
    internal static string FreeId(ReleaseHistory history, DateTimeOffset at)
    {
        var day = Name(at);
        var taken = history
            .Releases.Select(release => release.Id)
            .Where(id => id == day || id.StartsWith(day + "-", StringComparison.Ordinal))
            .Select(id => id == day ? 1 : int.Parse(id.AsSpan(day.Length + 1), CultureInfo.InvariantCulture))
            .DefaultIfEmpty(0)
            .Max();
        return taken == 0 ? day : $"{day}-{taken + 1}";
    }

    private static string Name(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
