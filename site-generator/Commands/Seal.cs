using System.CommandLine;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats seal</c></summary>
internal static class Seal
{
    public static Verb Create()
    {
        var at = new Option<string>("--at")
        {
            Description = "When it is published, in the publication's time zone: \"2026-07-31 09:30\".",
            Required = true,
        };
        var title = new Option<string>("--title") { Description = "What the release is called.", Required = true };
        var reason = new Option<string>("--reason") { Description = "What is new in it, in one sentence.", Required = true };
        var by = WorkflowOutput.By("editor");
        var backfill = new Option<bool>("--backfill")
        {
            Description = "Seals a release of the past, at --at. It holds only figures whose source was published by then.",
        };
        var restore = new Option<string[]>("--restore")
        {
            Description = "A withdrawn figure that is published again, by key. May be repeated.",
            AllowMultipleArgumentsPerToken = true,
        };
        var yes = WorkflowOutput.Yes();
        var verb = new Verb(
            "seal",
            "Checks the working files and seals them as a release, which never changes again.",
            "It is published once a second person has approved it and its time has come. What is unusual is shown and asked "
                + "about: a year far away, nothing new, figures removed or outside their usual range.",
            "publicstats seal --at \"2026-07-31 09:30\" --title \"Figures to 30 July 2026\" --reason \"Crossings to 30 July "
                + "2026 added.\""
        )
        {
            at,
            title,
            reason,
            by,
            backfill,
            restore,
            yes,
        };
        verb.SetAction(parsed =>
        {
            var order = new SealOrder(
                parsed.GetValue(at)!,
                parsed.GetValue(title)!,
                parsed.GetValue(reason)!,
                parsed.GetValue(by)!,
                parsed.GetValue(backfill),
                parsed.GetValue(restore)
            );
            return WorkflowOutput.Act(
                parsed,
                LogAction.Seal,
                workflow => workflow.Seal(order),
                (workflow, output) =>
                {
                    var review = workflow.Review(order);
                    order = order with { Seen = review?.Digest };
                    return Ask(review, output, parsed.GetValue(yes));
                }
            );
        });
        return verb;
    }

    // A question at every seal would be answered without reading it, so only the unusual is asked about.
    private static bool Ask(SealReview? review, CommandOutput output, bool yes)
    {
        output.Json("questions", review?.Questions ?? []);
        if (review is null or { Questions.Count: 0 })
        {
            return true;
        }

        foreach (var question in review.Questions)
        {
            output.Line(question);
        }

        DiffText.WriteUnusual(review.Diff, output);
        output.Line();
        return output.Agreed("Seal it all the same?", yes);
    }
}
