namespace PublicStats.Data.Releases;

/// <summary>
/// What the log comes to: the releases that are sealed and not taken back, and by the digest of their manifests their approvals and
/// purges.
/// </summary>
/// <param name="Later">For a release whose approval is not to be read: the next approval of one sealed after it. It was approved by then,
/// or taken back.</param>
internal sealed record LogState(
    IReadOnlyList<LogEntry> Sealings,
    IReadOnlyDictionary<string, LogEntry> Approvals,
    IReadOnlyDictionary<string, LogEntry> Purges,
    IReadOnlyDictionary<string, LogEntry> Later
)
{
    /// <param name="isDamaged">Lines cannot be read. What was approved had been sealed, whether or not the line that says so is one of
    /// them.</param>
    public static LogState Of(IReadOnlyList<LogEntry> log, bool isDamaged)
    {
        var sealings = new List<LogEntry>();
        var approvals = new Dictionary<string, LogEntry>(StringComparer.Ordinal);
        var purges = new Dictionary<string, LogEntry>(StringComparer.Ordinal);
        var later = new Dictionary<string, LogEntry>(StringComparer.Ordinal);
        foreach (var entry in log)
        {
            switch (entry.Act)
            {
                case LogAction.Seal or LogAction.Reschedule:
                    // An id is given again only once the release that had it is taken back. An approval is of what had been sealed by
                    // then, not of what is sealed anew.
                    sealings.RemoveAll(sealing => sealing.Release == entry.Release || sealing.Release == entry.Replaces);
                    approvals.Remove(entry.Manifest);
                    sealings.Add(entry);
                    break;
                case LogAction.Cancel:
                    sealings.RemoveAll(sealing => sealing.Release == entry.Release);
                    break;
                case LogAction.Approve:
                    if (isDamaged && sealings.All(sealing => sealing.Manifest != entry.Manifest))
                    {
                        // Releases are approved in their order, so it stands before those that are not.
                        var waiting = sealings.FindIndex(sealing => !approvals.ContainsKey(sealing.Manifest));
                        sealings.Insert(waiting < 0 ? sealings.Count : waiting, entry);
                    }

                    approvals[entry.Manifest] = entry;
                    foreach (var sealing in sealings.TakeWhile(logEntry => logEntry.Manifest != entry.Manifest))
                    {
                        later.TryAdd(sealing.Manifest, entry);
                    }

                    break;
                case LogAction.Purge:
                    purges[entry.Manifest] = entry;
                    break;
            }
        }

        return new(sealings, approvals, purges, later);
    }
}
