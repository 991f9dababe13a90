using System.Collections.Concurrent;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>The releases that were opened, each opened once, and again after its files have changed.</summary>
internal sealed class OpenedReleases(ReleaseStore store)
{
    private readonly ConcurrentDictionary<string, Lazy<SealedRelease?>> opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, FileStamps> stamps = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<FigureChange>>> changes = new(StringComparer.Ordinal);

    /// <summary>Opens a release; null when it is not as it was sealed, or its content was purged.</summary>
    public SealedRelease? TryOpen(Release release)
    {
        if (release.Purge is not null)
        {
            return null;
        }

        var key = KeyOf(release);
        stamps.GetOrAdd(key, _ => FileStamps.Of(store, release));
        try
        {
            // Opened once, however many threads wait for it.
            return opened.GetOrAdd(key, _ => new(() => Open(release))).Value;
        }
        catch
        {
            // A passing cause, such as too little memory, must not be remembered.
            opened.TryRemove(key, out _);
            throw;
        }
    }

    /// <summary>Takes over a release that the same process has just sealed, so that it need not be read.</summary>
    public void Add(SealedRelease release)
    {
        var key = KeyOf(release.Release);
        stamps[key] = FileStamps.Of(store, release.Release);
        opened[key] = new(release);
    }

    /// <summary>
    /// Forgets each release that could not be opened, and each whose files have changed since, so that its hashes are checked again.
    /// Returns whether there was one.
    /// </summary>
    public bool ForgetChanged()
    {
        var any = false;
        foreach (var (key, stamp) in stamps)
        {
            var failed = opened.TryGetValue(key, out var lazy) && lazy is { IsValueCreated: true, Value: null };
            if (failed || !stamp.IsUnchanged(store))
            {
                opened.TryRemove(key, out _);
                stamps.TryRemove(key, out _);
                any = true;
            }
        }

        return any;
    }

    /// <summary>What changed in a release against the one before it; nothing when there is none before it.</summary>
    public IReadOnlyList<FigureChange> Changes(SealedRelease? before, SealedRelease release) =>
        before is null
            ? []
            : changes
                .GetOrAdd(before.Release.Digest + release.Release.Digest, _ => new(() => ReleaseChanges.Between(before, release)))
                .Value;

    private SealedRelease? Open(Release release)
    {
        try
        {
            return store.Open(release);
        }
        catch (BrokenReleaseException)
        {
            return null;
        }
    }

    private static string KeyOf(Release release) => $"{release.Digest} {release.PublishedAt:O}";
}
