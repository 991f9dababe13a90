using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicStats.Data.Releases;

/// <summary>The manifest of a release as <c>release.json</c> has it.</summary>
/// <param name="Id">The day of publication, <c>2026-07-24</c>. A second release of a day ends in <c>-2</c>.</param>
/// <param name="Kind">Whether the release was scheduled, or is a correction or a withdrawal.</param>
/// <param name="Title">The title of the release.</param>
/// <param name="Reason">Why there is this release.</param>
/// <param name="PublishedAt">When it may be seen. A release that is approved later is seen from its approval.</param>
/// <param name="SealedAt">When it was sealed.</param>
/// <param name="SealedBy">Who sealed it, by role.</param>
/// <param name="Backfilled">Whether it was sealed after <paramref name="PublishedAt"/>, from what had been published by then.</param>
/// <param name="Previous">The SHA-256 of the manifest before it. Null for the first.</param>
/// <param name="Corrections">Every correction so far, oldest first.</param>
/// <param name="Withdrawals">Every withdrawn figure, in order of key.</param>
/// <param name="Datasets">The datasets, with the number of their figures.</param>
/// <param name="Files">The files, in order of path.</param>
/// <param name="Format">The form of the manifest itself. A manifest without it has format 1.</param>
public sealed record ManifestJson(
    string Id,
    ReleaseKind Kind,
    string Title,
    string Reason,
    DateTimeOffset PublishedAt,
    DateTimeOffset SealedAt,
    string SealedBy,
    bool Backfilled,
    string? Previous,
    IReadOnlyList<Correction> Corrections,
    IReadOnlyList<Withdrawal> Withdrawals,
    IReadOnlyList<ReleaseDataset> Datasets,
    IReadOnlyList<ReleaseFile> Files,
    [property: JsonPropertyOrder(-1)] int Format = FileFormat.Newest
)
{
    /// <summary>The bytes of a manifest: the same manifest gives the same bytes.</summary>
    internal static byte[] Write(ReleaseManifest manifest)
    {
        var json = new ManifestJson(
            manifest.Id,
            manifest.About.Kind,
            manifest.About.Title,
            manifest.About.Reason,
            manifest.PublishedAt,
            manifest.Seal.At,
            manifest.Seal.By,
            manifest.Seal.IsBackfill,
            manifest.Seal.Previous,
            manifest.Corrections,
            manifest.Withdrawals,
            manifest.Datasets,
            manifest.Files,
            manifest.Format
        );
        return [.. JsonSerializer.SerializeToUtf8Bytes(json, ManifestContext.Default.ManifestJson), (byte)'\n'];
    }

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    internal static ReleaseManifest Read(ReadOnlySpan<byte> bytes)
    {
        var json =
            JsonSerializer.Deserialize(bytes, ManifestContext.Default.ManifestJson) ?? throw new JsonException("The manifest is empty.");
        return new(
            json.Id,
            new(json.Kind, json.Title, json.Reason),
            json.PublishedAt,
            new(json.SealedAt, json.SealedBy, json.Backfilled, json.Previous),
            json.Corrections,
            json.Withdrawals,
            json.Datasets,
            json.Files,
            json.Format
        );
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ManifestJson))]
internal sealed partial class ManifestContext : JsonSerializerContext;
