using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>Everything that must be right before a release can be sealed.</summary>
public static class PublicationCheck
{
    /// <summary>Reads and checks a publication's files.</summary>
    /// <param name="day">The local day of the release they are for: no figure is of days after it. Null when only their sources limit the
    /// periods.</param>
    /// <returns>The publication, when it could be read; it may be sealed only if no fault was added.</returns>
    public static Publication? Check(FileSet files, Faults faults, DateOnly? day = null) => Check(files, faults, day, _ => null);

    /// <summary>The same, with the datasets that need not be read again: they are checked like the rest.</summary>
    /// <param name="isSealed">The files are those of a release, in which sealing has marked what was revised.</param>
    internal static Publication? Check(FileSet files, Faults faults, DateOnly? day, Func<string, Dataset?> kept, bool isSealed = false)
    {
        FolderCheck.Unused(files, faults);
        if (PublicationReader.Read(files, faults, kept) is not { } publication)
        {
            return null;
        }

        FormulaCheck.Check(files, faults);
        foreach (var dataset in publication.Datasets)
        {
            var lines = new FiguresCsvLines(files, dataset);
            NameCheck.Check(dataset, faults);
            FormulaCheck.Check(dataset, lines, faults);
            DescriptorCheck.Check(files, dataset, faults);
            SumCheck.Check(dataset, lines, faults);
            GapCheck.Check(dataset, lines, faults);
            PeriodCheck.Check(dataset, lines, day, faults);
            LinkCheck(publication, dataset, lines, faults);
            if (!isSealed)
            {
                RevisedByHand(dataset, lines, faults);
            }

            BoundWordCheck.Check(dataset, lines, faults);
            Headline(publication, dataset, faults);
            SentenceCheck.Check(dataset, faults);
        }

        new WordsCheck(files, publication, faults).Check();
        SiteAddresses.Check(publication, faults);
        FolderCheck.Check(files, publication, faults);

        foreach (var reference in publication.Headlines)
        {
            if (publication.Find(reference.Dataset)?.About.Presentation.Headlines.Any(headline => headline.Id == reference.Id) != true)
            {
                faults.Add(
                    "publication.json",
                    1,
                    "headlines",
                    $"\"{reference}\" is no headline of a dataset.",
                    "Write dataset/id, as its datapackage.json has it."
                );
            }
        }

        return publication;
    }

    private static void LinkCheck(Publication publication, Dataset dataset, FiguresCsvLines lines, Faults faults)
    {
        var table = dataset.Figures;
        for (var row = 0; row < table.Count; row++)
        {
            var words = table[row].Attributes;
            foreach (
                var (column, key) in words
                    .Conflicts.Select(conflict => ("conflicts", conflict))
                    .Concat(words.Restates is { } restated ? [("restates", restated)] : [])
            )
            {
                if (FigureLookup.Find(publication, key) is not { } found || found.Figure.Key != key)
                {
                    faults.Add(
                        lines.Path,
                        lines.Of(table[row].Key),
                        column,
                        $"{table[row].Key} names {key}, which is no figure.",
                        "Write the key of a figure that is there."
                    );
                }
            }
        }
    }

    // Whether a figure was revised is a matter of record: sealing finds it out by comparing releases.
    private static void RevisedByHand(Dataset dataset, FiguresCsvLines lines, Faults faults)
    {
        for (var row = 0; row < dataset.Figures.Count; row++)
        {
            if ((dataset.Figures[row].Status & PublicStats.Data.Figures.FigureStatus.Revised) != 0)
            {
                faults.Add(
                    lines.Path,
                    lines.Of(dataset.Figures[row].Key),
                    "status",
                    "r is written by hand.",
                    "Take it out: sealing sets it where the figure differs from the release before."
                );
            }
        }
    }

    private static void Headline(Publication publication, Dataset dataset, Faults faults)
    {
        var path = $"datasets/{dataset.Name}/datapackage.json";
        foreach (var headline in dataset.About.Presentation.Headlines)
        {
            if (!HeadlineQuery.TryFind(publication, dataset, headline, out _, out var fault))
            {
                faults.Add(path, 1, "headlines." + headline.Id, fault.Problem, fault.Cure.Length > 0 ? fault.Cure : "Mend it.");
            }
        }

        foreach (var chart in dataset.About.Presentation.Charts)
        {
            if (dataset.MeasureIndex(chart.Measure) < 0)
            {
                var known = string.Join(", ", dataset.Measures.Select(measure => measure.Name));
                faults.Add(path, 1, "charts." + chart.Id, $"\"{chart.Measure}\" is not a measure.", $"The measures are {known}.");
            }

            foreach (var key in chart.Keys.Where(key => FigureLookup.Find(publication, key) is null))
            {
                faults.Add(path, 1, "charts." + chart.Id, $"{key} is no figure.", "Write the key of a figure that is there.");
            }
        }
    }
}
