using PublicStats.Data.Figures;
using PublicStats.Data.Importing;
using PublicStats.Data.Periods;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.CommandLine;
using static Spectre.Console.Justify;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Writes for a person what an import changes: briefly, because the next publication may be minutes away.</summary>
internal static class ImportText
{
    private const int MostShown = 5;

    public static void Write(ImportResult import, CommandOutput output)
    {
        output.Line(import.File + (import.Made is { } made ? $", made on {Day(made)}" : ""));
        output.Line();
        foreach (var dataset in import.Datasets)
        {
            Write(dataset, output);
        }

        foreach (var source in import.Sources)
        {
            output.Line($"{source.Source} in sources.csv: published {Day(source.Was)}, now {Day(source.Now)}");
            if (string.CompareOrdinal(source.Now, source.Was) < 0)
            {
                output.Line("This file is older than the one imported last.", indent: 2);
            }

            output.Line();
        }

        foreach (var notice in import.Notices)
        {
            output.Line($"Look at this: {notice}");
        }

        if (import.Notices.Count > 0)
        {
            output.Line();
        }

        if (import.Files.Count == 0)
        {
            output.Line("Nothing changes: these figures have been imported already.");
        }
    }

    /// <summary>Writes which files were written, and how to undo it.</summary>
    public static void WriteUndo(ImportWritten written, string folder, CommandOutput output)
    {
        output.Line("Written:");
        foreach (var (path, _) in written.Kept)
        {
            output.Line($"{folder}/{path}", indent: 2);
        }

        output.Line("To undo it:");
        foreach (var (path, copy) in written.Kept)
        {
            if (copy is null)
            {
                output.Line($"delete {folder}/{path}", indent: 2);
                continue;
            }

            output.Line($"copy {folder}/{copy}", indent: 2);
            output.Line($"over {folder}/{path}", indent: 4);
        }

        output.Line("Next:", "publicstats diff");
    }

    private static void Write(DatasetImport dataset, CommandOutput output)
    {
        output.Line(dataset.Dataset + (dataset.Sheet is { } sheet ? $", from sheet {sheet}" : ""));
        if (dataset.WasBroken)
        {
            output.Line("The old figures.csv has faults and cannot be compared: every figure counts as added.", indent: 2);
        }

        output.Table(
            [Left, Right, Left],
            [
                ["added", $"{dataset.Added:#,##0}", Span(dataset.PeriodsAdded)],
                ["revised", $"{dataset.Revised:#,##0}", ""],
                ["removed", $"{dataset.Removed:#,##0}", Span(dataset.PeriodsRemoved)],
                [
                    "unchanged",
                    $"{dataset.Unchanged:#,##0}",
                    dataset.Reworded == 0 ? "" : $"{dataset.Reworded:#,##0} with another status or note",
                ],
            ],
            indent: 2
        );
        if (dataset.Kept > 0)
        {
            output.Line($"{dataset.Kept:#,##0} figures that import.json does not name stay as they are.", indent: 2);
        }

        WriteFilled(dataset.Filled, output);
        output.Line();
        WriteRevised(dataset.Movers, output);
        WriteDropped(dataset.WordsDropped, output);
    }

    private static void WriteFilled(IReadOnlyList<Period> filled, CommandOutput output)
    {
        if (filled.Count == 0)
        {
            return;
        }

        var periods = filled.Count == 1 ? filled[0].Label : $"{filled.Count:#,##0} periods, {filled[0].Label} to {filled[^1].Label}";
        output.Line(
            $"The file has no row for {periods}: the figures that figures.csv has for {(filled.Count == 1 ? "it" : "them")} stay.",
            indent: 2
        );
    }

    private static void WriteRevised(IReadOnlyList<FigureChange> changes, CommandOutput output)
    {
        if (changes.Count == 0)
        {
            return;
        }

        output.Table(
            [Left, Right, Right, Right, Right],
            [
                [changes.Count == 1 ? "Revised" : "Revised most", "was", "now", "difference", "share"],
                .. changes
                    .Take(MostShown)
                    .Select(change =>
                        new[]
                        {
                            Name(change.Now!.Value),
                            Value(change.Was!.Value),
                            Value(change.Now!.Value),
                            Difference(change),
                            Share(change),
                        }
                    ),
            ],
            indent: 2
        );
        if (changes.Count > MostShown)
        {
            output.Line($"and {changes.Count - MostShown:#,##0} more", indent: 2);
        }

        output.Line();
    }

    private static void WriteDropped(IReadOnlyList<string> keys, CommandOutput output)
    {
        if (keys.Count == 0)
        {
            return;
        }

        output.Line(
            $"{(keys.Count == 1 ? "A note, quote or source" : "Notes, quotes or sources")} beside an old value will go: "
                + string.Join(", ", keys.Take(MostShown))
                + (keys.Count > MostShown ? $" and {keys.Count - MostShown} more" : ""),
            indent: 2
        );
        output.Line();
    }

    private static string Span((Period First, Period Last, int Count)? span)
    {
        if (span is not { } periods)
        {
            return "";
        }

        var frequency = periods.First.Frequency.Word().Replace('-', ' ');
        return periods.Count == 1
            ? periods.First.Label
            : $"{periods.Count:#,##0} {frequency}s, {periods.First.Label} to {periods.Last.Label}";
    }

    private static string Name(FigureRow figure) =>
        string.Join(
            ", ",
            [
                figure.Measure.Label,
                .. Enumerable.Range(0, figure.Key.Count(character => character == '/') - 2).Select(index => figure.Code(index).Label),
                figure.Period.Label,
            ]
        );

    private static string Value(FigureRow figure) =>
        figure.Value is null ? FigureStatuses.Meaning(figure.Status.AbsentCode()!)!.Split(':')[0] : figure.Text;

    private static string Difference(FigureChange change) =>
        change.Difference is { } difference ? Movement.Text(difference, change.Now!.Value.Measure) : "";

    private static string Share(FigureChange change) => change.Share is { } share ? Movement.ShareText(share) : "";

    private static string Day(string period) => Period.TryParse(period, out var read) ? read.Label : period;

    private static string Day(DateOnly day) => Period.Of(Frequency.Day, day).Label;
}
