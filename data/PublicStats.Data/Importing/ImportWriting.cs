using PublicStats.Data.Files;

namespace PublicStats.Data.Importing;

/// <summary>What was written, and where the old files lie.</summary>
/// <param name="Kept">Each file written, with the copy of its old content; null when it was not there before.</param>
/// <param name="Faults">Why nothing was written; empty when it was.</param>
public sealed record ImportWritten(IReadOnlyList<(string Path, string? Copy)> Kept, IReadOnlyList<Fault> Faults);

/// <summary>Writes an import: every file or none, and the old ones are kept.</summary>
public static class ImportWriting
{
    /// <summary>Writes the files of an import that has no fault.</summary>
    /// <exception cref="IOException">The disk refused; the old files stand.</exception>
    public static ImportWritten Write(string folder, ImportResult import)
    {
        using var only = FolderLock.TryTake(Path.Combine(folder, ".lock"), isDeletedAfter: true);
        if (only is null)
        {
            var place = new SheetPlace(import.File, "file");
            return new([], [new(place, "Another import is being written at this moment.", "Wait for it, and import again.")]);
        }

        var changed = import
            .Files.Where(file => !IsUnchanged(folder, file))
            .Select(file => new Fault(
                new FilePlace(file.Path, 1, "file"),
                "It was changed on the disk while the import was running.",
                "Nothing was written. Look at the change, and import again."
            ))
            .ToList();
        if (changed.Count > 0)
        {
            return new([], changed);
        }

        var kept = import
            .Files.Select(file =>
                (file.Path, file.Before is { } before ? KeptCopies.Keep(folder, file.Path, before.Span, KeptCopies.BeforeImport) : null)
            )
            .ToList();
        foreach (var file in import.Files)
        {
            AtomicFile.Stage(Path.Combine(folder, file.Path), file.After.Span);
        }

        var done = new List<ImportedFile>();
        try
        {
            foreach (var file in import.Files)
            {
                AtomicFile.Commit(Path.Combine(folder, file.Path));
                done.Add(file);
            }
        }
        catch
        {
            PutBack(folder, done);
            throw;
        }

        return new(kept, []);
    }

    private static bool IsUnchanged(string folder, ImportedFile file)
    {
        var path = Path.Combine(folder, file.Path);
        return file.Before is { } before
            ? File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(before.Span)
            : !File.Exists(path);
    }

    private static void PutBack(string folder, List<ImportedFile> done)
    {
        foreach (var file in done)
        {
            if (file.Before is { } before)
            {
                AtomicFile.Write(Path.Combine(folder, file.Path), before.Span);
            }
            else
            {
                File.Delete(Path.Combine(folder, file.Path));
            }
        }
    }
}
