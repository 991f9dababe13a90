using System.IO.Compression;
using System.Text.Json;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Releases;

/// <summary>The folder of sealed releases. Reads only.</summary>
public sealed class ReleaseStore(string folder)
{
    internal const string ManifestName = "release.json";
    internal const string ObjectsFolder = "objects";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>The audit log.</summary>
    public ReleaseLog Log { get; } = new(folder);

    /// <summary>Every release there is, with what does not match.</summary>
    public ReleaseHistory History() => ReleaseHistory.Of(Log.Read(out var faults, out var gaps), faults, gaps, ManifestBytes);

    /// <summary>Opens a release. Every byte is checked against its hash.</summary>
    /// <exception cref="BrokenReleaseException">Something is not as it was sealed, or the content has been purged.</exception>
    public SealedRelease Open(Release release)
    {
        if (release.Purge is { } purge)
        {
            throw new BrokenReleaseException($"The content of release {release.Id} was taken away: {purge.Reason}");
        }

        if (ManifestBytes(release.Id, release.Digest) is not { } manifest || ReleaseManifest.Hash(manifest) != release.Digest)
        {
            throw new BrokenReleaseException($"{release.Path}: the manifest is not as it was sealed.");
        }

        var files = release.Manifest.Files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var faults = new Faults();
        var publication = PublicationReader.Read(new(files.Keys, path => new MemoryStream(Read(files[path]))), faults);
        return publication is null ? throw new BrokenReleaseException($"Release {release.Id}: {faults.All[0]}") : new(release, publication);
    }

    /// <summary>The bytes of a file of a release, checked against their hash.</summary>
    /// <exception cref="BrokenReleaseException">The object is missing, or is not what was sealed.</exception>
    public byte[] Read(ReleaseFile file)
    {
        try
        {
            var stored = File.ReadAllBytes(Path.Combine(folder, file.ObjectPath));
            using var zipped = new GZipStream(new MemoryStream(stored), CompressionMode.Decompress);
            var bytes = new byte[file.Bytes];
            var read = zipped.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return
                ReleaseManifest.Hash(stored) == file.StoredSha256
                && read == bytes.Length
                && zipped.ReadByte() < 0
                && ReleaseManifest.Hash(bytes) == file.Sha256
                ? bytes
                : throw new BrokenReleaseException($"{file.ObjectPath} does not hold the bytes of {file.Path} that were sealed.");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new BrokenReleaseException($"{file.ObjectPath} ({file.Path}) cannot be read: {exception.Message}");
        }
    }

    /// <summary>
    /// The bytes of a release's manifest, or, where they differ from what was sealed, those that are there. Null when none can be read.
    /// </summary>
    /// <param name="digest">The SHA-256 that the log has.</param>
    public byte[]? ManifestBytes(string id, string digest)
    {
        // The folder of a release whose line has just been written may not have its name yet, and another folder may still have it. The
        // next act corrects that.
        var (named, unnamed) = (ManifestIn(id), ManifestIn(id + AtomicFile.Partial));
        if (IsIt(named))
        {
            return named;
        }

        return IsIt(unnamed) ? unnamed : ManifestIn(id) ?? unnamed;

        bool IsIt(byte[]? bytes) => bytes is not null && ReleaseManifest.Hash(bytes) == digest;
    }

    /// <summary>The bytes of the manifest in a folder; null when they cannot be read.</summary>
    internal byte[]? ManifestIn(string name) => Bytes(Path.Combine(folder, name, ManifestName));

    /// <summary>
    /// Folders with a release that no line of the log names: the log is an older copy, or the folder was copied in without its line. They
    /// are not served, and are not deleted. A release that the log names, and that is not as it was sealed, is a fault of the history.
    /// </summary>
    public IReadOnlyList<string> Unknown(ReleaseHistory history)
    {
        var log = Log.Read(out var faults);
        var logged = log.Select(entry => entry.Manifest).ToHashSet(StringComparer.Ordinal);
        var named = LogState.Of(log, faults.Count > 0).Sealings.Select(sealing => sealing.Release).ToHashSet(StringComparer.Ordinal);
        return !Directory.Exists(folder)
            ? []
            :
            [
                .. Directory
                    .GetDirectories(folder)
                    .Select(path => Path.GetFileName(path))
                    .Where(name =>
                        history.Find(name) is null && !named.Contains(name) && DigestOf(name) is { } digest && !logged.Contains(digest)
                    )
                    .Order(StringComparer.Ordinal),
            ];
    }

    /// <summary>Whether a line of the log or a manifest comes from a newer program.</summary>
    internal bool IsFromNewerProgram() =>
        Log.IsFromNewerProgram()
        || Directory
            .GetDirectories(folder)
            .Any(path => ManifestIn(Path.GetFileName(path)) is { } bytes && FileFormat.ProblemOfManifest(bytes) is not null);

    // The digest of the release that a folder holds under its own name; null when it holds none.
    private string? DigestOf(string name)
    {
        try
        {
            return
                ManifestIn(name) is { } bytes && (FileFormat.ProblemOfManifest(bytes) is not null || ReleaseManifest.Of(bytes).Id == name)
                ? ReleaseManifest.Hash(bytes)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[]? Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
