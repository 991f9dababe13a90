using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>What a second person does with a sealed release, and what is done with one that waits.</summary>
public static class Approving
{
    /// <summary>
    /// Approves a release as it was sealed, byte for byte: one that differs from then on is not served. It may be published from now on,
    /// at its time.
    /// </summary>
    /// <param name="by">Somebody other than who sealed it.</param>
    /// <param name="seen">The digest of the release that the approver was shown: another that has its name by now is not approved. Null for
    /// none.</param>
    public static ActResult Approve(this ReleaseWorkflow workflow, string id, string by, string? seen = null) =>
        workflow.RunExclusive(history =>
        {
            if (ReleaseWorkflow.Find(history, id, out var refused) is not { } release)
            {
                return refused;
            }

            if (seen is not null && seen != release.Digest)
            {
                return ActResult.Refused(
                    $"releases/{id}",
                    "release",
                    $"Release {id} was sealed again while you were looking at it.",
                    "Look at it again: run the same command."
                );
            }

            if (release.ApprovedBy is not null)
            {
                return new(release, false, []);
            }

            if (MissingText(("by", by)) is { } unsaid)
            {
                return unsaid;
            }

            // A release that was sealed again behind another has two authors: who sealed it first, and who changed it by the other.
            var sealers = workflow
                .Store.Log.Read(out _)
                .Where(entry => entry.Act == LogAction.Seal && entry.Manifest == release.Digest)
                .Select(entry => entry.By)
                .Prepend(release.Manifest.Seal.By);
            if (sealers.FirstOrDefault(sealer => PersonName.IsSame(sealer, by)) is { } author)
            {
                return ActResult.Refused(
                    $"releases/{id}",
                    "by",
                    $"{author} sealed this release.",
                    "A second person must approve it. Give another name.",
                    new Advice(AdvisedAct.NameAnother)
                );
            }

            if (
                history.Releases.TakeWhile(earlier => earlier.Id != id).FirstOrDefault(earlier => earlier.ApprovedBy is null) is { } waiting
            )
            {
                return ActResult.Refused(
                    $"releases/{waiting.Id}",
                    "release",
                    $"Release {waiting.Id} comes before it and is not approved.",
                    "Approve that one first, or cancel it and seal this one again."
                );
            }

            foreach (var file in release.Manifest.Files)
            {
                workflow.Store.Read(file);
            }

            return workflow.AppendToLog(LogAction.Approve, by, release, "");
        });

    /// <summary>Moves the last release to another time, before it is published. The new time must be approved anew.</summary>
    /// <param name="at">A civil time in the publication's zone.</param>
    public static ActResult Reschedule(this ReleaseWorkflow workflow, string id, string at, string by, string reason) =>
        workflow.RunExclusive(history =>
        {
            if (Waiting(workflow, history, id, out var refused) is not { } release)
            {
                return refused;
            }

            if (!ZonedTime.TryParse(at, workflow.TimeZone, out var moment, out var wrong))
            {
                return ActResult.Refused($"releases/{id}", "at", wrong!.Reason.Problem, wrong.Reason.Cure);
            }

            if (release.Manifest.Seal.IsBackfill)
            {
                return ActResult.Refused(
                    $"releases/{id}",
                    "release",
                    $"Release {id} fills in the past, and holds only what had been published by then.",
                    "Cancel it, and seal the files as they are now for that time."
                );
            }

            if (MissingText(("reason", reason), ("by", by)) is { } unsaid)
            {
                return unsaid;
            }

            if (moment == release.Manifest.PublishedAt)
            {
                return new(release, false, []);
            }

            if (moment < workflow.Time.GetUtcNow())
            {
                return ActResult.Refused($"releases/{id}", "at", $"{moment:yyyy-MM-dd HH:mm} is in the past.", "Choose a time to come.");
            }

            var without = history with { Releases = [.. history.Releases.Where(known => known.Id != id)] };
            if (Sealing.Refusal(workflow, without, moment) is { } inTheWay)
            {
                return inTheWay;
            }

            // The old folder keeps its name until the log has the new one, so the new one gets another name even on the same day.
            var manifest = Manifests.Moved(release.Manifest, Sealing.FreeId(history, moment), moment);
            var done = workflow.AppendToLog(LogAction.Reschedule, by, workflow.Writer.WriteManifest(manifest), reason, replaces: id);
            OrphanedFiles.Sweep(workflow.Store, workflow.Store.History());
            return done;
        });

    /// <summary>
    /// Takes back the last release before it is published. Its content is deleted; that it was sealed and cancelled stays in the log.
    /// </summary>
    public static ActResult Cancel(this ReleaseWorkflow workflow, string id, string by, string reason) =>
        workflow.RunExclusive(history =>
        {
            if (Waiting(workflow, history, id, out var refused) is not { } release)
            {
                return refused;
            }

            if (MissingText(("reason", reason), ("by", by)) is { } unsaid)
            {
                return unsaid;
            }

            var done = workflow.AppendToLog(LogAction.Cancel, by, release, reason);
            OrphanedFiles.Sweep(workflow.Store, workflow.Store.History());
            return done;
        });

    private static ActResult? MissingText(params ReadOnlySpan<(string Part, string Text)> said)
    {
        var faults = new Faults();
        RequiredText.Check(faults, said);
        return faults.Count > 0 ? ActResult.Refused(faults.All) : null;
    }

    private static Release? Waiting(ReleaseWorkflow workflow, ReleaseHistory history, string id, out ActResult refused)
    {
        if (ReleaseWorkflow.Find(history, id, out refused) is not { } release)
        {
            return null;
        }

        if (release.IsPublishedBy(workflow.Time.GetUtcNow()))
        {
            refused = ActResult.Refused(
                $"releases/{id}",
                "release",
                $"Release {id} is published, and what is published is never taken back in silence.",
                "Correct it, or withdraw a figure.",
                new Advice(AdvisedAct.Correct),
                new Advice(AdvisedAct.Withdraw)
            );
        }
        else if (history.Last!.Id is var last && last != id)
        {
            refused = ActResult.Refused(
                $"releases/{id}",
                "release",
                $"Release {last} was sealed after it.",
                $"Cancel {last} first.",
                new Advice(AdvisedAct.Cancel, last)
            );
        }

        return refused.Faults.Count > 0 ? null : release;
    }
}
