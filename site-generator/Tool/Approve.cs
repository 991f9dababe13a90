using System.CommandLine;
using PublicStats.Data.Desk;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats approve</c>, <c>reschedule</c> and <c>cancel</c>: what is done with a release that waits.</summary>
internal static class Approve
{
    private static readonly Argument<string> Release = new("release") { Description = "The release, such as 2026-07-31." };

    public static Command Verb()
    {
        var by = new Option<string>("--by") { Description = "Who approves it, by role: another than who sealed it.", Required = true };
        var verb = new Command("approve", "A second person approves a sealed release as it is, byte for byte. Until then it is not published; if anything in it differs later, it is not served.\n\n" +
            "Example: publicstats approve 2026-07-31 --by approver") { Release, by };
        verb.SetAction(parsed => Desk.Act(parsed, "approved", desk => desk.Approve(parsed.GetValue(Release)!, parsed.GetValue(by)!)));
        return verb;
    }

    public static Command Reschedule()
    {
        var at = new Option<string>("--at") { Description = "The new time, in the publication's own time.", Required = true };
        var (reason, by) = (Reason(), Desk.By("editor"));
        var verb = new Command("reschedule", "Moves the last release to another time before it is published. It takes the id of its new day, and must be approved anew.\n\n" +
            "Example: publicstats reschedule 2026-07-31 --at \"2026-08-03 09:30\" --reason \"A late figure from the publisher.\"") { Release, at, reason, by };
        verb.SetAction(parsed => Desk.Act(parsed, "rescheduled", desk => desk.Reschedule(parsed.GetValue(Release)!, parsed.GetValue(at)!, parsed.GetValue(by)!, parsed.GetValue(reason)!)));
        return verb;
    }

    public static Command Cancel()
    {
        var (reason, by) = (Reason(), Desk.By("editor"));
        var verb = new Command("cancel", "Takes back the last release before it is published. Its content is deleted; that it was sealed and cancelled stays in the log.\n\n" +
            "Example: publicstats cancel 2026-07-31 --reason \"A mistake in the title.\"") { Release, reason, by };
        verb.SetAction(parsed => Desk.Act(parsed, "cancelled", desk => desk.Cancel(parsed.GetValue(Release)!, parsed.GetValue(by)!, parsed.GetValue(reason)!)));
        return verb;
    }

    private static Option<string> Reason() => new("--reason") { Description = "Why, for the log.", Required = true };
}
