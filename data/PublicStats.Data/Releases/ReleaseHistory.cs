namespace PublicStats.Data.Releases;

/// <summary>
/// Every release there is, in the order of their sealing, which is the order of their publication: a pure function of the log and the
/// manifests it names.
/// </summary>
/// <param name="Faults">What does not match, in the log and the manifests. The releases concerned are left out.</param>
public sealed record ReleaseHistory(IReadOnlyList<Release> Releases, IReadOnlyList<Mismatch> Faults)
{
    /// <summary>The last in the chain, whether published or not; null when there is none.</summary>
    public Release? Last => Releases is [.., var last] ? last : null;

    /// <summary>The release of that id; null when there is none.</summary>
    public Release? Find(string id) => Releases.FirstOrDefault(release => release.Id == id);

    /// <summary>Those published by a moment, oldest first.</summary>
    public IEnumerable<Release> PublishedBy(DateTimeOffset moment) => Releases.Where(release => release.IsPublishedBy(moment));

    /// <summary>
    /// Approved releases whose manifest cannot be read, each with how many releases come before it. Only the manifest has the time of
    /// publication.
    /// </summary>
    internal IReadOnlyList<(string Id, int Before)> Unreadable { get; init; } = [];

    /// <summary>
    /// Whether less may be public than should be. Faults of a release that is not approved do not count.
    /// </summary>
    internal bool IsDamaged => IsLogDamaged || Unreadable.Count > 0;

    /// <summary>Whether lines of the log cannot be read, or releases that were seen are in it no more.</summary>
    internal bool IsLogDamaged { get; init; }

    /// <summary>Follows the log.</summary>
    /// <param name="gaps">Where lines of the log that cannot be read may have taken a release back.</param>
    /// <param name="manifest">Gives the bytes of a release's manifest by its id and digest; null when they cannot be read.</param>
    internal static ReleaseHistory Of(
        IReadOnlyList<LogEntry> log,
        IReadOnlyList<Mismatch> logFaults,
        IReadOnlyList<UnreadableLines> gaps,
        Func<string, string, byte[]?> manifest
    )
    {
        var acts = LogState.Of(log, logFaults.Count > 0);
        var faults = logFaults.ToList();
        var read = acts.Sealings.Select(entry => Read(entry, manifest, faults)).ToList();
        var certain = logFaults.Count == 0 ? null : new LogRecovery(acts, read, gaps);
        var releases = new List<Release>();
        var unreadable = new List<(string, int)>();
        DateTimeOffset? before = DateTimeOffset.MinValue;
        for (var i = 0; i < read.Count; i++)
        {
            var sealing = acts.Sealings[i];
            var approval = certain is null ? acts.Approvals.GetValueOrDefault(sealing.Manifest) : certain.Approval(i);
            if (read[i] is not { } known)
            {
                unreadable.AddRange(approval is null ? [] : [(sealing.Release, releases.Count)]);
                continue;
            }

            if (certain?.WasTakenBack(i) == true)
            {
                continue;
            }

            // Nothing is published before the release it follows; an approval that comes late publishes late, unless the past is being
            // filled in.
            DateTimeOffset? published = null;
            if (approval is not null && before is { } previous)
            {
                published = Later(known.Seal.IsBackfill ? known.PublishedAt : Later(known.PublishedAt, approval.At), previous);
            }

            before = published = certain?.MayHaveBeenTakenBack(i, published) == true ? null : published;
            releases.Add(new(known, sealing.Manifest, published, approval?.By, acts.Purges.GetValueOrDefault(sealing.Manifest)));
        }

        return new(releases, faults) { Unreadable = unreadable, IsLogDamaged = logFaults.Count > 0 };
    }

    private static ReleaseManifest? Read(LogEntry sealing, Func<string, string, byte[]?> manifest, List<Mismatch> faults)
    {
        var path = $"{sealing.Release}/{ReleaseStore.ManifestName}";
        if (manifest(sealing.Release, sealing.Manifest) is not { } bytes)
        {
            faults.Add(new(path, "the manifest is not there."));
            return null;
        }

        if (ReleaseManifest.Hash(bytes) != sealing.Manifest)
        {
            faults.Add(new(path, "the manifest is not as it was sealed."));
            return null;
        }

        if (FileFormat.ProblemOfManifest(bytes) is { } problem)
        {
            faults.Add(new(path, problem));
            return null;
        }

        return ReleaseManifest.Of(bytes);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
