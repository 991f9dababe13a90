using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Queries;

/// <summary>The latest periods of a selection. They are the same for every series in it, also where series end on different days.</summary>
internal static class LastPeriods
{
    /// <summary>The rows of the last so many periods that any of the rows has.</summary>
    /// <param name="rows">In order of period.</param>
    public static int[] Of(FigureTable table, int[] rows, int count)
    {
        var at = rows.Length;
        for (var period = -1; at > 0; at--)
        {
            var next = table.PeriodIndexOf(rows[at - 1]);
            if (next != period && count-- == 0)
            {
                break;
            }

            period = next;
        }

        return rows[at..];
    }

    /// <summary>Which series the latest periods leave out, in a sentence; null when they leave out none.</summary>
    /// <param name="rows">Everything selected, in order of period.</param>
    /// <param name="last">The rows of the latest periods.</param>
    public static string? Note(Dataset dataset, FigureTable table, int[] rows, int[] last)
    {
        // In a sparse dataset a series without a figure has not ended: none were recorded.
        if (last.Length == 0 || (dataset.About.Structure.Sparse && dataset.About.Structure.Frequency is not null))
        {
            return null;
        }

        var all = rows.Select(row => table.RowSeries[row]).Distinct().Count();
        var present = last.Select(row => table.RowSeries[row]).Distinct().Count();
        if (present == all)
        {
            return null;
        }

        var (from, to) = (table[last[0]].Period, table[last[^1]].Period);
        var name = to.Label == to.Code ? to.Code : $"{to.Code} ({to.Label})";
        var periods =
            from == to
                ? $"The latest period of everything selected is {name}, and this answer holds that period only."
                : $"The latest periods of everything selected are {from.Code} to {to.Code}, and this answer holds those periods only.";
        var parameters = string.Join(" or ", table.Dimensions.Select(dimension => dimension.Name).Prepend("measure"));
        return $"{periods} {present} of the {all} series selected {(present == 1 ? "has" : "have")} a figure there. "
            + $"To get the latest figure of another series, select it alone with {parameters}.";
    }
}
