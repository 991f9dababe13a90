using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;

namespace PublicStats.Data.Drafts;

/// <summary>What a correction takes from the working files: nothing else of them is published with it.</summary>
/// <param name="Figures">Keys of figures.</param>
/// <param name="Words">Paths of files inside the publication, such as <c>pages/method.md</c>.</param>
public sealed record CorrectedParts(IReadOnlyList<string> Figures, IReadOnlyList<string> Words)
{
    /// <summary>Whether nothing is named.</summary>
    public bool IsNothing => Figures.Count + Words.Count == 0;
}

/// <summary>The files of a published release, with some figures and words as the working files have them.</summary>
internal static class CorrectedFiles
{
    private const string Place = "releases";

    /// <summary>Takes the parts over. A part that cannot be taken, or that does not differ, is a fault.</summary>
    public static WorkingFiles Of(WorkingFiles published, SealedRelease release, WorkingFiles working, CorrectedParts parts, Faults faults)
    {
        var words = parts
            .Words.Distinct(StringComparer.Ordinal)
            .SelectMany(path => Words(path.Replace('\\', '/'), published, release, working, faults))
            .ToList();
        var files = published.With(words);
        var changed = new List<KeyValuePair<string, byte[]?>>();
        foreach (var group in parts.Figures.Distinct(StringComparer.Ordinal).GroupBy(FigureKey.DatasetOf))
        {
            if (release.Publication.Find(group.Key) is not { } dataset)
            {
                faults.AddArgument(
                    Place,
                    "figure",
                    $"{group.First()} is not a figure of release {release.Manifest.Id}.",
                    Nearest.To(group.Key, release.Publication.Datasets.Select(known => known.Name)) is { } nearest
                        ? $"Did you mean the dataset {nearest}?"
                        : "Write dataset/measure/codes/period."
                );
            }
            else if (WorkingDifferences.Read(working, dataset, faults) is { } now)
            {
                var file = new FiguresCsvEditor(files, dataset);
                foreach (var key in group)
                {
                    Figure(key, file, now, release, faults);
                }

                changed.AddRange(file.Changes);
            }
        }

        return Described(files.With(changed), words.Select(word => word.Key), release);
    }

    private static void Figure(string key, FiguresCsvEditor file, FiguresCsvEditor now, SealedRelease release, Faults faults)
    {
        var (was, fresh) = (file.Line(key), now.Line(key));
        if (fresh is null)
        {
            var place = new ArgumentPlace(Place, "figure");
            faults.Add(
                was is null
                    ? FigureKeys.NotInAFile(release.Publication, key, now.Keys, place, AdvisedAct.Correct)
                    : new(
                        place,
                        $"{key} is published, and has no row in your files.",
                        "To take it back in the open, put its row back, and withdraw it."
                    )
                    {
                        Advice = [new(AdvisedAct.Withdraw, key)],
                    }
            );
        }
        else if (FigureStatuses.TryParse(fresh["status"], out var status) && (status & FigureStatus.Revised) != 0)
        {
            faults.AddArgument(
                Place,
                "figure",
                $"{key} has the status r in your files.",
                "Take the r out: sealing sets it where the figure differs from the release before."
            );
        }
        else if (FigureLine.Same(was, fresh))
        {
            faults.AddArgument(
                Place,
                "figure",
                $"{key} is in your files as it is published: {fresh.Display}. There is nothing to correct in it.",
                "Change its row first, or do not name it."
            );
        }
        else
        {
            file.Put(key, fresh);
        }
    }

    private static IEnumerable<KeyValuePair<string, byte[]?>> Words(
        string path,
        WorkingFiles published,
        SealedRelease release,
        WorkingFiles working,
        Faults faults
    )
    {
        var (was, now) = (published.Bytes.GetValueOrDefault(path), working.Bytes.GetValueOrDefault(path));
        if (path.EndsWith("/figures.csv", StringComparison.Ordinal))
        {
            faults.AddArgument(
                Place,
                "words",
                $"{path} holds figures, and those are corrected one by one.",
                "Name each by its key.",
                new Advice(AdvisedAct.NameFigure)
            );
        }
        else if (was is null && now is null)
        {
            var known = working.Bytes.Keys.Where(file => !file.EndsWith("/figures.csv", StringComparison.Ordinal));
            faults.AddArgument(
                Place,
                "words",
                $"There is no file {path} in the publication.",
                Nearest.To(path, known) is { } nearest
                    ? $"Write {nearest}, or another path inside the publication's folder."
                    : "Write its path inside the publication's folder, such as pages/method.md."
            );
        }
        else if (was is not null && now is not null && was.AsSpan().SequenceEqual(now))
        {
            faults.AddArgument(
                Place,
                "words",
                $"{path} is in your files as it is published in release {release.Manifest.Id}.",
                "Change it first, or do not name it."
            );
        }
        else
        {
            yield return new(path, now);
        }
    }

    // A descriptor that an editor wrote does not know the columns that sealing added.
    private static WorkingFiles Described(WorkingFiles files, IEnumerable<string> words, SealedRelease release) =>
        files.With(
            release
                .Publication.Datasets.Where(dataset => words.Contains(WorkingFiles.DescriptorOf(dataset.Name)))
                .Select(dataset => files.Described(dataset.Name, new FiguresCsvEditor(files, dataset).Csv.Columns))
                .ToList()
        );
}
