using System.Text.Json;
using PublicStats.Data.Datasets;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>The outcome of an act: the release it was done to, or the faults that prevented it.</summary>
/// <param name="Changed">False when it had been done before, and nothing was changed.</param>
public sealed record ActResult(Release? Release, bool Changed, IReadOnlyList<Fault> Faults)
{
    /// <summary>Releases that waited and were sealed again behind this one: each must be approved again.</summary>
    public IReadOnlyList<ResealedRelease> Resealed { get; init; } = [];

    /// <summary>Releases that waited and were cancelled in the same act, by id.</summary>
    public IReadOnlyList<string> Cancelled { get; init; } = [];

    /// <summary>What differs between the working files and the release, and was left out of it.</summary>
    public IReadOnlyList<WorkingDifference> LeftOut { get; init; } = [];

    /// <summary>The act was refused, and nothing was changed.</summary>
    internal static ActResult Refused(params IReadOnlyList<Fault> faults) => new(null, false, faults);

    /// <summary>The act was refused, for one reason.</summary>
    internal static ActResult Refused(string path, string part, string problem, string cure, params IReadOnlyList<Advice> advice) =>
        Refused(new Fault(new ArgumentPlace(path, part), problem, cure) { Advice = advice });
}

/// <summary>
/// Seals, approves, moves, cancels, corrects and withdraws releases, one act at a time. An act is done at the instant its line is in the
/// log. An act that is interrupted before then has not happened.
/// </summary>
/// <param name="folder">The publication's folder.</param>
public sealed class ReleaseWorkflow(string folder, TimeProvider time)
{
    /// <summary>The publication's folder.</summary>
    public string Folder => folder;

    /// <summary>The releases.</summary>
    public ReleaseStore Store { get; } = new(Path.Combine(folder, "releases"));

    internal TimeProvider Time => time;

    internal ReleaseWriter Writer => new(Store);

    /// <summary>
    /// The publication's time zone, as the working files name it. UTC where they name none: that is a fault, which a check finds.
    /// </summary>
    public string TimeZone
    {
        get
        {
            try
            {
                using var about = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "publication.json")));
                var zone = about.RootElement.GetProperty("timeZone").GetString();
                return zone is not null && ZonedTime.IsZone(zone) ? zone : "UTC";
            }
            catch (Exception exception)
                when (exception is IOException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                return "UTC";
            }
        }
    }

    /// <summary>The present day, in the publication's time.</summary>
    public DateOnly Today => DateOnly.FromDateTime(Now.DateTime);

    /// <summary>The present, in the publication's time, to the whole second.</summary>
    internal DateTimeOffset Now
    {
        get
        {
            var now = ZonedTime.In(time.GetUtcNow(), TimeZone);
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerSecond));
        }
    }

    /// <summary>
    /// The soonest a release can be published: now, or where the one before was published within this very second, the next.
    /// </summary>
    /// <param name="before">The release that it follows; null for the first.</param>
    internal DateTimeOffset Soonest(Release? before)
    {
        var now = Now;
        return before?.PublishedAt is { } last && last >= now && last <= time.GetUtcNow() ? now.AddSeconds(1) : now;
    }

    /// <summary>Does one act, while no other runs, on a history without faults.</summary>
    /// <exception cref="IOException">Another act is under way, or the disk refuses.</exception>
    internal ActResult RunExclusive(Func<ReleaseHistory, ActResult> act)
    {
        Directory.CreateDirectory(Path.Combine(Store.Folder, ReleaseStore.ObjectsFolder));
        using var only = Lock();
        var history = Store.History();
        if (history.Faults.Count > 0)
        {
            var cure = Store.IsFromNewerProgram()
                ? "Verify the releases again when that is done."
                : "Put the file back from a copy, and verify the releases again.";
            return ActResult.Refused([
                .. history.Faults.Select(mismatch => new Fault(
                    new ArgumentPlace("releases/" + mismatch.Place, "release"),
                    mismatch.ToString(),
                    cure
                )
                {
                    Advice = [new(AdvisedAct.Verify)],
                }),
            ]);
        }

        // Going on from an older log would overwrite what was done since.
        if (Store.Unknown(history) is [var unknown, ..])
        {
            return ActResult.Refused(
                $"releases/{unknown}",
                "release",
                $"No line of the log names release {unknown}: the log may be an older copy.",
                "Put the newest log.jsonl back; or, if the folder is none of yours, take it out of releases."
            );
        }

        OrphanedFiles.Sweep(Store, history);
        return act(history);
    }

    /// <summary>Writes an act into the log, and returns the release as the log has it then.</summary>
    internal ActResult AppendToLog(
        LogAction act,
        string by,
        Release release,
        string reason,
        string? replaces = null,
        string? approvedBy = null
    )
    {
        Store.Log.Append(number => new(number, time.GetUtcNow(), act, by, release.Id, release.Digest, reason, replaces, approvedBy));
        if (act is LogAction.Seal or LogAction.Reschedule)
        {
            Writer.GiveName(release.Id);
        }

        return new(Store.History().Find(release.Id) ?? release, true, []);
    }

    /// <summary>The release of that id, where there is one; a fault with the nearest where there is none.</summary>
    internal static Release? Find(ReleaseHistory history, string id, out ActResult refused)
    {
        var found = history.Find(id);
        refused = found is not null
            ? new(found, false, [])
            : ActResult.Refused(
                "releases",
                "release",
                $"There is no release {id}.",
                Nearest.To(id, history.Releases.Select(release => release.Id).Reverse()) is { } nearest
                    ? $"Write {nearest}, or another that the log lists."
                    : "The log lists those there are.",
                new Advice(AdvisedAct.ReadLog)
            );
        return found;
    }

    private FileStream Lock() =>
        FolderLock.TryTake(Path.Combine(Store.Folder, ".lock"))
        ?? throw new IOException("Somebody else is sealing or approving at this moment. Wait for them to finish, and try again.");
}
