using System.CommandLine;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Does an act at the desk, and says what was done, what comes next, and how to undo it.</summary>
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
                "A release that waits and is cancelled in the same act, by id. May be repeated. Those not named are sealed "
                + "again with the change, and must be approved again.",
            AllowMultipleArgumentsPerToken = true,
        };

    /// <param name="ask">Shows what somebody must say yes to, and returns whether they did; null when nothing is asked.</param>
    /// <param name="more">What else there is to say of it; null for nothing.</param>
    public static int Act(
        ParseResult parsed,
        string done,
        Func<ReleaseWorkflow, ActResult> act,
        Func<ReleaseWorkflow, CommandOutput, bool>? ask = null,
        Action<ReleaseWorkflow, CommandOutput>? more = null
    )
    {
        if (PublicStatsTool.Folder(parsed) is not { } folder)
        {
            return ExitCode.Failure;
        }

        var desk = new ReleaseWorkflow(folder, TimeProvider.System);
        var telling = CommandOutput.Of(parsed);
        try
        {
            if (ask?.Invoke(desk, telling) == false)
            {
                return telling.NotConfirmed($"Nothing was {done}.");
            }

            var result = act(desk);
            if (result.Release is not { } release || result.Faults.Count > 0)
            {
                return telling.Faults(result.Faults, folder);
            }

            telling
                .Json("act", done)
                .Json("changed", result.Changed)
                .Json("release", release.Id)
                .Json("sha256", release.Digest)
                .Json("publishedAt", release.PublishedAt)
                .Json("approvedBy", release.ApprovedBy);
            telling.Line(
                result.Changed ? Describe(done, release)
                : done == "rescheduled"
                    ? $"Release {release.Id} is for that time already. Nothing was "
                        + $"changed{(release.ApprovedBy is null ? "." : ", and its approval counts.")}"
                : done == "approved" ? $"Release {release.Id} was approved before, by {release.ApprovedBy}. Nothing was changed."
                : $"Release {release.Id} was {done} before, just so. Nothing was changed."
            );
            if (done is "sealed" or "rescheduled" or "approved")
            {
                When(telling, desk, release);
            }

            AheadText.Tell(result, telling);
            more?.Invoke(desk, telling);
            return telling.End();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or BrokenReleaseException)
        {
            return telling.Failure($"Nothing was {done}: {exception.Message}");
        }
    }

    /// <summary>Asks about a time that is years away; any other needs no answer.</summary>
    public static bool AskIfFar(ReleaseWorkflow desk, CommandOutput telling, string? at, bool yes)
    {
        if (desk.FarAway(at) is not { } far)
        {
            return true;
        }

        telling.Json("questions", new[] { far });
        telling.Line(far);
        return telling.Agreed("Is that right?", yes);
    }

    private static string Describe(string done, Release release) =>
        done switch
        {
            "sealed" => $"Sealed {KindOf(release)}{release.Id}, \"{release.Manifest.Title}\": "
                + $"{release.Manifest.Datasets.Sum(dataset => dataset.Figures):#,##0} figures in "
                + $"{release.Manifest.Datasets.Count} datasets.",
            "approved" => $"{release.ApprovedBy} approved release {release.Id}, which {release.Manifest.SealedBy} sealed.",
            "rescheduled" => $"The release is {release.Id} now. Its approval, if it had one, does not count for the new time.",
            "cancelled" => $"Release {release.Id} is cancelled. Its content is deleted; the log keeps that it was sealed and cancelled. "
                + $"Your files are as they were: change them, and seal again.",
            _ => $"The content of release {release.Id} is taken away. Its manifest stays, with the digest of every file it held.\n"
                + "What another release holds too is kept: purge every release that discloses it. A site that was built as "
                + "files loses it at the next build.",
        };

    // What a release is called before its id; an ordinary one needs no name.
    private static string KindOf(Release release) =>
        release.Manifest.Kind switch
        {
            ReleaseKind.Correction => "the correction ",
            ReleaseKind.Withdrawal => "the withdrawal ",
            _ => "",
        };

    private static void When(CommandOutput telling, ReleaseWorkflow desk, Release release)
    {
        var at = ZonedTime.In(release.PublishedAt ?? release.Manifest.PublishedAt, desk.TimeZone);
        var moment = $"{at:dddd d MMMM yyyy} at {at:HH:mm} ({desk.TimeZone}, UTC{at:zzz})";
        if (release.PublishedAt is null)
        {
            telling.Line(
                at <= DateTimeOffset.UtcNow
                    ? "It is published as soon as it is approved; until then nothing of it is seen."
                    : $"It is to be published on {moment}, and is not yet approved: until then nothing of it is seen."
            );
            telling.Line($"See it first: publicstats preview --at \"{Seen(at, desk.TimeZone):yyyy-MM-dd HH:mm}\"");
            telling.Next($"publicstats approve {release.Id} --by NAME");
        }
        else if (release.IsPublishedBy(DateTimeOffset.UtcNow))
        {
            telling.Line($"It is published, as of {moment}.");
            telling.Next("publicstats verify");
            return;
        }
        else
        {
            telling.Line($"It is published by itself on {moment}; until then nothing of it is seen.");
            telling.Next($"publicstats preview --at \"{at:yyyy-MM-dd HH:mm}\"");
        }

        Undo(telling, desk, release);
    }

    // Only the last release can be cancelled, so those that were sealed after it go first.
    private static void Undo(CommandOutput telling, ReleaseWorkflow desk, Release release)
    {
        var later = desk.Store.History().Releases.SkipWhile(other => other.Id != release.Id).Skip(1).Select(other => other.Id).ToList();
        var order = later.AsEnumerable().Reverse().Append(release.Id);
        telling.Undo(string.Join(" && ", order.Select(id => $"publicstats cancel {id} --reason \"…\"")));
        if (later.Count > 0)
        {
            telling.Line($"That cancels {string.Join(" and ", later)} too: what was sealed after {release.Id} goes with it.");
        }
    }

    // The first whole minute at which the release is seen, for one that is published at once too.
    private static DateTimeOffset Seen(DateTimeOffset at, string zone)
    {
        var now = ZonedTime.In(DateTimeOffset.UtcNow, zone);
        var soonest = (at > now ? at : now).AddTicks(TimeSpan.TicksPerMinute - 1);
        return soonest.AddTicks(-(soonest.Ticks % TimeSpan.TicksPerMinute));
    }
}
