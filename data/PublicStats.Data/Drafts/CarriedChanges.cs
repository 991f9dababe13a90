using PublicStats.Data.Datasets;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Drafts;

/// <summary>
/// Carries what a correction or a withdrawal changed into a release that waits. Where the waiting release differs from the release it was
/// sealed after, its own text stays.
/// </summary>
internal static class CarriedChanges
{
    /// <param name="waiting">The files of the waiting release.</param>
    /// <param name="own">Its publication.</param>
    /// <param name="before">The files of the release it was sealed after.</param>
    /// <param name="after">The files of the release that it follows from now on.</param>
    /// <param name="now">The publication of that release.</param>
    /// <param name="kept">What the waiting release keeps as it set it itself, by key of figure or path of file.</param>
    public static WorkingFiles Into(
        WorkingFiles waiting,
        Publication own,
        WorkingFiles before,
        WorkingFiles after,
        Publication now,
        List<string> kept
    )
    {
        var merged = waiting.With(Texts(waiting, before, after, kept).ToList());
        return merged.With(
            now.Datasets.SelectMany(dataset => Figures(merged, own.Find(dataset.Name), before, after, dataset, kept)).ToList()
        );
    }

    private static IEnumerable<KeyValuePair<string, byte[]?>> Texts(
        WorkingFiles waiting,
        WorkingFiles before,
        WorkingFiles after,
        List<string> kept
    )
    {
        var paths = before.Bytes.Keys.Union(after.Bytes.Keys).Where(path => !path.EndsWith("/figures.csv", StringComparison.Ordinal));
        foreach (var path in paths.Order(StringComparer.Ordinal).ToList())
        {
            var (was, now, own) = (
                before.Bytes.GetValueOrDefault(path),
                after.Bytes.GetValueOrDefault(path),
                waiting.Bytes.GetValueOrDefault(path)
            );
            if (Same(path, was, now) || Same(path, own, now))
            {
                continue;
            }

            if (Same(path, own, was))
            {
                yield return new(path, now);
            }
            else if (was is null || now is null || own is null)
            {
                kept.Add(path);
            }
            else
            {
                var text = path.EndsWith(".csv", StringComparison.Ordinal)
                    ? LineMerge.OfRows(was, own, now, out var lost)
                    : LineMerge.Of(was, own, now, out lost);
                if (lost)
                {
                    kept.Add(path);
                }

                yield return new(path, text);
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, byte[]?>> Figures(
        WorkingFiles waiting,
        Dataset? own,
        WorkingFiles before,
        WorkingFiles after,
        Dataset dataset,
        List<string> kept
    )
    {
        var path = FiguresCsvEditor.PathOf(dataset.Name);
        if (own is null || !before.Bytes.TryGetValue(path, out var was) || Same(path, was, after.Bytes[path]))
        {
            return [];
        }

        if (!own.Dimensions.Select(dimension => dimension.Name).SequenceEqual(dataset.Dimensions.Select(dimension => dimension.Name)))
        {
            kept.Add(path);
            return [];
        }

        var (old, fresh, file) = (
            new FiguresCsvEditor(before, dataset),
            new FiguresCsvEditor(after, dataset),
            new FiguresCsvEditor(waiting, dataset)
        );
        foreach (var key in fresh.Keys.Where(key => !FigureLine.Same(old.Line(key), fresh.Line(key))).ToList())
        {
            if (FigureLine.Same(file.Line(key), old.Line(key)))
            {
                file.Put(key, fresh.Line(key)!);
            }
            else if (!FigureLine.Same(file.Line(key), fresh.Line(key)))
            {
                kept.Add(key);
            }
        }

        return file.Changes;
    }

    private static bool Same(string path, byte[]? one, byte[]? other) =>
        one is null || other is null
            ? one is null && other is null
            : one.AsSpan().SequenceEqual(other)
                || (path.EndsWith("/datapackage.json", StringComparison.Ordinal) && DescriptorEdit.SameButForFields(one, other));
}
