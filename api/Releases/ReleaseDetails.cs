using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>One release: why, when, by whom, and every file in it.</summary>
internal sealed record ReleaseDetails
{
    /// <inheritdoc cref="ReleaseSummary.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="ReleaseSummary.PublishedAt"/>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Kind"/>
    public required ReleaseKind Kind { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Reason"/>
    public required string Reason { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Backfilled"/>
    public required bool Backfilled { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Sha256"/>
    public required string Sha256 { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Purged"/>
    public ReleasePurge? Purged { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Datasets"/>
    public required IReadOnlyList<ReleaseDatasetItem> Datasets { get; init; }

    /// <inheritdoc cref="ReleaseSummary.Links"/>
    public required ReleaseLinks Links { get; init; }

    /// <summary>When it was sealed.</summary>
    public required DateTimeOffset SealedAt { get; init; }

    /// <summary>Who sealed it, by role.</summary>
    public required string SealedBy { get; init; }

    /// <summary>Who approved it, by role. Null when nobody did.</summary>
    public required string? ApprovedBy { get; init; }

    /// <summary>The SHA-256 of the manifest of the release before. Null for the first.</summary>
    public required string? Previous { get; init; }

    /// <summary>The corrections that this release makes.</summary>
    public required IReadOnlyList<CorrectionNotice> Corrections { get; init; }

    /// <summary>The figures that this release withdraws.</summary>
    public required IReadOnlyList<WithdrawnFigure> Withdrawals { get; init; }

    /// <summary>The files of the release, in order of path.</summary>
    public required IReadOnlyList<ReleaseFileItem> Files { get; init; }

    public static ReleaseDetails Of(ReleaseView view, Release release)
    {
        var (summary, manifest) = (ReleaseSummary.Of(view, release), release.Manifest);
        var corrections = manifest.Corrections.Where(correction => correction.Release == release.Id);
        var withdrawals = manifest.Withdrawals.Where(withdrawal => withdrawal.Release == release.Id);
        return new()
        {
            Id = summary.Id,
            PublishedAt = summary.PublishedAt,
            Kind = summary.Kind,
            Title = summary.Title,
            Reason = summary.Reason,
            Backfilled = summary.Backfilled,
            Sha256 = summary.Sha256,
            Purged = summary.Purged,
            Datasets = summary.Datasets,
            Links = summary.Links,
            SealedAt = manifest.Seal.At,
            SealedBy = manifest.Seal.By,
            ApprovedBy = release.ApprovedBy,
            Previous = manifest.Seal.Previous,
            Corrections = [.. corrections.Select(CorrectionNotice.Of)],
            Withdrawals = [.. withdrawals.Select(withdrawal => WithdrawnFigure.Of(withdrawal) with { Release = null })],
            Files = [.. manifest.Files.Select(file => ReleaseFileItem.Of(release.Id, file))],
        };
    }
}

/// <summary>A file of a release.</summary>
internal sealed record ReleaseFileItem
{
    /// <summary>The path in the release.</summary>
    public required string Path { get; init; }

    /// <summary>The SHA-256 of its content.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The length of its content.</summary>
    public required int Bytes { get; init; }

    /// <summary>The address of the file.</summary>
    public required string Address { get; init; }

    public static ReleaseFileItem Of(string release, ReleaseFile file) =>
        new()
        {
            Path = file.Path,
            Sha256 = file.Sha256,
            Bytes = file.Bytes,
            Address = ApiAddresses.FileOf(release, file.Path),
        };
}
