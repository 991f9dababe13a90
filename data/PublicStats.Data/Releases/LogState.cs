namespace PublicStats.Data.Releases;

/// <summary>
/// The result of the log: the releases that are sealed and not taken back, and their approvals and purges by the digest of the manifest.
/// </summary>
/// <param name="Later">
/// For a release whose approval cannot be read: the next approval of one sealed after it. By then it was approved or taken back.
/// </param>
internal sealed record LogState(
    IReadOnlyList<LogEntry> Sealings,
    IReadOnlyDictionary<string, LogEntry> Approvals,
    IReadOnlyDictionary<string, LogEntry> Purges,
    IReadOnlyDictionary<string, LogEntry> Later
)
{
    /// <param name="isDamaged">Lines cannot be read. A release that was approved had been sealed, also where that line is lost.</param>
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
                    // An id is used again only after the release that had it is taken back. An approval is of what had been sealed by
                    // then, not of what is sealed afterwards.
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
                        // Releases are approved in their order, so its place is before those that are not approved.
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
