using PublicStats.Data.Datasets;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>A release that waited and was sealed again, because another went ahead of it.</summary>
/// <param name="Was">Its id before.</param>
/// <param name="Now">As it is sealed now. It must be approved again.</param>
/// <param name="Kept">What it keeps as it had set it itself, by key of figure or path of file.</param>
public sealed record ResealedRelease(string Was, Release Now, IReadOnlyList<string> Kept);

/// <summary>
/// Seals a release behind the one that is published now, ahead of those that wait. Each of these is sealed again from its own sealed files
/// with what changed, or is cancelled. All of that happens at the same instant.
/// </summary>
internal sealed class SealingAhead
{
    private readonly ReleaseWorkflow workflow;
    private readonly ReleaseHistory history;
    private readonly IReadOnlyList<string> voided;

    private SealingAhead(
        ReleaseWorkflow workflow,
        ReleaseHistory history,
        Release published,
        DateTimeOffset moment,
        IReadOnlyList<string> voided
    )
    {
        (this.workflow, this.history, this.voided, Moment) = (workflow, history, voided, moment);
        Past = history with { Releases = [.. history.Releases.TakeWhile(release => release.Id != published.Id), published] };
        Waiting = [.. history.Releases.Skip(Past.Releases.Count)];
        Published = workflow.Store.Open(published);
        Files = WorkingFiles.Of(workflow.Store, published.Manifest);
        Id = Sealing.FreeId(Past, moment);
    }

    /// <summary>The release that is published now.</summary>
    public SealedRelease Published { get; }

    /// <summary>Its files.</summary>
    public WorkingFiles Files { get; }

    /// <summary>The releases that are sealed and not published, in their order.</summary>
    public IReadOnlyList<Release> Waiting { get; }

    /// <summary>When the release is to be published.</summary>
    public DateTimeOffset Moment { get; }

    /// <summary>Its id. It does not tell that another release of that day waits.</summary>
    public string Id { get; }

    // The history as the public has it.
    private ReleaseHistory Past { get; }

    /// <summary>Begins; null, with faults, when nothing is published, or the time cannot be.</summary>
    /// <param name="at">A civil time; null to publish as soon as it is approved.</param>
    /// <param name="voided">The ids of waiting releases that are to be cancelled.</param>
    public static SealingAhead? Begin(
        ReleaseWorkflow workflow,
        ReleaseHistory history,
        string? at,
        IReadOnlyList<string> voided,
        Faults faults
    )
    {
        if (history.PublishedBy(workflow.Time.GetUtcNow()).LastOrDefault() is not { } published)
        {
            faults.AddArgument(
                "releases",
                "release",
                "No release is published yet.",
                "Change your files; cancel what is sealed, and seal again."
            );
            return null;
        }

        var moment = workflow.Soonest(published);
        if (at is not null && !ZonedTime.TryParse(at, workflow.TimeZone, out moment, out var wrong))
        {
            faults.AddArgument("releases", "at", wrong!.Reason);
            return null;
        }

        return new(workflow, history, published, moment, voided);
    }

    /// <summary>Seals the release, and those that wait behind it.</summary>
    /// <param name="manifest">The release, without what is worked out here: the release before it, its datasets and its files.</param>
    /// <param name="isAtChosen">Somebody chose the time. One that nobody chose is the present, however long the reading took.</param>
    public ActResult Seal(ReleaseManifest manifest, WorkingFiles files, Publication publication, bool isAtChosen)
    {
        var faults = new Faults();
        Check(isAtChosen, faults);
        if (faults.Count == 0 && Sealing.Refusal(workflow, Past, Moment) is { } refused)
        {
            return refused;
        }

        var behind = faults.Count > 0 ? [] : Behind(manifest, files, publication, faults);
        return faults.Count > 0 ? ActResult.Refused(faults.All) : Write(manifest, files, publication, behind);
    }

    private void Check(bool isAtChosen, Faults faults)
    {
        if (isAtChosen && Moment < workflow.Now)
        {
            faults.AddArgument(
                "releases",
                "at",
                $"{Moment:yyyy-MM-dd HH:mm} is in the past.",
                "Choose a time to come, or give none.",
                new Advice(AdvisedAct.OmitTime)
            );
        }

        foreach (var id in voided.Where(id => Waiting.All(release => release.Id != id)))
        {
            faults.AddArgument(
                "releases",
                "void",
                $"{id} is not a release that waits.",
                Waiting.Count == 0
                    ? "No release waits, so there is none to cancel."
                    : $"Those that wait: {string.Join(", ", Waiting.Select(release => release.Id))}.",
                Waiting.Count == 0 ? [new(AdvisedAct.OmitCancelled)] : []
            );
        }

        if (Waiting.SkipWhile(release => !voided.Contains(release.Id)).FirstOrDefault(release => !voided.Contains(release.Id)) is { } after)
        {
            faults.AddArgument(
                "releases",
                "void",
                $"Release {after.Id} was sealed after the one that is to be cancelled, and holds what that one holds.",
                "Cancel it too.",
                new Advice(AdvisedAct.CancelTogether, after.Id)
            );
        }

        foreach (var release in Kept)
        {
            var at = release.PublishedAt ?? release.Manifest.PublishedAt;
            if (at > workflow.Time.GetUtcNow() && at <= Moment)
            {
                var local = ZonedTime.In(at, workflow.TimeZone);
                faults.AddArgument(
                    "releases",
                    "at",
                    $"Release {release.Id} is to be published at {local:yyyy-MM-dd HH:mm}, no later than this.",
                    "Choose a time before it, or cancel it in the same act.",
                    new Advice(AdvisedAct.CancelTogether, release.Id)
                );
            }
        }
    }

    private IEnumerable<Release> Kept => Waiting.Where(release => !voided.Contains(release.Id));

    private List<Reseal> Behind(ReleaseManifest manifest, WorkingFiles files, Publication publication, Faults faults)
    {
        var behind = new List<Reseal>();
        var taken = new ReleaseHistory([.. Past.Releases, Planned(manifest)], []);
        var (was, wasFiles, now) = (Published.Manifest, Files, new SealedRelease(Planned(manifest), publication));
        foreach (var release in Kept)
        {
            var (own, kept, wrong) = (workflow.Store.Open(release), new List<string>(), new Faults());
            var ownFiles = WorkingFiles.Of(workflow.Store, release.Manifest);
            var merged = CarriedChanges.Into(ownFiles, own.Publication, wasFiles, files, now.Publication, kept);
            var next = Manifests.Carried(release.Manifest, was, now.Manifest, IdOf(taken, release));
            string[] restored =
            [
                .. now
                    .Manifest.Withdrawals.Select(withdrawal => withdrawal.Key)
                    .Except(next.Withdrawals.Select(withdrawal => withdrawal.Key)),
            ];
            var day = DateOnly.FromDateTime(ZonedTime.In(release.Manifest.PublishedAt, workflow.TimeZone).DateTime);
            var plan = new DraftPlan(now, day) { Restore = restored, IsOfSealedFiles = true };
            if (Draft.Of(merged, plan, wrong) is not { } draft)
            {
                faults.AddArgument(
                    "releases",
                    "void",
                    $"Release {release.Id}, which waits, cannot take this over. {wrong.All[0]}",
                    "Cancel it in the same act, and seal it again afterwards.",
                    new Advice(AdvisedAct.CancelTogether, release.Id)
                );
                return behind;
            }

            behind.Add(new(release, next, draft, kept));
            taken = taken with { Releases = [.. taken.Releases, Planned(next)] };
            (was, wasFiles, files, now) = (release.Manifest, ownFiles, draft.Files, new(Planned(next), draft.Publication));
        }

        return behind;
    }

    private ActResult Write(ReleaseManifest manifest, WorkingFiles files, Publication publication, List<Reseal> behind)
    {
        var store = workflow.Store;
        var (now, by) = (workflow.Time.GetUtcNow(), manifest.Seal.By);
        Release Sealed(ReleaseManifest draft, WorkingFiles content, Publication read, string previous) =>
            workflow.Writer.WriteManifest(Manifests.Sealed(draft, read, workflow.Writer.WriteObjects(content, history), now, previous));

        var ahead = Sealed(manifest, files, publication, Published.Release.Digest);
        var previous = ahead.Digest;
        var resealed = new List<ResealedRelease>();
        foreach (var reseal in behind)
        {
            var release = Sealed(reseal.Manifest, reseal.Draft.Files, reseal.Draft.Publication, previous);
            resealed.Add(new(reseal.Was.Id, release, reseal.Kept));
            previous = release.Digest;
        }

        // One line for each act, and all of them written at once: the log has the old releases or the new ones, never some of each.
        LogEntry Line(int number, LogAction act, Release release, string reason) =>
            new(number, now, act, by, release.Id, release.Digest, reason);
        string Why(Release release) =>
            voided.Contains(release.Id)
                ? $"Cancelled by release {ahead.Id}, which went ahead of it."
                : $"Sealed again behind release {ahead.Id}, which went ahead of it.";
        store.Log.Append([
            .. Waiting.Reverse().Select(release => (Func<int, LogEntry>)(number => Line(number, LogAction.Cancel, release, Why(release)))),
            number => Line(number, LogAction.Seal, ahead, manifest.About.Reason),
            .. resealed.Select(release =>
                (Func<int, LogEntry>)(
                    number =>
                        Line(
                            number,
                            LogAction.Seal,
                            release.Now,
                            $"Sealed again behind release {ahead.Id}: {release.Now.Manifest.About.Reason}"
                        )
                )
            ),
        ]);
        foreach (var release in resealed.Select(release => release.Now).Prepend(ahead))
        {
            workflow.Writer.GiveName(release.Id);
        }

        OrphanedFiles.Sweep(store, store.History());
        return new(store.History().Find(ahead.Id) ?? ahead, true, []) { Resealed = resealed, Cancelled = voided };
    }

    private static Release Planned(ReleaseManifest manifest) => new(manifest, "", null, null, null);

    private static string IdOf(ReleaseHistory taken, Release release) =>
        taken.Find(release.Id) is null ? release.Id : Sealing.FreeId(taken, release.Manifest.PublishedAt);

    private sealed record Reseal(Release Was, ReleaseManifest Manifest, Draft Draft, List<string> Kept);
}
