using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;
using PublicStats.Data.Releases;
using PublicStats.Data.Validation;
using PublicStats.Data.Vintages;

namespace PublicStats.Data.Drafts;

/// <summary>
/// What would be sealed now: the working files, checked, with every revised figure marked and every withdrawn value cleared.
/// </summary>
/// <param name="Before">The release it would follow; null for the first.</param>
/// <param name="Restored">Figures that were withdrawn and are answers again, by key.</param>
public sealed record Draft(WorkingFiles Files, Publication Publication, SealedRelease? Before, IReadOnlyList<string> Restored)
{
    // What was read to make it, so that the next draft need not read again what did not change.
    private (WorkingFiles Files, Publication Publication)? Read { get; init; }

    /// <summary>Drafts a release.</summary>
    /// <returns>Null when there are faults.</returns>
    public static Draft? Of(WorkingFiles working, DraftPlan plan, Faults faults)
    {
        var (before, day, isBackfill, restore, last) = (plan.Before, plan.Day, plan.IsBackfill, plan.Restore, plan.Last);
        var kept =
            last is { Read: { } read, Restored.Count: 0 } && !isBackfill && restore.Count == 0 && ReferenceEquals(last.Before, before)
                ? read
                    .Publication.Datasets.Where(dataset =>
                        working.HasSame(read.Files, "sources.csv") && working.HasSame(read.Files, $"datasets/{dataset.Name}/")
                    )
                    .Select(dataset => dataset.Name)
                    .ToHashSet(StringComparer.Ordinal)
                : [];
        var publication = PublicationCheck.Check(
            working.Set,
            faults,
            isBackfill ? null : day,
            name => kept.Contains(name) ? last!.Read!.Value.Publication.Find(name) : null,
            plan.IsOfSealedFiles
        );
        foreach (var key in restore.Where(key => before?.Manifest.Withdrawals.Any(withdrawal => withdrawal.Key == key) != true))
        {
            faults.AddArgument(
                "releases",
                "restore",
                $"{key} is not withdrawn.",
                "Write the key of a figure that is, as the log lists it.",
                new Advice(AdvisedAct.ReadLog)
            );
        }

        if (publication is null || faults.Count > 0)
        {
            return null;
        }

        var files = isBackfill ? BackfillFilter.Of(working, publication, day, faults) : working;
        if (!ReferenceEquals(files, working))
        {
            publication = faults.Count == 0 ? PublicationReader.Read(files.Set, faults) : null;
        }

        foreach (var dataset in isBackfill && faults.Count == 0 ? publication?.Datasets ?? [] : [])
        {
            PeriodCheck.Check(dataset, new(files.Set, dataset), day, faults);
        }

        if (publication is null || before is null || faults.Count > 0)
        {
            return publication is null || faults.Count > 0 ? null : new(files, publication, before, restore);
        }

        var (withdrawn, once) = (before.Manifest.Withdrawals.Where(withdrawal => !restore.Contains(withdrawal.Key)).ToList(), publication);
        var marked = publication
            .Datasets.SelectMany(dataset =>
                kept.Contains(dataset.Name) ? last!.MarkedBefore(dataset.Name) : Marked(files, dataset, before, withdrawn)
            )
            .ToDictionary(StringComparer.Ordinal);
        if (marked.Count > 0)
        {
            files = files.With(marked);
            publication = PublicationReader.Read(
                files.Set,
                faults,
                name =>
                {
                    var known = kept.Contains(name) ? last!.Publication : once;
                    return !kept.Contains(name) && marked.ContainsKey(FiguresCsvEditor.PathOf(name)) ? null : known.Find(name);
                }
            );
        }

        return publication is null || faults.Count > 0 ? null : new(files, publication, before, restore) { Read = (working, once) };
    }

    /// <summary>Everything that differs from the release before, dataset by dataset.</summary>
    public IReadOnlyList<FigureChange> Changes => ReleaseChanges.Between(Before?.Publication, Publication);

    private IEnumerable<KeyValuePair<string, byte[]?>> MarkedBefore(string dataset) =>
        Read!.Value.Files.HasSame(Files, FiguresCsvEditor.PathOf(dataset))
            ? []
            : [new(FiguresCsvEditor.PathOf(dataset), Files.Bytes[FiguresCsvEditor.PathOf(dataset)])];

    private static IEnumerable<KeyValuePair<string, byte[]?>> Marked(
        WorkingFiles files,
        Dataset dataset,
        SealedRelease before,
        IReadOnlyList<Withdrawal> withdrawn
    )
    {
        var emptied = withdrawn.Where(withdrawal => withdrawal.Dataset == dataset.Name).ToList();
        var revised = before.Publication.Find(dataset.Name) is { } old
            ? Revised(dataset, old, emptied.Select(withdrawal => withdrawal.Key).ToHashSet(StringComparer.Ordinal)).ToList()
            : [];
        if (emptied.Count + revised.Count == 0)
        {
            return [];
        }

        var file = new FiguresCsvEditor(files, dataset);
        emptied.ForEach(withdrawal => WithdrawnFigure.Empty(file, withdrawal));
        foreach (var figure in revised)
        {
            file.Csv[file.RowOf(figure.Key)!.Value, "status"] = (figure.Status | FigureStatus.Revised).Written();
        }

        return file.Changes;
    }

    // A figure is revised when it differs from the release before, and stays so, also when it comes back to its first value.
    private static IEnumerable<FigureRow> Revised(Dataset dataset, Dataset old, HashSet<string> withdrawn)
    {
        var before = FigureChanges.ByKey(old.Figures);
        foreach (var figure in dataset.Figures)
        {
            if (
                before.TryGetValue(figure.Key, out var was)
                && !withdrawn.Contains(figure.Key)
                && ((was.Status & FigureStatus.Revised) != 0 || !FigureChanges.SameValue(was, figure))
            )
            {
                yield return figure;
            }
        }
    }
}
