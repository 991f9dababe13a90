using System.Text.Json;
using System.Text.Json.Serialization;

namespace PublicStats.Data.Releases;

/// <summary>A manifest as <c>release.json</c> has it: the members without groups, in this order.</summary>
internal sealed record ManifestJson(
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
    public static byte[] Write(ReleaseManifest manifest)
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
    public static ReleaseManifest Read(ReadOnlySpan<byte> bytes)
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
