using System.CommandLine;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Runs an act of the release workflow, and writes what was done, what to do next, and how to undo it.</summary>
internal static class WorkflowOutput
{
    public static Argument<string> Release() => new("release") { Description = "The release, such as 2026-07-31." };

    public static Option<string> Reason() => new("--reason") { Description = "Why, for the log.", Required = true };

    public static Option<string> By(string role) => new("--by") { Description = "Who does it, by role.", DefaultValueFactory = _ => role };

    public static Option<bool> Yes() => new("--yes") { Description = "Does it without asking." };

    public static Option<string[]> Void() =>
        new("--void")
        {
            Description =
                "A waiting release that is cancelled at the same time, by id. May be repeated. Waiting releases that are not named "
                + "are sealed again with the change, and must be approved again.",
            AllowMultipleArgumentsPerToken = true,
        };

    /// <param name="ask">Asks the person, and returns whether they agreed; null when nothing is asked.</param>
    /// <param name="more">Writes more after the result; null for nothing.</param>
    public static int Act(
        ParseResult parsed,
        LogAction done,
        Func<ReleaseWorkflow, ActResult> act,
        Func<ReleaseWorkflow, CommandOutput, bool>? ask = null,
        Action<ReleaseWorkflow, CommandOutput>? more = null
    )
    {
        if (GlobalOptions.FindFolder(parsed) is not { } folder)
        {
            return ExitCode.Failure;
        }

        var workflow = new ReleaseWorkflow(folder, TimeProvider.System);
        var output = CommandOutput.Of(parsed);
        try
        {
            if (ask?.Invoke(workflow, output) == false)
            {
                return output.NotConfirmed($"Nothing was {WordOf(done)}.");
            }

            var result = act(workflow);
            if (result.Release is not { } release || result.Faults.Count > 0)
            {
                return output.Faults(result.Faults, folder);
            }

            output
                .Json("act", WordOf(done))
                .Json("changed", result.Changed)
                .Json("release", release.Id)
                .Json("sha256", release.Digest)
                .Json("publishedAt", release.PublishedAt)
                .Json("approvedBy", release.ApprovedBy);
            output.Line(result.Changed ? Describe(done, release) : DescribeUnchanged(done, release));
            if (done is LogAction.Seal or LogAction.Reschedule or LogAction.Approve)
            {
                WriteTime(output, workflow, release);
            }

            ReplacedReleasesText.Write(result, output);
            more?.Invoke(workflow, output);
            return output.End();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BrokenReleaseException)
        {
            return output.Failure($"Nothing was {WordOf(done)}: {exception.Message}");
        }
    }

    /// <summary>Asks about a time that is years away. Agrees to any other time without asking.</summary>
    public static bool AskIfFar(ReleaseWorkflow workflow, CommandOutput output, string? at, bool yes)
    {
        if (workflow.FarAway(at) is not { } far)
        {
            return true;
        }

        output.Json("questions", new[] { far });
        output.Line(far);
        return output.Agreed("Is that right?", yes);
    }

    private static string WordOf(LogAction done) =>
        done switch
        {
            LogAction.Seal => "sealed",
            LogAction.Approve => "approved",
            LogAction.Reschedule => "rescheduled",
            LogAction.Cancel => "cancelled",
            _ => "purged",
        };

    private static string Describe(LogAction done, Release release) =>
        done switch
        {
            LogAction.Seal => $"Sealed {KindOf(release)}{release.Id}, \"{release.Manifest.About.Title}\": "
                + $"{release.Manifest.Datasets.Sum(dataset => dataset.Figures):#,##0} figures in "
                + $"{release.Manifest.Datasets.Count} datasets.",
            LogAction.Approve => $"{release.ApprovedBy} approved release {release.Id}, which {release.Manifest.Seal.By} sealed.",
            LogAction.Reschedule => $"The release is now {release.Id}. If it was approved before, it must be approved again.",
            LogAction.Cancel => $"Release {release.Id} is cancelled. Its content is deleted. The log keeps that it was sealed and "
                + $"cancelled. Your files are unchanged: edit them, and seal again.",
            _ => $"The content of release {release.Id} is deleted. Its manifest is kept, with the digest of every file it held.\n"
                + "Content that another release holds too is kept: purge every release that discloses it. A site that was built as "
                + "files loses the content at the next build.",
        };

    private static string DescribeUnchanged(LogAction done, Release release) =>
        done switch
        {
            LogAction.Reschedule => $"Release {release.Id} is for that time already. Nothing was "
                + $"changed{(release.ApprovedBy is null ? "." : ", and its approval counts.")}",
            LogAction.Approve => $"Release {release.Id} was approved before, by {release.ApprovedBy}. Nothing was changed.",
            _ => $"Release {release.Id} was {WordOf(done)} before, in the same way. Nothing was changed.",
        };

    // A scheduled release has no word for its kind.
    private static string KindOf(Release release) =>
        release.Manifest.About.Kind switch
        {
            ReleaseKind.Correction => "the correction ",
            ReleaseKind.Withdrawal => "the withdrawal ",
            _ => "",
        };

    private static void WriteTime(CommandOutput output, ReleaseWorkflow workflow, Release release)
    {
        var at = ZonedTime.In(release.PublishedAt ?? release.Manifest.PublishedAt, workflow.TimeZone);
        var moment = $"{at:dddd d MMMM yyyy} at {at:HH:mm} ({workflow.TimeZone}, UTC{at:zzz})";
        if (release.PublishedAt is null)
        {
            output.Line(
                at <= DateTimeOffset.UtcNow
                    ? "It is published as soon as it is approved. Until then nobody can see it."
                    : $"It will be published on {moment}, once it is approved. Until then nobody can see it."
            );
            output.Line("See it first:", $"publicstats preview --at \"{FirstMinute(at, workflow.TimeZone):yyyy-MM-dd HH:mm}\"");
            output.Next($"publicstats approve {release.Id} --by NAME");
        }
        else if (release.IsPublishedBy(DateTimeOffset.UtcNow))
        {
            output.Line($"It is published since {moment}.");
            output.Next("publicstats verify");
            return;
        }
        else
        {
            output.Line($"It is published on {moment} without a further step. Until then nobody can see it.");
            output.Next($"publicstats preview --at \"{at:yyyy-MM-dd HH:mm}\"");
        }

        WriteUndo(output, workflow, release);
    }

    // Only the last release can be cancelled, so the releases that were sealed after it are cancelled first.
    private static void WriteUndo(CommandOutput output, ReleaseWorkflow workflow, Release release)
    {
        var after = workflow.Store.History().Releases.SkipWhile(later => later.Id != release.Id).Skip(1).Select(later => later.Id).ToList();
        var order = after.AsEnumerable().Reverse().Append(release.Id);
        output.Undo(string.Join(" && ", order.Select(id => $"publicstats cancel {id} --reason \"…\"")));
        if (after.Count > 0)
        {
            output.Line($"That cancels {string.Join(" and ", after)} too: a release that was sealed after {release.Id} goes with it.");
        }
    }

    // The first whole minute at which the release can be seen, also for a release that is published at once.
    private static DateTimeOffset FirstMinute(DateTimeOffset at, string zone)
    {
        var now = ZonedTime.In(DateTimeOffset.UtcNow, zone);
        var soonest = (at > now ? at : now).AddTicks(TimeSpan.TicksPerMinute - 1);
        return soonest.AddTicks(-(soonest.Ticks % TimeSpan.TicksPerMinute));
    }
}
