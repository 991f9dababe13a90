using System.CommandLine;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats withdraw</c></summary>
internal static class Withdraw
{
    public static Command Verb()
    {
        var keys = new Argument<string[]>("key")
        {
            Description = "The keys of the figures, such as crossings/people/2026-07-22.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var reason = new Option<string>("--reason") { Description = "Why, as readers are told.", Required = true };
        var at = new Option<string?>("--at") { Description = "When it is published. Left out: as soon as it is approved." };
        var by = WorkflowOutput.By("editor");
        var purge = new Option<string?>("--purge")
        {
            Description =
                "Not a figure, but the whole content of this past release, because it disclosed something. Cannot be undone; "
                + "needs --approved-by.",
        };
        var approvedBy = new Option<string?>("--approved-by") { Description = "With --purge: the second person, by role." };
        var (voided, yes) = (WorkflowOutput.Void(), WorkflowOutput.Yes());
        var verb = new Command(
            "withdraw",
            "Takes figures out of the answers, in the open: seals the published release again without them. Each stays findable as "
                + "withdrawn, with the reason. "
                + "It goes ahead of releases that wait: each of these is sealed again without the figures and must be approved "
                + "again, or is "
                + "cancelled with --void.\n"
                + "With --purge, takes away what a past release held; its manifest stays as a tombstone with the digest of every file.\n\n"
                + "Example: publicstats withdraw crossings/people/2026-07-22 --reason \"Counted twice; a new count follows.\"\n"
                + "Example: publicstats withdraw --purge 2026-07-17 --reason \"One person could be identified.\" --approved-by approver"
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
                ? CommandOutput.Of(parsed) is var telling
                && telling.Agreed($"The content of release {release} is taken away for ever. Purge it?", parsed.GetValue(yes))
                    ? WorkflowOutput.Act(
                        parsed,
                        "purged",
                        desk => desk.Purge(release, parsed.GetValue(reason)!, parsed.GetValue(by)!, parsed.GetValue(approvedBy)!)
                    )
                    : telling.Failure(
                        Console.IsInputRedirected || telling.IsJson
                            ? "Nothing was purged. It cannot be undone: " + $"to take away the content of release {release}, add --yes."
                            : "Nothing was purged.",
                        ExitCode.NotConfirmed
                    )
                : WorkflowOutput.Act(
                    parsed,
                    "sealed",
                    desk =>
                        desk.Withdraw(
                            parsed.GetValue(keys)!,
                            parsed.GetValue(at),
                            parsed.GetValue(reason)!,
                            parsed.GetValue(by)!,
                            parsed.GetValue(voided)
                        ),
                    (desk, asking) => WorkflowOutput.AskIfFar(desk, asking, parsed.GetValue(at), parsed.GetValue(yes)),
                    (desk, said) => StillHeld(desk, said, parsed.GetValue(keys)!)
                )
        );
        return verb;
    }

    // A figure that was wrong may stand in the past as it was published. One that gives somebody away may not.
    private static void StillHeld(ReleaseWorkflow desk, CommandOutput telling, string[] keys)
    {
        var holding = desk.Holding(keys).Select(release => release.Id).ToList();
        telling.Json("stillHeldBy", holding);
        if (holding.Count > 0)
        {
            telling.Line();
            telling.Line(
                $"The releases of its time still hold its value, "
                    + $"{(holding.Count == 1 ? holding[0] : $"{holding.Count} of them, {holding[0]} to {holding[^1]}")}, and answer "
                    + $"to whoever asks for them by name."
            );
            telling.Line(
                "If it tells something of a person, purge each of them once this one is published: publicstats withdraw --purge RELEASE …"
            );
        }
    }
}
