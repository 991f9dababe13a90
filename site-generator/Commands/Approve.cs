using System.CommandLine;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats approve</c></summary>
internal static class Approve
{
    public static Command Verb()
    {
        var release = WorkflowOutput.Release();
        var by = new Option<string>("--by") { Description = "Who approves it, by role: another than who sealed it.", Required = true };
        var (all, yes) = (
            new Option<bool>("--all") { Description = "Shows every revised figure, not the 20 of each dataset that move most." },
            WorkflowOutput.Yes()
        );
        var verb = new Command(
            "approve",
            "A second person approves a sealed release as it is, byte for byte. Until then it is not published; if anything in it "
                + "differs later, it is not served. "
                + "Shows the title, the time and everything that changes, and asks.\n\n"
                + "Example: publicstats approve 2026-07-31 --by approver"
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
                "approved",
                desk => desk.Approve(parsed.GetValue(release)!, parsed.GetValue(by)!, seen),
                (desk, telling) =>
                {
                    var review = desk.Review(parsed.GetValue(release)!);
                    seen = review?.Release.Release.Digest;
                    return review is null || Ask(desk, review, parsed.GetValue(all), parsed.GetValue(yes), telling);
                }
            );
        });
        return verb;
    }

    private static bool Ask(ReleaseWorkflow desk, ApprovalReview review, bool all, bool yes, CommandOutput telling)
    {
        var (release, manifest) = (review.Release, review.Release.Manifest);
        telling.Line($"Release {manifest.Id}, \"{manifest.Title}\", sealed by {manifest.SealedBy}: {manifest.Reason}");
        telling.Line(
            release.PublishedAt <= DateTimeOffset.UtcNow
                ? "It is published as soon as you approve it."
                : $"It is published on {release.PublishedAt:dddd d MMMM yyyy} at {release.PublishedAt:HH:mm} ({desk.TimeZone}, "
                    + $"UTC{release.PublishedAt:zzz})."
        );
        telling.Line();
        if (review.Diff is not { } diff)
        {
            telling.Line(
                $"It is the first release, or the one before it is purged: "
                    + $"{manifest.Datasets.Sum(dataset => dataset.Figures):#,##0} figures in {manifest.Datasets.Count} datasets."
            );
        }
        else if (telling.IsJson)
        {
            DiffJson.Tell(diff, telling);
        }
        else
        {
            new DiffText(diff, all, "Nothing in it differs from that release.", $"publicstats approve {manifest.Id} --all", telling).Tell(
                desk
            );
        }

        telling.Line();
        return telling.Agreed("Approve it?", yes);
    }
}
