using System.Collections.Concurrent;

namespace PublicStats.Data.Releases;

/// <summary>Which release is current: a pure function of the releases and the time, worked out at every question. Nothing is scheduled, so nothing is missed.</summary>
public sealed class CurrentRelease(ReleaseStore store, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Lazy<SealedRelease>> opened = new(StringComparer.Ordinal);
    private volatile Known known = new(default, []);

    /// <summary>The releases published by now, oldest first.</summary>
    public IReadOnlyList<ReleaseManifest> Published()
    {
        var now = time.GetUtcNow();
        return [.. All().Where(each => each.PublishedAt <= now)];
    }

    /// <summary>The newest release published by now that is as it was sealed.</summary>
    /// <exception cref="BrokenReleaseException">There is none.</exception>
    public SealedRelease Now()
    {
        var now = time.GetUtcNow();
        var all = All();
        for (var at = all.Count - 1; at >= 0; at--)
        {
            if (all[at].PublishedAt <= now && TryOpen(all[at]) is { } release)
            {
                return release;
            }
        }

        throw new BrokenReleaseException($"No release is published in {store.Folder}.");
    }

    /// <summary>What is wrong with the newest published release; null when it is the one that is served.</summary>
    public string? Problem()
    {
        try
        {
            return Published() is [.., var newest] && TryOpen(newest) is null ? $"Release {newest.Id} is not as it was sealed; {Now().Manifest.Id} is served in its place." : null;
        }
        catch (BrokenReleaseException exception)
        {
            return exception.Message;
        }
    }

    private SealedRelease? TryOpen(ReleaseManifest manifest)
    {
        try
        {
            // The same id with other content is another release: the hash of its manifest tells them apart.
            return opened.GetOrAdd(manifest.Id + ReleaseManifest.Hash(manifest.ToBytes()), _ => new(() => store.Open(manifest))).Value;
        }
        catch (BrokenReleaseException)
        {
            return null;
        }
    }

    // A release arrives by one rename in the folder, which changes the folder's time.
    private IReadOnlyList<ReleaseManifest> All()
    {
        var changed = Directory.GetLastWriteTimeUtc(store.Folder);
        if (known is var last && last.Changed == changed && last.Releases.Count > 0)
        {
            return last.Releases;
        }

        known = new(changed, store.History());
        return known.Releases;
    }

    private sealed record Known(DateTime Changed, IReadOnlyList<ReleaseManifest> Releases);
}
