using System.CommandLine;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats approve</c></summary>
internal static class Approve
{
    public static Verb Create()
    {
        var release = WorkflowOutput.Release();
        var by = new Option<string>("--by")
        {
            Description = "Who approves it, by role. This must not be the person who sealed it.",
            Required = true,
        };
        var (all, yes) = (DiffText.All(), WorkflowOutput.Yes());
        var verb = new Verb(
            "approve",
            "Approves a sealed release as it is, byte for byte, by a second person.",
            "A release is published only after its approval. If anything in it changes later, it is not served. Shows the "
                + "title, the time and everything that changes, and asks.",
            "publicstats approve 2026-07-31 --by approver"
        )
        {
            release,
            by,
            all,
            yes,
        };
        verb.SetAction(parsed =>
        {
            string? seen = null;
            return WorkflowOutput.Act(
                parsed,
                LogAction.Approve,
                workflow => workflow.Approve(parsed.GetValue(release)!, parsed.GetValue(by)!, seen),
                (workflow, output) =>
                {
                    var review = workflow.Review(parsed.GetValue(release)!);
                    seen = review?.Release.Release.Digest;
                    return review is null || Ask(workflow, review, parsed.GetValue(all), parsed.GetValue(yes), output);
                }
            );
        });
        return verb;
    }

    private static bool Ask(ReleaseWorkflow workflow, ApprovalReview review, bool all, bool yes, CommandOutput output)
    {
        var (release, manifest) = (review.Release, review.Release.Manifest);
        output.Line($"Release {manifest.Id}, \"{manifest.About.Title}\", sealed by {manifest.Seal.By}: {manifest.About.Reason}");
        output.Line(
            release.PublishedAt <= DateTimeOffset.UtcNow
                ? "It is published as soon as you approve it."
                : $"It is published on {release.PublishedAt:dddd d MMMM yyyy} at {release.PublishedAt:HH:mm} ({workflow.TimeZone}, "
                    + $"UTC{release.PublishedAt:zzz})."
        );
        output.Line();
        if (review.Diff is not { } diff)
        {
            output.Line(
                $"There is no release to compare it with. It holds "
                    + $"{manifest.Datasets.Sum(dataset => dataset.Figures):#,##0} figures in {manifest.Datasets.Count} datasets."
            );
        }
        else if (output.IsJson)
        {
            DiffJson.Write(diff, output);
        }
        else
        {
            new DiffText(diff, all, "Nothing in it differs from that release.", $"publicstats approve {manifest.Id} --all", output).Write(
                workflow.TimeZone
            );
        }

        output.Line();
        return output.Agreed("Approve it?", yes);
    }
}
