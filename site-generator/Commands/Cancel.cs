using System.CommandLine;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats cancel</c></summary>
internal static class Cancel
{
    public static Command Verb()
    {
        var release = WorkflowOutput.Release();
        var (reason, by) = (WorkflowOutput.Reason(), WorkflowOutput.By("editor"));
        var verb = new Command(
            "cancel",
            "Takes back the last release before it is published. Its content is deleted; that it was sealed and cancelled "
                + "stays in the log.\n\n"
                + "Example: publicstats cancel 2026-07-31 --reason \"A mistake in the title.\""
        )
        {
            release,
            reason,
            by,
        };
        verb.SetAction(parsed =>
            WorkflowOutput.Act(
                parsed,
                "cancelled",
                desk => desk.Cancel(parsed.GetValue(release)!, parsed.GetValue(by)!, parsed.GetValue(reason)!)
            )
        );
        return verb;
    }
}
