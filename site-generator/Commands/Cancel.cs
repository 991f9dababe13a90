using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats cancel</c></summary>
internal static class Cancel
{
    public static Verb Create()
    {
        var release = WorkflowOutput.Release();
        var (reason, by) = (WorkflowOutput.Reason(), WorkflowOutput.By("editor"));
        var verb = new Verb(
            "cancel",
            "Cancels the last release before it is published.",
            "Its content is deleted. The log keeps that it was sealed and cancelled.",
            "publicstats cancel 2026-07-31 --reason \"A mistake in the title.\""
        )
        {
            release,
            reason,
            by,
        };
        verb.SetAction(parsed =>
            WorkflowOutput.Act(
                parsed,
                LogAction.Cancel,
                workflow => workflow.Cancel(parsed.GetValue(release)!, parsed.GetValue(by)!, parsed.GetValue(reason)!)
            )
        );
        return verb;
    }
}
