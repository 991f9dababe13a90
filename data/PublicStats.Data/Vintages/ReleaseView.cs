using System.Collections.Concurrent;
using System.Globalization;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>
/// What one question sees: the releases published by its moment, and the one it is answered from. Never changes, so no answer mixes two
/// releases.
/// </summary>
/// <param name="published">Oldest first; the last is the latest.</param>
/// <param name="lost">The ids of releases that were published and whose manifest cannot be read any more.</param>
public sealed class ReleaseView(
    PublishedReleases releases,
    IReadOnlyList<Release> published,
    IReadOnlyCollection<string> lost,
    SealedRelease shown,
    bool isFrozen = false
)
{
    // Anyone may ask for any key: so many histories are kept, and no more.
    private const int MostHistories = 10_000;

    private readonly ConcurrentDictionary<string, IReadOnlyList<PublishedValue>> histories = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string, bool), ReleaseView> past = [];
    private volatile bool isShort;

    /// <summary>Every release published by the moment of the question, oldest first.</summary>
    public IReadOnlyList<Release> Published => published;

    /// <summary>The release that answers.</summary>
    public SealedRelease Shown => shown;

    /// <summary>The latest release.</summary>
    public Release Latest => published[^1];

    /// <summary>Whether the release that answers is the latest.</summary>
    public bool IsLatest => shown.Release.Id == Latest.Id;

    /// <summary>Whether the request names the release. The answer is then the same for ever.</summary>
    public bool IsFrozen => isFrozen;

    /// <summary>
    /// Whether every release that was needed so far could be opened. An answer that lacks one must not be kept.
    /// </summary>
    public bool IsWhole => !isShort && lost.Count == 0;

    /// <summary>
    /// Names everything that an answer can depend on: the releases that may be seen, which of them answers, and what was purged.
    /// </summary>
    public string Tag { get; } =
        $"{shown.Release.Digest[..12]}-{(isFrozen ? "" : published[^1].Digest[..8])}"
        + published.Count(release => release.Purge is not null).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// When anything that an answer can depend on last changed: the release that answers, a purge and, unless it is frozen, the latest
    /// release.
    /// </summary>
    public DateTimeOffset ChangedAt { get; } =
        published
            .Select(release => release.Purge?.At)
            .OfType<DateTimeOffset>()
            .Append(isFrozen ? shown.PublishedAt : published[^1].PublishedAt!.Value)
            .Max();

    /// <summary>Those published up to and with the release that answers, oldest first.</summary>
    public IReadOnlyList<Release> UpToShown => [.. published.TakeWhile(release => release.Id != shown.Release.Id), shown.Release];

    /// <summary>The published release of that id; null when there is none, whether one is sealed for a time to come or not.</summary>
    public Release? Find(string id) => published.FirstOrDefault(release => release.Id == id);

    /// <summary>Whether a release of that id was published and its manifest cannot be read any more.</summary>
    public bool IsLost(string id) => lost.Contains(id);

    /// <summary>The release that was the latest at a moment; null when none had been published.</summary>
    public Release? At(DateTimeOffset moment) => published.LastOrDefault(release => release.IsPublishedBy(moment));

    /// <summary>Opens a published release; null when it is not as it was sealed, or its content was purged.</summary>
    public SealedRelease? Open(Release release)
    {
        var opened = releases.TryOpen(release);
        isShort |= opened is null && release.Purge is null;
        return opened;
    }

    /// <summary>The published release before another that can be opened; null when there is none.</summary>
    public SealedRelease? Before(Release release) =>
        published
            .TakeWhile(earlier => earlier.Id != release.Id)
            .Reverse()
            .Select(Open)
            .FirstOrDefault(sealedRelease => sealedRelease is not null);

    /// <summary>What changed in a published release against the one before it, figure by figure; nothing for the first.</summary>
    public IReadOnlyList<FigureChange> ChangesOf(SealedRelease release) => releases.Changes(Before(release.Release), release);

    /// <summary>The same moment, answered from another of its releases.</summary>
    /// <param name="isFrozen">The release was requested by its name, not by a date.</param>
    public ReleaseView Of(SealedRelease release, bool isFrozen) =>
        past.GetOrAdd((release.Release.Digest, isFrozen), _ => new(releases, published, lost, release, isFrozen));

    /// <summary>
    /// Every value a figure had, in the order of publication, up to the release that answers: one for each time it changed.
    /// </summary>
    public IReadOnlyList<PublishedValue> HistoryOf(string key)
    {
        if (!histories.TryGetValue(key, out var history))
        {
            history = FigureHistory.Of(this, key);
            if (histories.Count < MostHistories)
            {
                histories[key] = history;
            }
        }

        return history;
    }
}
