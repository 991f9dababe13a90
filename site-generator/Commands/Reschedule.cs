using System.CommandLine;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats reschedule</c></summary>
internal static class Reschedule
{
    public static Command Verb()
    {
        var release = WorkflowOutput.Release();
        var at = new Option<string>("--at") { Description = "The new time, in the publication's own time.", Required = true };
        var (reason, by, yes) = (WorkflowOutput.Reason(), WorkflowOutput.By("editor"), WorkflowOutput.Yes());
        var verb = new Command(
            "reschedule",
            "Moves the last release to another time before it is published. It takes the id of its new day, and must be approved anew.\n\n"
                + "Example: publicstats reschedule 2026-07-31 --at \"2026-08-03 09:30\" --reason \"A late figure from the publisher.\""
        )
        {
            release,
            at,
            reason,
            by,
            yes,
        };
        verb.SetAction(parsed =>
            WorkflowOutput.Act(
                parsed,
                "rescheduled",
                desk => desk.Reschedule(parsed.GetValue(release)!, parsed.GetValue(at)!, parsed.GetValue(by)!, parsed.GetValue(reason)!),
                (desk, telling) => WorkflowOutput.AskIfFar(desk, telling, parsed.GetValue(at), parsed.GetValue(yes))
            )
        );
        return verb;
    }
}
