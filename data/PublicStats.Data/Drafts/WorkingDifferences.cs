using System.Text.Json;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Reading;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Drafts;

/// <summary>Something that is not in the working files as it is in a release.</summary>
/// <param name="Figure">The key of the figure that differs; null where it is a file of words.</param>
/// <param name="Path">The file, by its path inside the publication.</param>
/// <param name="Was">The figure in the release, as its file has it; null where it is not in it, or where words differ.</param>
/// <param name="Now">The figure in the working files; null where it is not in them, or where words differ.</param>
public sealed record WorkingDifference(string? Figure, string Path, string? Was, string? Now);

/// <summary>
/// Compares the working files with a release, figure by figure and file by file. They need not be whole: they are being worked on.
/// </summary>
internal static class WorkingDifferences
{
    /// <summary>Everything that differs, in order of path, then as the working file has it.</summary>
    public static IReadOnlyList<WorkingDifference> Between(WorkingFiles published, SealedRelease release, WorkingFiles working)
    {
        var withdrawn = release.Manifest.Withdrawals.Select(withdrawal => withdrawal.Key).ToHashSet(StringComparer.Ordinal);
        var datasets = release.Publication.Datasets.ToDictionary(dataset => FiguresCsvEditor.PathOf(dataset.Name), StringComparer.Ordinal);
        return
        [
            .. published
                .Bytes.Keys.Union(working.Bytes.Keys)
                .Order(StringComparer.Ordinal)
                .SelectMany(path =>
                    datasets.TryGetValue(path, out var dataset)
                        ? Figures(published, dataset, working, withdrawn)
                        : Words(path, published, working)
                ),
        ];
    }

    /// <summary>The figures of a working file; null, with its faults, when it cannot be read as rows.</summary>
    public static FiguresCsvEditor? Read(WorkingFiles working, Dataset dataset, Faults faults)
    {
        var before = faults.Count;
        string[] required = ["period", .. dataset.Dimensions.Select(dimension => dimension.Name), "measure", "value"];
        var rows = CsvRows.Read(
            working.Set,
            FiguresCsvEditor.PathOf(dataset.Name),
            [.. required, .. FiguresCsvReader.OptionalColumns],
            required,
            faults
        );
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in rows ?? [])
        {
            if (!Period.TryParse(row["period"], out _))
            {
                faults.Add(FiguresCsvEditor.PathOf(dataset.Name), row.Line, "period", Period.Reason(row["period"])!.Value);
            }

            if (!seen.Add(string.Join('/', required[..^1].Select(column => row[column]))))
            {
                faults.Add(FiguresCsvEditor.PathOf(dataset.Name), row.Line, "row", "The figure has a row already.", "Keep one of the two.");
            }
        }

        return faults.Count > before ? null : new(working, dataset);
    }

    private static IEnumerable<WorkingDifference> Figures(
        WorkingFiles published,
        Dataset dataset,
        WorkingFiles working,
        HashSet<string> withdrawn
    )
    {
        var path = FiguresCsvEditor.PathOf(dataset.Name);
        if (working.Bytes.TryGetValue(path, out var bytes) && bytes.AsSpan().SequenceEqual(published.Bytes[path]))
        {
            return [];
        }

        if (Read(working, dataset, new()) is not { } now)
        {
            return [new(null, path, null, null)];
        }

        var was = new FiguresCsvEditor(published, dataset);
        return now
            .Keys.Union(was.Keys)
            .Where(key => !withdrawn.Contains(key) && !FigureLine.Same(was.Line(key), now.Line(key)))
            .Select(key => new WorkingDifference(key, path, was.Line(key)?.Display, now.Line(key)?.Display));
    }

    private static WorkingDifference[] Words(string path, WorkingFiles published, WorkingFiles working)
    {
        var (was, now) = (published.Bytes.GetValueOrDefault(path), working.Bytes.GetValueOrDefault(path));
        return was is not null && now is not null && (was.AsSpan().SequenceEqual(now) || IsSame(path, was, now))
            ? []
            : [new(null, path, null, null)];
    }

    private static bool IsSame(string path, byte[] was, byte[] now)
    {
        try
        {
            return path.EndsWith("/datapackage.json", StringComparison.Ordinal) && DescriptorEdit.SameButForFields(was, now);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
