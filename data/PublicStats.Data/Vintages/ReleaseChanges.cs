using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Vintages;

/// <summary>What changed from one release to the next, figure by figure.</summary>
public static class ReleaseChanges
{
    /// <summary>Everything that differs, in the order of datasets, then of period and key.</summary>
    /// <param name="was">The publication before; null for the first release, in which nothing counts as added.</param>
    public static IReadOnlyList<FigureChange> Between(Publication? was, Publication now)
    {
        if (was is null)
        {
            return [];
        }

        var names = now.Datasets.Concat(was.Datasets).Select(dataset => dataset.Name).Distinct(StringComparer.Ordinal);
        return [.. names.SelectMany(name => FigureChanges.Between(was.Find(name)?.Figures, now.Find(name)?.Figures))];
    }

    /// <summary>Everything that differs from one release to the next. What the later one withdrew has the kind withdrawn.</summary>
    public static IReadOnlyList<FigureChange> Between(SealedRelease was, SealedRelease now)
    {
        var withdrawn = now
            .Manifest.Withdrawals.Where(withdrawal => withdrawal.Release == now.Manifest.Id)
            .Select(withdrawal => withdrawal.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Between(was.Publication, now.Publication)
                .Select(change =>
                    change.Kind == ChangeKind.Revised && withdrawn.Contains(change.Key)
                        ? change with
                        {
                            Kind = ChangeKind.Withdrawn,
                            Was = null,
                        }
                        : change
                ),
        ];
    }
}
