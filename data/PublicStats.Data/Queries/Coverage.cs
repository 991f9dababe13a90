using PublicStats.Data.Datasets;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>The time that a dataset covers.</summary>
public static class Coverage
{
    /// <summary>
    /// The days from the first figure with a value to the last: rows that only say that nothing is available do not count. Null when no
    /// figure has a value.
    /// </summary>
    public static (DateOnly First, DateOnly Last)? Of(Dataset dataset)
    {
        var table = dataset.Figures;
        Period? first = null,
            last = null;
        for (var row = 0; row < table.Count; row++)
        {
            var figure = table[row];
            if (figure.Value is null)
            {
                continue;
            }

            var period = figure.Period;
            first = first is { } start && start.First <= period.First ? start : period;
            last = last is { } end && end.Last >= period.Last ? end : period;
        }

        return first is { } from && last is { } to ? (from.First, to.Last) : null;
    }
}
