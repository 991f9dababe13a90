using System.Security.Cryptography;
using System.Text.Json.Serialization;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Releases;

/// <summary>What a sealed release is: when it is published, who sealed it, and every file in it by the hash of its bytes.</summary>
/// <param name="Id">The day of publication, <c>2026-07-24</c>; a second release of a day ends in <c>-2</c>.</param>
/// <param name="About">What readers see about it.</param>
/// <param name="PublishedAt">
/// Before this moment nothing of the release may be seen; nor after it, until a second person has approved it.
/// </param>
/// <param name="Seal">Who sealed it, when, and after which release.</param>
/// <param name="Corrections">Every correction made so far, oldest first; that of a release of kind correction is the last.</param>
/// <param name="Withdrawals">Every figure that is withdrawn, in order of key.</param>
/// <param name="Files">In order of path.</param>
/// <param name="Format">The form of the file. A file without it has format 1.</param>
public sealed record ReleaseManifest(
    string Id,
    ReleaseAbout About,
    DateTimeOffset PublishedAt,
    ReleaseSeal Seal,
    IReadOnlyList<Correction> Corrections,
    IReadOnlyList<Withdrawal> Withdrawals,
    IReadOnlyList<ReleaseDataset> Datasets,
    IReadOnlyList<ReleaseFile> Files,
    int Format = FileFormat.Newest
)
{
    /// <summary>The manifest as it is written: the same manifest gives the same bytes.</summary>
    public byte[] ToBytes() => ManifestJson.Write(this);

    /// <summary>Reads a manifest.</summary>
    /// <exception cref="System.Text.Json.JsonException">It is damaged.</exception>
    public static ReleaseManifest Of(ReadOnlySpan<byte> bytes) => ManifestJson.Read(bytes);

    /// <summary>The SHA-256 of bytes, in lower-case hexadecimal.</summary>
    public static string Hash(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>What readers see about a release.</summary>
/// <param name="Kind">Why there is a release.</param>
/// <param name="Title">One line.</param>
/// <param name="Reason">One sentence: of a correction, what was wrong.</param>
public sealed record ReleaseAbout(ReleaseKind Kind, string Title, string Reason);

/// <summary>How a release was sealed.</summary>
/// <param name="At">The moment.</param>
/// <param name="By">Who did it, by role or name.</param>
/// <param name="IsBackfill">It was sealed later than it is published, with only what had been published by then.</param>
/// <param name="Previous">The SHA-256 of the manifest before it; null for the first.</param>
public sealed record ReleaseSeal(DateTimeOffset At, string By, bool IsBackfill = false, string? Previous = null);

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
/// <param name="Reason">Why, in words for readers.</param>
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
/// <param name="StoredSha256">Of the compressed object, so that any changed byte of it is noticed.</param>
public sealed record ReleaseFile(string Path, string Sha256, int Bytes, string StoredSha256)
{
    /// <summary>The object's path in the releases folder.</summary>
    [JsonIgnore]
    public string ObjectPath => $"objects/{Sha256}{System.IO.Path.GetExtension(Path)}.gz";
}
