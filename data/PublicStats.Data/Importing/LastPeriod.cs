using PublicStats.Data.Figures;

namespace PublicStats.Data.Importing;

/// <summary>
/// Holds the last period of a file against the day it was made: a publisher whose last file went up to the day before leaves out no day in
/// this one.
/// </summary>
internal static class LastPeriod
{
    /// <summary>That periods are missing at the end, as sentences; null when none are, or there is nothing to compare with.</summary>
    public static string? Missing(ImportTarget target, ImportMapping mapping, FigureTable? table, DateOnly? made)
    {
        if (
            made is not { } day
            || target.About.Structure.Frequency is null
            || table is not { Count: > 0 }
            || target.WasTable is not { Count: > 0 } before
            || target.Sources.FirstOrDefault(source => source.Id == mapping.Source) is not { } source
        )
        {
            return null;
        }

        var (last, lag) = (table.Periods.Max(), source.Published.Last.DayNumber - before.Periods.Max().Last.DayNumber);
        var expected = last;
        while (lag >= 0 && expected.Next.Last.DayNumber + lag <= day.DayNumber)
        {
            expected = expected.Next;
        }

        return expected == last
            ? null
            : $"{target.About.Name} ends with {last.Label}. The file of {DateCells.Long(source.Published.Last)} ended with "
                + $"{before.Periods.Max().Label}: one of {DateCells.Long(day)} should go on to {expected.Label}.";
    }
}
