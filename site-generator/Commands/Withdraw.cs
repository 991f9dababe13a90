using System.CommandLine;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats withdraw</c></summary>
internal static class Withdraw
{
    public static Verb Create()
    {
        var keys = new Argument<string[]>("key")
        {
            Description = "The keys of the figures, such as crossings/people/2026-07-22.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var reason = new Option<string>("--reason") { Description = "Why, as readers will see it.", Required = true };
        var at = new Option<string?>("--at") { Description = "When it is published. Left out: as soon as it is approved." };
        var by = WorkflowOutput.By("editor");
        var purge = new Option<string?>("--purge")
        {
            Description =
                "Deletes the whole content of this past release, because it disclosed something. Cannot be undone. Needs "
                + "--approved-by.",
        };
        var approvedBy = new Option<string?>("--approved-by") { Description = "With --purge: the second person, by role." };
        var (voided, yes) = (WorkflowOutput.Void(), WorkflowOutput.Yes());
        var verb = new Verb(
            "withdraw",
            "Withdraws figures openly: seals the published release again without their values.",
            "Each figure is still found, as withdrawn, with the reason. It goes ahead of releases that wait: each of these is sealed "
                + "again without the figures and must be approved again, or is cancelled with --void.\nWith --purge, deletes "
                + "what a past release held. Its manifest is kept, with the digest of every file.",
            "publicstats withdraw crossings/people/2026-07-22 --reason \"Counted twice; a new count follows.\"",
            "publicstats withdraw --purge 2026-07-17 --reason \"One person could be identified.\" --approved-by approver"
        )
        {
            keys,
            reason,
            at,
            by,
            voided,
            purge,
            approvedBy,
            yes,
        };
        verb.Validators.Add(result =>
        {
            if ((result.GetValue(keys)?.Length > 0) == (result.GetValue(purge) is not null))
            {
                result.AddError("Name the figures to withdraw, or one release: --purge RELEASE.");
            }
            else if (result.GetValue(purge) is not null && result.GetValue(approvedBy) is null)
            {
                result.AddError("A purge takes two people: --approved-by NAME.");
            }
        });
        verb.SetAction(parsed =>
            parsed.GetValue(purge) is { } release
                ? RunPurge(
                    parsed,
                    release,
                    parsed.GetValue(yes),
                    workflow => workflow.Purge(release, parsed.GetValue(reason)!, parsed.GetValue(by)!, parsed.GetValue(approvedBy)!)
                )
                : WorkflowOutput.Act(
                    parsed,
                    LogAction.Seal,
                    workflow =>
                        workflow.Withdraw(
                            parsed.GetValue(keys)!,
                            parsed.GetValue(at),
                            parsed.GetValue(reason)!,
                            parsed.GetValue(by)!,
                            parsed.GetValue(voided)
                        ),
                    (workflow, output) => WorkflowOutput.AskIfFar(workflow, output, parsed.GetValue(at), parsed.GetValue(yes)),
                    (workflow, output) => WriteHolding(workflow, output, parsed.GetValue(keys)!)
                )
        );
        return verb;
    }

    private static int RunPurge(ParseResult parsed, string release, bool yes, Func<ReleaseWorkflow, ActResult> purge)
    {
        var output = CommandOutput.Of(parsed);
        if (output.Agreed($"The content of release {release} is deleted for ever. Purge it?", yes))
        {
            return WorkflowOutput.Act(parsed, LogAction.Purge, purge);
        }

        return output.Failure(
            Console.IsInputRedirected || output.IsJson
                ? $"Nothing was purged. It cannot be undone: to delete the content of release {release}, add --yes."
                : "Nothing was purged.",
            ExitCode.NotConfirmed
        );
    }

    // The past may keep a figure that was wrong. It may not keep a figure that discloses something about a person.
    private static void WriteHolding(ReleaseWorkflow workflow, CommandOutput output, string[] keys)
    {
        var holding = workflow.Holding(keys).Select(release => release.Id).ToList();
        output.Json("stillHeldBy", holding);
        if (holding.Count > 0)
        {
            var releases = holding.Count == 1 ? holding[0] : $"{holding.Count} of them, {holding[0]} to {holding[^1]}";
            output.Line();
            output.Line($"The releases of its time still hold its value ({releases}), and show it to anyone who asks for them by name.");
            output.Line(
                "If it discloses something about a person, purge each of them once this release is published:",
                "publicstats withdraw --purge RELEASE …"
            );
        }
    }
}
