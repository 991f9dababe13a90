using PublicStats.Api.Addresses;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>Every published release.</summary>
internal sealed record ReleaseList
{
    /// <summary>The releases, newest first.</summary>
    public required IReadOnlyList<ReleaseSummary> Releases { get; init; }
}

/// <summary>What was published when, and why.</summary>
internal sealed record ReleaseSummary
{
    /// <summary>The name in addresses, such as 2026-07-24.</summary>
    public required string Id { get; init; }

    /// <summary>When it was published, in the publication's time zone.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Whether it was scheduled, or is a correction or a withdrawal.</summary>
    public required ReleaseKind Kind { get; init; }

    /// <summary>The title of the release.</summary>
    public required string Title { get; init; }

    /// <summary>Why it was published.</summary>
    public required string Reason { get; init; }

    /// <summary>Whether it was sealed after the time that it is published for.</summary>
    public required bool Backfilled { get; init; }

    /// <summary>The SHA-256 of its manifest, which names the SHA-256 of every file.</summary>
    public required string Sha256 { get; init; }

    /// <summary>When and why its content was taken away. Only when it was.</summary>
    public ReleasePurge? Purged { get; init; }

    /// <summary>The datasets in it.</summary>
    public required IReadOnlyList<ReleaseDatasetItem> Datasets { get; init; }

    /// <summary>The addresses of the release.</summary>
    public required ReleaseLinks Links { get; init; }

    public static ReleaseSummary Of(ReleaseView view, Release release)
    {
        var manifest = release.Manifest;
        return new()
        {
            Id = release.Id,
            PublishedAt = ZonedTime.In(release.PublishedAt!.Value, view.Shown.Publication.About.TimeZone),
            Kind = manifest.About.Kind,
            Title = manifest.About.Title,
            Reason = manifest.About.Reason,
            Backfilled = manifest.Seal.IsBackfill,
            Sha256 = release.Digest,
            Purged = release.Purge is { } purge ? new() { At = purge.At, Reason = purge.Reason } : null,
            Datasets =
            [
                .. manifest.Datasets.Select(dataset => new ReleaseDatasetItem
                {
                    Name = dataset.Name,
                    Figures = dataset.Figures,
                    Withheld = dataset.Withheld,
                }),
            ],
            Links = ReleaseLinks.Of(release.Id),
        };
    }
}

/// <summary>When and why the content of a release was taken away.</summary>
internal sealed record ReleasePurge
{
    /// <summary>When it was taken away.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Why it was taken away.</summary>
    public required string Reason { get; init; }
}

/// <summary>A dataset in a release.</summary>
internal sealed record ReleaseDatasetItem
{
    /// <summary>The dataset's name.</summary>
    public required string Name { get; init; }

    /// <summary>How many figures it has in this release.</summary>
    public required int Figures { get; init; }

    /// <summary>How many of them are withheld so that nobody can be identified.</summary>
    public required int Withheld { get; init; }
}

/// <summary>The addresses of a release.</summary>
internal sealed record ReleaseLinks
{
    /// <summary>Its description.</summary>
    public required string Self { get; init; }

    /// <summary>What changed against the release before.</summary>
    public required string Changes { get; init; }

    /// <summary>Its datasets. They never change.</summary>
    public required string Datasets { get; init; }

    /// <summary>Its manifest, byte for byte.</summary>
    public required string Manifest { get; init; }

    /// <summary>Its page on the site.</summary>
    public required string Page { get; init; }

    public static ReleaseLinks Of(string release) =>
        new()
        {
            Self = ApiAddresses.Release(release),
            Changes = ApiAddresses.ChangesOf(release),
            Datasets = AddressBook.Versioned(ApiAddresses.Datasets, release),
            Manifest = ApiAddresses.ManifestOf(release),
            Page = AddressBook.ReleasePage(release),
        };
}
