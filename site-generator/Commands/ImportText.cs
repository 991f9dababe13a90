using System.Globalization;
using System.Text;
using PublicStats.Data.Figures;
using PublicStats.Data.Importing;
using PublicStats.Data.Periods;
using PublicStats.Data.Vintages;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Says what an import changes, for somebody who has ten minutes before publication.</summary>
internal static class ImportText
{
    private const int MoversShown = 5;

    public static string Of(ImportResult import)
    {
        var text = new StringBuilder();
        text.Append(import.File).Append(import.Made is { } made ? $", made on {Day(made)}" : "").Append("\n\n");
        foreach (var dataset in import.Datasets)
        {
            Dataset(text, dataset);
        }

        foreach (var source in import.Sources)
        {
            text.Append($"{source.Source} in sources.csv: published {Day(source.Was)}, now {Day(source.Now)}\n");
            text.Append(string.CompareOrdinal(source.Now, source.Was) < 0 ? "  This file is older than the one imported last.\n" : "")
                .Append('\n');
        }

        foreach (var notice in import.Notices)
        {
            text.Append("Look at this: ").Append(notice).Append('\n');
        }

        text.Append(import.Notices.Count > 0 ? "\n" : "");
        return text.Append(import.Files.Count == 0 ? "Nothing changes: these figures have been imported already.\n" : "").ToString();
    }

    public static string Written(ImportWritten written, string folder)
    {
        var text = new StringBuilder("Written:\n");
        foreach (var (path, _) in written.Kept)
        {
            text.Append($"  {folder}/{path}\n");
        }

        text.Append("To undo it:\n");
        foreach (var (path, copy) in written.Kept)
        {
            text.Append(copy is null ? $"  delete {folder}/{path}\n" : $"  copy {folder}/{copy}\n    over {folder}/{path}\n");
        }

        return text.Append("Next: publicstats diff\n").ToString();
    }

    private static void Dataset(StringBuilder text, DatasetImport dataset)
    {
        text.Append(dataset.Dataset).Append(dataset.Sheet is { } sheet ? $", from sheet {sheet}" : "").Append('\n');
        if (dataset.WasBroken)
        {
            text.Append("  The old figures.csv has faults and cannot be compared: every figure counts as added.\n");
        }

        Count(text, "added", dataset.Added, Span(dataset.PeriodsAdded));
        Count(text, "revised", dataset.Revised, "");
        Count(text, "removed", dataset.Removed, Span(dataset.PeriodsRemoved));
        Count(text, "unchanged", dataset.Unchanged, dataset.Reworded == 0 ? "" : $"{dataset.Reworded:#,##0} with another status or note");
        if (dataset.Kept > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {dataset.Kept:#,##0} figures that import.json does not name stay as they are.\n");
        }

        if (dataset.Filled.Count > 0)
        {
            var periods =
                dataset.Filled.Count == 1
                    ? dataset.Filled[0].Label
                    : $"{dataset.Filled.Count:#,##0} periods, {dataset.Filled[0].Label} to {dataset.Filled[^1].Label}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"  The file has no row for {periods}: the figures that figures.csv holds for "
                    + $"{(dataset.Filled.Count == 1 ? "it" : "them")} stay.\n"
            );
        }

        text.Append('\n');
        Movers(text, dataset.Movers);
        if (dataset.WordsDropped.Count > 0)
        {
            text.Append(
                $"  {(dataset.WordsDropped.Count == 1 ? "A note, quote or source" : "Notes, quotes or sources")} beside an "
                    + $"old value will go: {string.Join(", ", dataset.WordsDropped.Take(MoversShown))}"
                    + (dataset.WordsDropped.Count > MoversShown ? $" and {dataset.WordsDropped.Count - MoversShown} more" : "")
                    + "\n\n"
            );
        }
    }

    private static void Count(StringBuilder text, string word, int count, string more) =>
        text.Append(CultureInfo.InvariantCulture, $"  {word,-9} {count,9:#,##0}{(more.Length > 0 ? "   " + more : "")}\n");

    private static string Span((Period First, Period Last, int Count)? span) =>
        span is not { } periods ? ""
        : periods.Count == 1 ? periods.First.Label
        : $"{periods.Count:#,##0} {periods.First.Frequency.Word().Replace('-', ' ')}s, {periods.First.Label} to {periods.Last.Label}";

    private static void Movers(StringBuilder text, IReadOnlyList<FigureChange> movers)
    {
        if (movers.Count == 0)
        {
            return;
        }

        var rows = new List<string[]> { new[] { movers.Count == 1 ? "Revised" : "Revised most", "was", "now", "difference", "share" } };
        rows.AddRange(
            movers
                .Take(MoversShown)
                .Select(change =>
                    new[] { Name(change.Now!.Value), Value(change.Was!.Value), Value(change.Now!.Value), Difference(change), Share(change) }
                )
        );
        var widths = Enumerable.Range(0, 5).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            text.Append("  ").Append(row[0].PadRight(widths[0]));
            for (var column = 1; column < 5; column++)
            {
                text.Append("   ").Append(row[column].PadLeft(widths[column]));
            }

            while (text[^1] == ' ')
            {
                text.Length--;
            }

            text.Append('\n');
        }

        text.Append(movers.Count > MoversShown ? $"  and {movers.Count - MoversShown:#,##0} more\n\n" : "\n");
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
        change.Difference is { } difference ? (difference > 0 ? "+" : "") + FigureText.Number(difference, change.Now!.Value.Measure) : "";

    private static string Share(FigureChange change) =>
        change.Share is not { } share
            ? ""
            : (share > 0 ? "+" : "\u2212") + (Math.Abs(share) * 100).ToString("#,##0.0", CultureInfo.InvariantCulture) + "%";

    private static string Day(string period) => Period.TryParse(period, out var read) ? read.Label : period;

    private static string Day(DateOnly day) => Period.Of(Frequency.Day, day).Label;
}
