using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Releases;

/// <summary>What a sealed release is: when it is published, who sealed it, and every file in it by the hash of its bytes.</summary>
/// <param name="Id">The day of publication, <c>2026-07-24</c>; a second release of a day ends in <c>-2</c>.</param>
/// <param name="Kind">Why there is a release.</param>
/// <param name="PublishedAt">Before this moment nothing of the release may be seen; nor after it, until a second person has approved
/// it.</param>
/// <param name="Backfilled">Sealed later than <paramref name="PublishedAt"/>, as the figures stood then, from what had been published by
/// then.</param>
/// <param name="Previous">The SHA-256 of the manifest before it; null for the first.</param>
/// <param name="Corrections">Every correction made so far, oldest first; this release's own is the last when its kind is
/// <c>correction</c>.</param>
/// <param name="Withdrawals">Every figure that is withdrawn, in order of key.</param>
/// <param name="Files">In order of path.</param>
/// <param name="Format">The form of the manifest itself, written first. A manifest without it has format 1.</param>
public sealed record ReleaseManifest(
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
    /// <summary>The manifest as it is written: the same manifest is the same bytes.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, ManifestJson.Default.ReleaseManifest), (byte)'\n'];

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="JsonException">It is damaged.</exception>
    public static ReleaseManifest Of(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, ManifestJson.Default.ReleaseManifest) ?? throw new JsonException("The manifest is empty.");

    /// <summary>The SHA-256 of bytes, in small hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>A mistake put right in the open.</summary>
/// <param name="Release">The release that corrects.</param>
/// <param name="Wrong">What was wrong.</param>
/// <param name="Why">How it came about.</param>
/// <param name="Affected">Who may have used the wrong figures, and what they should do.</param>
/// <param name="Keys">The figures corrected.</param>
public sealed record Correction(string Release, string Wrong, string Why, string Affected, IReadOnlyList<string> Keys)
{
    /// <summary>The files of words corrected, by path inside the publication; null where only figures were.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<string>? Words { get; init; }
}

/// <summary>A figure that is no longer an answer.</summary>
/// <param name="Key">Names the figure.</param>
/// <param name="Release">The release that withdrew it.</param>
/// <param name="Reason">Why, as readers are told.</param>
public sealed record Withdrawal(string Key, string Release, string Reason)
{
    /// <summary>The dataset of the figure.</summary>
    [JsonIgnore]
    public string Dataset => FigureKey.DatasetOf(Key);
}

/// <summary>A dataset in a release.</summary>
/// <param name="Figures">How many it holds.</param>
/// <param name="Withheld">How many of them are withheld so that nobody can be identified.</param>
/// <param name="Disclosure">How people in the figures are protected.</param>
public sealed record ReleaseDataset(string Name, int Figures, int Withheld, string Disclosure);

/// <summary>A file of a release.</summary>
/// <param name="Sha256">Of its bytes before compression; it names the object that holds them.</param>
/// <param name="Bytes">Their number.</param>
/// <param name="StoredSha256">Of the object as it lies on the disk, so that any changed byte of it is noticed.</param>
public sealed record ReleaseFile(string Path, string Sha256, int Bytes, string StoredSha256)
{
    /// <summary>The object's path in the releases folder.</summary>
    [JsonIgnore]
    public string ObjectPath => $"objects/{Sha256}{System.IO.Path.GetExtension(Path)}.gz";
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    WriteIndented = true,
    NewLine = "\n",
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(ReleaseManifest))]
internal sealed partial class ManifestJson : JsonSerializerContext;
