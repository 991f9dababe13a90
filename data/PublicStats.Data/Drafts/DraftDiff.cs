using PublicStats.Data.Publications;
using PublicStats.Data.Releases;
using PublicStats.Data.Revisions;

namespace PublicStats.Data.Drafts;

/// <summary>Everything that sealing the working files now would change for readers.</summary>
/// <param name="Figures">Every figure that differs, in the order of datasets, then of period and key.</param>
/// <param name="Unusual">Those of them to hold against their source.</param>
/// <param name="Files">Files that differ in something that none of the rest tells: their layout, or parts that only programs read.</param>
public sealed record DraftDiff(
    SealedRelease Before, Publication Now, IReadOnlyList<FigureChange> Figures, IReadOnlyList<UnusualFigure> Unusual,
    IReadOnlyList<SentenceChange> Sentences, IReadOnlyList<ProseChange> Prose, IReadOnlyList<WordChange> Words, IReadOnlyList<string> Files)
{
    /// <summary>Whether a release sealed now would be the one before it, byte for byte.</summary>
    public bool IsNothing => Figures.Count + Sentences.Count + Prose.Count + Words.Count + Files.Count == 0;

    /// <summary>How many figures were added, revised or removed.</summary>
    public int Count(ChangeKind kind) => Figures.Count(each => each.Kind == kind);

    /// <summary>Compares a draft with the release it would follow; null for the first release, which follows none.</summary>
    public static DraftDiff? Of(Draft draft) => draft.Before is { } before ? Between(before, draft.Publication, draft.Files) : null;

    /// <summary>Compares a release with what follows it.</summary>
    /// <param name="files">The files of what follows it.</param>
    internal static DraftDiff Between(SealedRelease before, Publication now, WorkingFiles files)
    {
        var was = before.Publication;
        var figures = ReleaseChanges.Between(was, now);
        var unusual = now.Datasets
            .SelectMany(dataset => UnusualFigure.Of(files, dataset, figures.Where(each => each.Key.Split('/')[0] == dataset.Name)));
        var (sentences, prose, words) = (SentenceChange.Between(was, now), ProseChange.Between(was, now), WordChange.Between(was, now));
        var told = figures.Select(each => $"datasets/{each.Key.Split('/')[0]}/figures.csv")
            .Concat(prose.Select(each => each.File))
            .Concat(words.SelectMany(each => Told(each.Place))).ToHashSet(StringComparer.Ordinal);
        return new(before, now, figures, [.. unusual], sentences, prose, words,
            [.. Differing(files, before).Where(each => !told.Contains(each) && !told.Contains(Folder(each)))]);
    }

    private static IEnumerable<string> Told(string place) => place switch
    {
        "publication" or "datasets" => ["publication.json"],
        "sources" or "calendar" => [place + ".csv"],
        _ => [$"datasets/{place}"],
    };

    private static string Folder(string path) => path[..Math.Max(path.LastIndexOf('/'), 0)];

    private static IEnumerable<string> Differing(WorkingFiles files, SealedRelease before)
    {
        var old = before.Manifest.Files.ToDictionary(each => each.Path, each => each.Sha256, StringComparer.Ordinal);
        return files.Bytes.Where(each => old.GetValueOrDefault(each.Key) != ReleaseManifest.Hash(each.Value)).Select(each => each.Key)
            .Concat(old.Keys.Where(each => !files.Bytes.ContainsKey(each))).Order(StringComparer.Ordinal);
    }
}
