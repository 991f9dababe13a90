using System.CommandLine;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats seal</c></summary>
internal static class Seal
{
    public static Command Verb()
    {
        var at = new Option<string>("--at")
        {
            Description = "When it is published, in the publication's own time: \"2026-07-31 09:30\".",
            Required = true,
        };
        var title = new Option<string>("--title") { Description = "What the release is called.", Required = true };
        var reason = new Option<string>("--reason") { Description = "What is new in it, in one sentence.", Required = true };
        var by = WorkflowOutput.By("editor");
        var backfill = new Option<bool>("--backfill")
        {
            Description = "Fill in the past: --at lies in it, and the release holds only figures whose source had been published by then.",
        };
        var restore = new Option<string[]>("--restore")
        {
            Description = "A withdrawn figure that is to be an answer again, by key. May be repeated.",
            AllowMultipleArgumentsPerToken = true,
        };
        var yes = WorkflowOutput.Yes();
        var verb = new Command(
            "seal",
            "Checks the working files and seals them as a release, which never changes again. It is published once a second person "
                + "has approved it and its time has come. What is unusual is shown and asked about: a year far away, nothing new, figures "
                + "removed or outside their usual range.\n\n"
                + "Example: publicstats seal --at \"2026-07-31 09:30\" --title \"Figures to 30 July 2026\" --reason \"Crossings to 30 July "
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
                "sealed",
                desk => desk.Seal(order),
                (desk, telling) =>
                {
                    var review = desk.Review(order);
                    order = order with { Seen = review?.Digest };
                    return Ask(review, telling, parsed.GetValue(yes));
                }
            );
        });
        return verb;
    }

    // Only what is unusual is asked about: a question at every seal is answered without reading it.
    private static bool Ask(SealReview? review, CommandOutput telling, bool yes)
    {
        telling.Json("questions", review?.Questions ?? []);
        if (review is null or { Questions.Count: 0 })
        {
            return true;
        }

        foreach (var question in review.Questions)
        {
            telling.Line(question);
        }

        DiffText.Unusual(review.Diff, telling);
        telling.Line();
        return telling.Agreed("Seal it all the same?", yes);
    }
}
