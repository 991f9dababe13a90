using System.Collections.Concurrent;
using System.Globalization;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>
/// What the public may see. Which release is current is a pure function of the releases and the time, computed at every request:
/// nothing is scheduled, so nothing is missed, and everything changes in one step. New releases in the folder are found without a restart.
/// </summary>
public sealed class PublishedReleases(ReleaseStore store, TimeProvider time)
{
    /// <summary>How long what was found in the folder is used before the folder is looked at again.</summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromMilliseconds(400);

    private readonly OpenedReleases opened = new(store);
    private readonly Lock refreshing = new();
    private readonly Lock counting = new();
    private volatile Known known = new(default, new([], []), []);

    // A timestamp of the time provider. It goes on when the clock is set back.
    private long looked = long.MinValue;

    // Read and written under the lock counting.
    private string? latestSeen;

    /// <summary>What may be seen now. A caller takes one view and uses it for the whole of an answer.</summary>
    /// <exception cref="BrokenReleaseException">No release is published, or none is as it was sealed.</exception>
    public ReleaseView Now() => TryNow() ?? throw new BrokenReleaseException("No release is published.");

    /// <summary>What may be seen now; null when no release is published, or none is as it was sealed.</summary>
    public ReleaseView? TryNow() => Latest(Refreshed());

    /// <summary>
    /// What is wrong with what is served; null when the newest published release is served and nothing is damaged.
    /// </summary>
    public string? Problem()
    {
        var all = Refreshed();
        if (CountPublished(all) is var count && count == 0)
        {
            return "No release is published.";
        }

        var newest = all.History.Releases[count - 1];
        var view = Latest(all);
        var served = view?.Shown.Release;
        var broken =
            all.History.Releases.Take(count).LastOrDefault(release => release.Purge is null && TryOpen(release) is null)?.Id
            ?? all.History.Unreadable.LastOrDefault(pair => pair.Before < count || IsDue(pair.Id, view)).Id;
        if (served is null)
        {
            return $"Release {newest.Id} is not as it was sealed, and no other can be served.";
        }

        if (served.Id != newest.Id)
        {
            return $"Release {newest.Id} is not as it was sealed; {served.Id} is served in its place.";
        }

        if (broken is not null)
        {
            return $"Release {broken} is not as it was sealed, and is not served.";
        }

        return all.History.IsLogDamaged ? "The log of releases is not as it was written. Verify the releases: it names what is not." : null;
    }

    /// <summary>Opens the releases that are published, and one that is published soon, so that no request waits for it.</summary>
    /// <param name="ahead">How far ahead a release is opened.</param>
    public void WarmUp(TimeSpan ahead)
    {
        var now = time.GetUtcNow();
        foreach (var release in Refreshed().History.Releases.Where(release => release.IsPublishedBy(now + ahead)).Reverse())
        {
            TryOpen(release);
        }
    }

    /// <summary>
    /// Forgets what was seen, and reads the folder again at the next request. A preview needs this, because one draft replaces another.
    /// </summary>
    /// <param name="sealedNow">A release that the same process has just sealed there, and need not open; null for none.</param>
    public void StartAnew(SealedRelease? sealedNow)
    {
        lock (refreshing)
        {
            if (sealedNow is not null)
            {
                opened.Add(sealedNow);
            }

            lock (counting)
            {
                (known, latestSeen) = (new(default, new([], []), []), null);
            }

            Interlocked.Exchange(ref looked, long.MinValue);
        }
    }

    /// <summary>Opens a release; null when it is not as it was sealed, or its content was purged.</summary>
    internal SealedRelease? TryOpen(Release release) => opened.TryOpen(release);

    /// <summary>
    /// What changed in a release against the published one before it; nothing for the first, or where either cannot be opened.
    /// </summary>
    internal IReadOnlyList<FigureChange> Changes(SealedRelease? before, SealedRelease release) => opened.Changes(before, release);

    // Only the manifest says when a release is published. Where it cannot be read, the release may be under embargo, so it is mentioned
    // only once its day is over, or a time announced for that day has come.
    private bool IsDue(string id, ReleaseView? view)
    {
        var zone = view?.Shown.Publication.About.TimeZone ?? "UTC";
        var now = ZonedTime.In(time.GetUtcNow(), zone);
        string Day(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.CompareOrdinal(id[..10], Day(now)) < 0
            || view?.Shown.Publication.Calendar.Any(release => release.At <= now && Day(ZonedTime.In(release.At, zone)) == id[..10])
                == true;
    }

    // What has been seen once stays visible when the clock is set back.
    private int CountPublished(Known all)
    {
        var releases = all.History.Releases;
        var count = releases.Count;

        // The time is read under the lock too, so that a slow thread with an earlier time cannot take back what a faster one has seen.
        lock (counting)
        {
            var now = time.GetUtcNow();
            while (count > 0 && !releases[count - 1].IsPublishedBy(now) && releases[count - 1].Digest != latestSeen)
            {
                count--;
            }

            latestSeen = count > 0 ? releases[count - 1].Digest : latestSeen;
        }

        return count;
    }

    private ReleaseView? Latest(Known all)
    {
        var count = CountPublished(all);
        if (all.Views.TryGetValue(count, out var view))
        {
            return view;
        }

        Release[] published = [.. all.History.Releases.Take(count)];
        var shown = published.Reverse().Select(TryOpen).FirstOrDefault(release => release is not null);
        return shown is null
            ? null
            : all.Views[count] = new(
                this,
                published,
                [.. all.History.Unreadable.Where(pair => pair.Before < count).Select(pair => pair.Id)],
                shown
            );
    }

    private Known Refreshed()
    {
        if (IsFresh)
        {
            return known;
        }

        // One thread reads the folder. The others use what is known, and wait only for the very first reading.
        if (!refreshing.TryEnter())
        {
            if (Interlocked.Read(ref looked) != long.MinValue)
            {
                return known;
            }

            refreshing.Enter();
        }

        try
        {
            if (IsFresh)
            {
                return known;
            }

            var now = time.GetTimestamp();
            var log = new FileInfo(store.Log.Path);
            var changed = log.Exists ? (log.LastWriteTimeUtc, log.Length) : default;
            var forgotten = opened.ForgetChanged();
            if (known.Changed != changed || forgotten || known.History.Faults.Count > 0 || known.History.IsDamaged)
            {
                known = new(changed, Kept(Read()), []);
            }

            Interlocked.Exchange(ref looked, now);
            return known;
        }
        finally
        {
            refreshing.Exit();
        }
    }

    // Another program may lock the log, or its permissions may be wrong for a moment: this is treated as a log that is gone.
    private ReleaseHistory Read()
    {
        try
        {
            return store.History();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new([], [new(ReleaseLog.Name, "the log cannot be read.")]) { IsLogDamaged = true };
        }
    }

    private bool IsFresh =>
        Interlocked.Read(ref looked) is var at
        && at != long.MinValue
        && time.GetElapsedTime(at) is var passed
        && passed >= TimeSpan.Zero
        && passed < LookAgainAfter;

    // What is published is never taken back. A log that no longer has it is damaged, or is being copied. So what was seen stays, except
    // what has been purged since.
    private ReleaseHistory Kept(ReleaseHistory read)
    {
        var seen = known.History.Releases.Take(CountPublished(known)).ToList();
        return seen.All(old =>
            read.Releases.Any(release =>
                release.Digest == old.Digest
                && release.PublishedAt is not null
                && (release.PublishedAt == old.PublishedAt || !read.IsDamaged || known.History.IsDamaged)
            )
        )
            ? read
            : new(
                [
                    .. seen.Select(old =>
                        old with
                        {
                            Purge = old.Purge ?? read.Releases.FirstOrDefault(release => release.Digest == old.Digest)?.Purge,
                        }
                    ),
                ],
                read.Faults
            )
            {
                IsLogDamaged = true,
            };
    }

    private sealed record Known((DateTime, long) Changed, ReleaseHistory History, ConcurrentDictionary<int, ReleaseView> Views);
}
