using PublicStats.Data.Releases;

namespace PublicStats.Api.Http;

/// <summary>The release that an answer is from.</summary>
internal sealed record ReleaseName
{
    /// <summary>Its name in addresses, such as 2026-07-24.</summary>
    public required string Id { get; init; }

    /// <summary>When it was published, in the publication's time zone.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    public static ReleaseName Of(SealedRelease release) => new() { Id = release.Manifest.Id, PublishedAt = release.PublishedAt };
}
