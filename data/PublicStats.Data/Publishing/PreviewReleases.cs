using System.Text;
using PublicStats.Data.Drafts;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Publishing;

/// <summary>
/// The releases as they will be at a moment, in a folder of their own. Those that wait count as approved, and a draft is sealed behind
/// them. The publication's own releases are only read. The folder need not outlive a power cut.
/// </summary>
/// <param name="releases">The publication's own releases.</param>
/// <param name="folder">The folder of the preview, which no other program reads.</param>
/// <param name="at">The moment.</param>
public sealed class PreviewReleases(ReleaseStore releases, string folder, DateTimeOffset at)
{
    private const string By = "preview";

    private readonly List<string> lines = [];
    private ReleaseHistory original = new([], []);
    private ReleaseHistory history = new([], []);
    private HashSet<string> staged = [];
    private HashSet<string> stagedBefore = [];

    /// <summary>The releases of the preview.</summary>
    public ReleaseStore Store { get; } = new(folder);

    /// <summary>The last release there is, whether published or not; null when there is none.</summary>
    public Release? Last => history.Last;

    /// <summary>What does not match in the publication's own releases.</summary>
    public IReadOnlyList<Mismatch> Faults => original.Faults;

    /// <summary>
    /// The release that blocks a draft: sealed for this day and not yet published, or for a later time. Null when a draft
    /// can follow.
    /// </summary>
    /// <param name="now">The present: what is published by then is no draft's concern.</param>
    public Release? InTheWay(DateTimeOffset now) =>
        original is { Last: { } last }
            ? original.Releases.FirstOrDefault(release =>
                !release.IsPublishedBy(now) && release.Id.StartsWith($"{at:yyyy-MM-dd}", StringComparison.Ordinal)
            ) ?? ((last.PublishedAt ?? last.Manifest.PublishedAt) >= at ? last : null)
            : null;

    /// <summary>Takes over the publication's releases as they are now.</summary>
    /// <param name="now">The present: a release that waits for approval counts as approved at it.</param>
    public void Take(DateTimeOffset now)
    {
        original = releases.History();
        Directory.CreateDirectory(Path.Combine(folder, ReleaseStore.ObjectsFolder));
        var objects = original
            .Releases.Where(release => release.Purge is null)
            .SelectMany(release => release.Manifest.Files)
            .Select(file => file.ObjectPath)
            .ToHashSet(StringComparer.Ordinal);
        foreach (var release in original.Releases)
        {
            Write(release.Path, releases.ManifestBytes(release.Id, release.Digest) ?? []);
        }

        foreach (
            var path in objects.Where(name =>
                staged.Contains(name) || stagedBefore.Contains(name) || !File.Exists(Path.Combine(folder, name))
            )
        )
        {
            Copy(path);
        }

        // An object of an earlier draft that a release has now belongs to the release.
        staged.ExceptWith(objects);
        stagedBefore.ExceptWith(objects);
        lines.Clear();
        lines.AddRange(File.Exists(releases.Log.Path) ? File.ReadAllLines(releases.Log.Path) : []);
        foreach (var release in original.Releases.Where(release => release.ApprovedBy is null))
        {
            Add(LogAction.Approve, now < at ? now : at, release);
        }

        WriteLog(lines);
        history = Store.History();
    }

    /// <summary>Seals a draft behind the last release, in the place of the draft before it.</summary>
    public SealedRelease Seal(Draft draft, string title, string reason)
    {
        var files = new ReleaseWriter(Store, isPreview: true).WriteObjects(draft.Files, history);
        var about = new ReleaseAbout(ReleaseKind.Scheduled, title, reason);
        var manifest = Manifests.Scheduled(draft, history, at, about, new(at, By), files);
        var bytes = manifest.ToBytes();
        var release = new Release(manifest, ReleaseManifest.Hash(bytes), at, By, null);
        Write(release.Path, bytes);
        var kept = lines.Count;
        Add(LogAction.Seal, at, release);
        Add(LogAction.Approve, at, release);
        WriteLog(lines);
        lines.RemoveRange(kept, lines.Count - kept);

        // Objects of earlier drafts are deleted, except those of the draft before this one, which a request may be reading.
        var sealedBefore = history
            .Releases.Where(sealedRelease => sealedRelease.Purge is null)
            .SelectMany(sealedRelease => sealedRelease.Manifest.Files)
            .Select(file => file.ObjectPath);
        var mine = files.Select(file => file.ObjectPath).Except(sealedBefore).ToHashSet(StringComparer.Ordinal);
        foreach (var path in stagedBefore.Where(name => !mine.Contains(name) && !staged.Contains(name)))
        {
            File.Delete(Path.Combine(folder, path));
        }

        (stagedBefore, staged) = (staged, mine);
        return new(release, draft.Publication);
    }

    private void Add(LogAction act, DateTimeOffset when, Release release) =>
        lines.Add(
            new LogEntry(lines.Count + 1, when, act, By, release.Id, release.Digest, "").ToLine(
                lines.Count == 0 ? "" : LogEntry.Hash(lines[^1])
            )
        );

    private void WriteLog(List<string> all) =>
        Write(ReleaseLog.Name, Encoding.UTF8.GetBytes(string.Concat(all.Select(name => name + "\n"))));

    private void Copy(string path)
    {
        if (Path.Combine(releases.Folder, path) is var from && File.Exists(from))
        {
            Write(path, File.ReadAllBytes(from));
        }
    }

    // Atomic, because a request may be reading the file at the same time.
    private void Write(string path, byte[] bytes)
    {
        var full = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        AtomicFile.Write(full, bytes, mustOutliveCrash: false);
    }
}
