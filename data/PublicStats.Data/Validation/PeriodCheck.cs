using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>
/// No figure is of days that had not happened when its source was published, nor when the release is. A statement may be about a time that
/// is not over
/// yet, but not about one that has not begun.
/// </summary>
internal static class PeriodCheck
{
    /// <param name="release">The local day of the release; null when only the sources limit the periods.</param>
    public static void Check(Dataset dataset, FiguresCsvLines lines, DateOnly? release, Faults faults)
    {
        var table = dataset.Figures;
        var early = Enumerable.Range(0, table.Count).Select(row => Early(dataset, table[row], release)).OfType<EarlyFigure>();

        // A template that is filled in to the end of next year is one fault, not a thousand.
        foreach (var group in early.GroupBy(figure => figure.Source ?? "").OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var first = group.MinBy(figure => lines.Of(figure.Key))!;
            var verb = dataset.About.Structure.Frequency is null ? "begins" : "ends";
            var limit = first.Source is { } source
                ? $"the last day on which its source {source} can have been published"
                : "the day of the release";
            faults.Add(
                lines.Path,
                lines.Of(first.Key),
                "period",
                $"{first.Period} {verb} on {Long(first.Day)}, after {Long(first.Limit)}, {limit}.{Others(group.Count() - 1)}",
                first.Source is null
                    ? "Take out what has not happened yet."
                    : "Take out what had not happened; or, if the source is newer, write its day in sources.csv."
            );
        }
    }

    /// <summary>A day as readers know it: 17 July 2026.</summary>
    private static string Long(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private static string Others(int count) =>
        count switch
        {
            0 => "",
            1 => " So does 1 other row.",
            _ => string.Create(CultureInfo.InvariantCulture, $" So do {count:#,##0} other rows."),
        };

    private static EarlyFigure? Early(Dataset dataset, FigureRow figure, DateOnly? release)
    {
        var day = dataset.About.Structure.Frequency is null ? figure.Period.First : figure.Period.Last;
        var source = dataset.Source(figure.Attributes.Source ?? dataset.About.Structure.Source);
        if (day > source.Published.Last)
        {
            return new(figure.Key, figure.Period.Code, day, source.Published.Last, source.Id);
        }

        return day > release ? new(figure.Key, figure.Period.Code, day, release.Value, null) : null;
    }

    private sealed record EarlyFigure(string Key, string Period, DateOnly Day, DateOnly Limit, string? Source);
}
