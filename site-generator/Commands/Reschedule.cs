using System.CommandLine;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats reschedule</c></summary>
internal static class Reschedule
{
    public static Verb Create()
    {
        var release = WorkflowOutput.Release();
        var at = new Option<string>("--at") { Description = "The new time, in the publication's time zone.", Required = true };
        var (reason, by, yes) = (WorkflowOutput.Reason(), WorkflowOutput.By("editor"), WorkflowOutput.Yes());
        var verb = new Verb(
            "reschedule",
            "Moves the last release to another time before it is published.",
            "It gets the id of its new day, and must be approved again.",
            "publicstats reschedule 2026-07-31 --at \"2026-08-03 09:30\" --reason \"A late figure from the publisher.\""
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
                LogAction.Reschedule,
                workflow =>
                    workflow.Reschedule(parsed.GetValue(release)!, parsed.GetValue(at)!, parsed.GetValue(by)!, parsed.GetValue(reason)!),
                (workflow, output) => WorkflowOutput.AskIfFar(workflow, output, parsed.GetValue(at), parsed.GetValue(yes))
            )
        );
        return verb;
    }
}
