using System.CommandLine;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats approve</c>, <c>reschedule</c> and <c>cancel</c>: what is done with a release that waits.</summary>
internal static class Approve
{
    private static readonly Argument<string> Release = new("release") { Description = "The release, such as 2026-07-31." };

    public static Command Verb()
    {
        var by = new Option<string>("--by") { Description = "Who approves it, by role: another than who sealed it.", Required = true };
        var (all, yes) = (
            new Option<bool>("--all") { Description = "Shows every revised figure, not the 20 of each dataset that move most." },
            WorkflowOutput.Yes()
        );
        var verb = new Command(
            "approve",
            "A second person approves a sealed release as it is, byte for byte. Until then it is not published; if anything in it "
                + "differs later, it is not served. "
                + "Shows the title, the time and everything that changes, and asks.\n\n"
                + "Example: publicstats approve 2026-07-31 --by approver"
        )
        {
            Release,
            by,
            all,
            yes,
        };
        verb.SetAction(parsed =>
        {
            string? seen = null;
            return WorkflowOutput.Act(
                parsed,
                "approved",
                desk => desk.Approve(parsed.GetValue(Release)!, parsed.GetValue(by)!, seen),
                (desk, telling) =>
                {
                    var review = desk.Review(parsed.GetValue(Release)!);
                    seen = review?.Release.Release.Digest;
                    return review is null || Ask(desk, review, parsed.GetValue(all), parsed.GetValue(yes), telling);
                }
            );
        });
        return verb;
    }

    private static bool Ask(ReleaseWorkflow desk, ApprovalReview review, bool all, bool yes, CommandOutput telling)
    {
        var (release, manifest) = (review.Release, review.Release.Manifest);
        telling.Line($"Release {manifest.Id}, \"{manifest.Title}\", sealed by {manifest.SealedBy}: {manifest.Reason}");
        telling.Line(
            release.PublishedAt <= DateTimeOffset.UtcNow
                ? "It is published as soon as you approve it."
                : $"It is published on {release.PublishedAt:dddd d MMMM yyyy} at {release.PublishedAt:HH:mm} ({desk.TimeZone}, "
                    + $"UTC{release.PublishedAt:zzz})."
        );
        telling.Line();
        if (review.Diff is not { } diff)
        {
            telling.Line(
                $"It is the first release, or the one before it is purged: "
                    + $"{manifest.Datasets.Sum(dataset => dataset.Figures):#,##0} figures in {manifest.Datasets.Count} datasets."
            );
        }
        else if (telling.IsJson)
        {
            DiffJson.Tell(diff, telling);
        }
        else
        {
            new DiffText(diff, all, "Nothing in it differs from that release.", $"publicstats approve {manifest.Id} --all", telling).Tell(
                desk
            );
        }

        telling.Line();
        return telling.Agreed("Approve it?", yes);
    }

    public static Command Reschedule()
    {
        var at = new Option<string>("--at") { Description = "The new time, in the publication's own time.", Required = true };
        var (reason, by, yes) = (Reason(), WorkflowOutput.By("editor"), WorkflowOutput.Yes());
        var verb = new Command(
            "reschedule",
            "Moves the last release to another time before it is published. It takes the id of its new day, and must be approved anew.\n\n"
                + "Example: publicstats reschedule 2026-07-31 --at \"2026-08-03 09:30\" --reason \"A late figure from the publisher.\""
        )
        {
            Release,
            at,
            reason,
            by,
            yes,
        };
        verb.SetAction(parsed =>
            WorkflowOutput.Act(
                parsed,
                "rescheduled",
                desk => desk.Reschedule(parsed.GetValue(Release)!, parsed.GetValue(at)!, parsed.GetValue(by)!, parsed.GetValue(reason)!),
                (desk, telling) => WorkflowOutput.AskIfFar(desk, telling, parsed.GetValue(at), parsed.GetValue(yes))
            )
        );
        return verb;
    }

    public static Command Cancel()
    {
        var (reason, by) = (Reason(), WorkflowOutput.By("editor"));
        var verb = new Command(
            "cancel",
            "Takes back the last release before it is published. Its content is deleted; that it was sealed and cancelled stays in the log.\n\n"
                + "Example: publicstats cancel 2026-07-31 --reason \"A mistake in the title.\""
        )
        {
            Release,
            reason,
            by,
        };
        verb.SetAction(parsed =>
            WorkflowOutput.Act(parsed, "cancelled", desk => desk.Cancel(parsed.GetValue(Release)!, parsed.GetValue(by)!, parsed.GetValue(reason)!))
        );
        return verb;
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why, for the log.", Required = true };
}
