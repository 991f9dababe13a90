using PublicStats.Data.Datasets;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Releases;

/// <summary>A release as the log has it: what was sealed, whether it was approved, and what became of it.</summary>
/// <param name="Digest">The SHA-256 of the manifest as it was sealed.</param>
/// <param name="PublishedAt">When it is published: at its own time, or at its approval where that came later. Null while nobody has
/// approved it.</param>
/// <param name="ApprovedBy">The second person, by role; null until then.</param>
/// <param name="Purge">Why its content was taken away, where it was; its manifest stays as a tombstone.</param>
public sealed record Release(ReleaseManifest Manifest, string Digest, DateTimeOffset? PublishedAt, string? ApprovedBy, LogEntry? Purge)
{
    /// <summary>Its name in addresses.</summary>
    public string Id => Manifest.Id;

    /// <summary>Its place in the folder of releases.</summary>
    public string Path => $"{Id}/{ReleaseStore.ManifestName}";

    /// <summary>Whether it is published by a moment.</summary>
    public bool IsPublishedBy(DateTimeOffset moment) => PublishedAt <= moment;
}

/// <summary>A release opened: what it is, and everything in it.</summary>
public sealed record SealedRelease(Release Release, Publication Publication)
{
    /// <summary>What was sealed.</summary>
    public ReleaseManifest Manifest => Release.Manifest;

    /// <summary>
    /// When it was, or will be, published, in the publication's own time; the time it was sealed for where nobody has approved it yet.
    /// </summary>
    public DateTimeOffset PublishedAt => ZonedTime.In(Release.PublishedAt ?? Manifest.PublishedAt, Publication.About.TimeZone);

    /// <summary>What it announces for the time after it, soonest first.</summary>
    public IReadOnlyList<AnnouncedRelease> Coming => [.. Publication.Calendar.Where(release => release.At > PublishedAt)];
}

/// <summary>A release that is not as it was sealed. The message names what does not match.</summary>
public sealed class BrokenReleaseException(string message) : Exception(message);
