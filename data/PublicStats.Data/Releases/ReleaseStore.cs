using System.IO.Compression;
using System.Text.Json;
using PublicStats.Data.Files;
using PublicStats.Data.Publications;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Releases;

/// <summary>A release opened: its manifest and everything in it.</summary>
public sealed record SealedRelease(ReleaseManifest Manifest, Publication Publication);

/// <summary>A release that is not as it was sealed. The message names what does not match.</summary>
public sealed class BrokenReleaseException(string message) : Exception(message);

/// <summary>The folder of sealed releases. Reads only; <see cref="Sealing"/> writes.</summary>
public sealed class ReleaseStore(string folder)
{
    internal const string ManifestName = "release.json";

    /// <summary>The folder.</summary>
    public string Folder => folder;

    /// <summary>Every release's manifest, in order of publication. Half-written folders begin with a dot and are not releases.</summary>
    /// <exception cref="BrokenReleaseException">A manifest cannot be read.</exception>
    public IReadOnlyList<ReleaseManifest> History() =>
        [.. Ids().Select(Manifest).OrderBy(each => each.PublishedAt).ThenBy(each => each.Id, StringComparer.Ordinal)];

    /// <summary>Opens a release. Every byte read is held against its hash.</summary>
    /// <exception cref="BrokenReleaseException">Something is not as it was sealed.</exception>
    public SealedRelease Open(ReleaseManifest manifest)
    {
        var files = manifest.Files.ToDictionary(each => each.Path, StringComparer.Ordinal);
        var faults = new Faults();
        var publication = PublicationReader.Read(new(files.Keys, path => new MemoryStream(Read(files[path]))), faults);
        return publication is null
            ? throw new BrokenReleaseException($"Release {manifest.Id}: {faults.All[0]}")
            : new(manifest, publication);
    }

    /// <summary>The bytes of a file of a release, held against their hash.</summary>
    /// <exception cref="BrokenReleaseException">The object is missing, or is not what was sealed.</exception>
    public byte[] Read(ReleaseFile file)
    {
        try
        {
            using var zipped = new GZipStream(File.OpenRead(Path.Combine(folder, file.ObjectPath)), CompressionMode.Decompress);
            var bytes = new byte[file.Bytes];
            var read = zipped.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length && zipped.ReadByte() < 0 && ReleaseManifest.Hash(bytes) == file.Sha256
                ? bytes : throw new BrokenReleaseException($"{file.ObjectPath} does not hold the bytes of {file.Path} that were sealed.");
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException)
        {
            throw new BrokenReleaseException($"{file.ObjectPath} ({file.Path}) cannot be read: {exception.Message}");
        }
    }

    /// <summary>Walks the chain and every object. Yields what does not match, in order; nothing when all is as it was sealed.</summary>
    public IEnumerable<string> Verify()
    {
        string? previous = null;
        foreach (var manifest in History())
        {
            if (manifest.Previous != previous)
            {
                yield return $"{manifest.Id}/{ManifestName}: the release before it is not the one it was sealed after.";
            }

            previous = ReleaseManifest.Hash(File.ReadAllBytes(ManifestPath(manifest.Id)));
            foreach (var problem in manifest.Files.Select(Problem).OfType<string>())
            {
                yield return $"{manifest.Id}: {problem}";
            }
        }
    }

    internal IEnumerable<string> Ids() => Directory.Exists(folder)
        ? Directory.GetDirectories(folder).Select(each => Path.GetFileName(each)).Where(each => each != "objects" && !each.StartsWith('.')).Order(StringComparer.Ordinal)
        : [];

    internal string ManifestPath(string id) => Path.Combine(folder, id, ManifestName);

    private string? Problem(ReleaseFile file)
    {
        try
        {
            Read(file);
            return null;
        }
        catch (BrokenReleaseException exception)
        {
            return exception.Message;
        }
    }

    private ReleaseManifest Manifest(string id)
    {
        try
        {
            var manifest = ReleaseManifest.Of(File.ReadAllBytes(ManifestPath(id)));
            return manifest.Id == id ? manifest : throw new BrokenReleaseException($"{id}/{ManifestName} calls itself {manifest.Id}.");
        }
        catch (Exception exception) when (exception is JsonException or IOException)
        {
            throw new BrokenReleaseException($"{id}/{ManifestName} cannot be read: {exception.Message}");
        }
    }
}
