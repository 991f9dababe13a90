using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Data.Drafts;

/// <summary>Everything that sealing the working files now would change for readers.</summary>
/// <param name="Figures">Every figure that differs, in the order of datasets, then of period and key.</param>
/// <param name="Unusual">Those of them to hold against their source.</param>
/// <param name="Files">Files that differ in something that none of the rest tells: their layout, or parts that only programs read.</param>
public sealed record DraftDiff(
    SealedRelease Before,
    Publication Now,
    IReadOnlyList<FigureChange> Figures,
    IReadOnlyList<UnusualFigure> Unusual,
    IReadOnlyList<HeadlineChange> Sentences,
    IReadOnlyList<CommentaryChange> Prose,
    IReadOnlyList<MetadataChange> Words,
    IReadOnlyList<string> Files
)
{
    /// <summary>Whether a release sealed now would be the one before it, byte for byte.</summary>
    public bool IsNothing => Figures.Count + Sentences.Count + Prose.Count + Words.Count + Files.Count == 0;

    /// <summary>How many figures were added, revised or removed.</summary>
    public ChangeCounts Counts => ChangeCounts.Of(Figures);

    /// <summary>Compares a draft with the release it would follow; null for the first release, which follows none.</summary>
    public static DraftDiff? Of(Draft draft) => draft.Before is { } before ? Between(before, draft.Publication, draft.Files) : null;

    /// <summary>Compares a release with what follows it.</summary>
    /// <param name="files">The files of what follows it.</param>
    internal static DraftDiff Between(SealedRelease before, Publication now, WorkingFiles files)
    {
        var was = before.Publication;
        var figures = ReleaseChanges.Between(was, now);
        var unusual = now.Datasets.SelectMany(dataset =>
            UnusualFigure.Of(files, dataset, figures.Where(change => change.Dataset == dataset.Name))
        );
        var (sentences, prose, words) = (
            HeadlineChange.Between(was, now),
            CommentaryChange.Between(was, now),
            MetadataChange.Between(was, now)
        );
        var named = figures
            .Select(change => $"datasets/{change.Dataset}/figures.csv")
            .Concat(prose.Select(change => change.File))
            .Concat(words.SelectMany(change => KeysIn(change.Place)))
            .ToHashSet(StringComparer.Ordinal);
        return new(
            before,
            now,
            figures,
            [.. unusual],
            sentences,
            prose,
            words,
            [.. Differing(files, before).Where(name => !named.Contains(name) && !named.Contains(Folder(name)))]
        );
    }

    private static IEnumerable<string> KeysIn(string place) =>
        place switch
        {
            "publication" or "datasets" => ["publication.json"],
            "sources" or "calendar" => [place + ".csv"],
            _ => [$"datasets/{place}"],
        };

    private static string Folder(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    private static IEnumerable<string> Differing(WorkingFiles files, SealedRelease before)
    {
        var old = before.Manifest.Files.ToDictionary(file => file.Path, file => file.Sha256, StringComparer.Ordinal);
        return files
            .Bytes.Where(pair => old.GetValueOrDefault(pair.Key) != ReleaseManifest.Hash(pair.Value))
            .Select(pair => pair.Key)
            .Concat(old.Keys.Where(key => !files.Bytes.ContainsKey(key)))
            .Order(StringComparer.Ordinal);
    }
}
