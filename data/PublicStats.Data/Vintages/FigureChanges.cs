using PublicStats.Data.Figures;

namespace PublicStats.Data.Vintages;

/// <summary>Compares two tables of a dataset, figure by figure.</summary>
public static class FigureChanges
{
    /// <summary>
    /// Everything that differs, in order of period and then of key. A note, a quote or a source that was reworded is no change of the
    /// figure.
    /// </summary>
    /// <param name="was">The table before; null when the dataset is new.</param>
    /// <param name="now">The table after; null when the dataset is gone.</param>
    public static IReadOnlyList<FigureChange> Between(FigureTable? was, FigureTable? now)
    {
        if (ReferenceEquals(was, now))
        {
            return [];
        }

        var before = ByKey(was);
        var after = ByKey(now);
        var changes = new List<FigureChange>();
        foreach (var (key, figure) in after)
        {
            if (!before.TryGetValue(key, out var old))
            {
                changes.Add(new(ChangeKind.Added, key, null, figure));
            }
            else if (!SameValue(old, figure))
            {
                changes.Add(new(ChangeKind.Revised, key, old, figure));
            }
        }

        changes.AddRange(
            before
                .Where(pair => !after.ContainsKey(pair.Key))
                .Select(pair => new FigureChange(ChangeKind.Removed, pair.Key, pair.Value, null))
        );
        return
        [
            .. changes.OrderBy(change => (change.Now ?? change.Was)!.Value.Period).ThenBy(change => change.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether two figures have the same value and bound and, where there is no value, the same reason for that.</summary>
    public static bool SameValue(FigureRow one, FigureRow other) =>
        one.Value == other.Value
        && one.Bound == other.Bound
        && (one.Value is not null || one.Status.AbsentCode() == other.Status.AbsentCode());

    /// <summary>The figures of a table by their keys; empty for no table.</summary>
    internal static Dictionary<string, FigureRow> ByKey(FigureTable? table) =>
        table is null ? [] : table.ToDictionary(figure => figure.Key, StringComparer.Ordinal);
}
