using System.Diagnostics.CodeAnalysis;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>
/// Adds figures up, over codes and over time, where that is true. A sum over a missing figure is missing; bounds are carried, or the sum
/// has no value and says why; a total is never added to its parts; a sum of part of a period says which days it covers.
/// </summary>
/// <param name="whole">One period to sum everything into, in place of those the question names; null for none.</param>
internal sealed class Aggregation(Dataset dataset, FigureQuery query, Period? whole = null)
{
    private readonly FigureTable table = dataset.Figures;
    private readonly Filter filter = Filter.Of(dataset.Figures, query);
    private readonly DimensionGrouping[] groups =
    [
        .. dataset.Figures.Dimensions.Select((_, dimension) => DimensionGrouping.Of(dataset.Figures, dimension, query)),
    ];

    private readonly Dictionary<(long Codes, int Measure, Period Target), Accumulator> cells = [];
    private readonly Dictionary<Period, SelectedDays> days = [];

    // The days selected within a period of the answer, and why a sum of them cannot be named by that period.
    private sealed record SelectedDays(Period Covered, Fault? Fault = null);

    /// <summary>Makes a table of the sums. False, with the reason, when none of them would be true.</summary>
    public bool TrySum([NotNullWhen(true)] out FigureTable? sums, [NotNullWhen(false)] out Fault? fault)
    {
        sums = null;
        fault = SumRefusal.Of(dataset, query);
        if (fault is not null)
        {
            return false;
        }

        for (var series = 0; series < table.SeriesCount; series++)
        {
            if (IsSelected(series))
            {
                Add(series);
            }
        }

        var builder = new FigureTableBuilder(dataset.Name, [.. groups.Select(group => group.Dimension)], table.Measures);
        var impossible = 0;
        foreach (var ((packed, measure, target), cell) in cells)
        {
            if (Add(builder, Unpacked(packed), measure, target, cell) is { } reason)
            {
                impossible++;
                fault ??= reason;
            }
        }

        // One sum that cannot be made has no value and a note. The question is refused only when no sum can be made.
        fault = impossible < cells.Count ? null : fault;
        sums = fault is null ? builder.Build() : null;
        return sums is not null;
    }

    private bool KeepsPeriod => whole is null && query.KeepsPeriod;

    // Adds a finished sum to the table of the answer, and returns why it has no value if its figures cannot be added.
    private Fault? Add(FigureTableBuilder sums, int[] codes, int measure, Period target, Accumulator cell)
    {
        var selected = Days(target);
        var covered = cell.Covers(dataset.About.Structure.Sparse ? selected.Covered : null);
        var period = whole ?? (KeepsPeriod ? target : covered);
        if (selected.Fault is null && cell.Only is { } only && only.Period == period)
        {
            sums.Add(period, codes, measure, new(only.Value, only.Bound, only.Status), only.Attributes);
            return null;
        }

        var fault =
            selected.Fault
            ?? (cell.Conflict is { } conflict ? SumRefusal.Of(query, new(conflict, "")) : null)
            ?? (IsTooGreat(cell.Value, measure) ? SumRefusal.Of(query, new("The sum is too great to be written.", "")) : null);
        var status = fault is null || cell.Status.IsAbsent() ? cell.Status : FigureStatus.NotAvailable;
        var partly = fault is null && (covered.First != period.First || covered.Last != period.Last);
        var words = FigureAttributes.None with { Covers = partly ? covered : null, Note = fault?.Text ?? cell.GapNote };
        var (value, bound) = status.IsAbsent() ? ((decimal?)null, Bound.Exact) : (cell.Value, cell.Bound);
        sums.Add(period, codes, measure, new(value, bound, status), words);
        return fault;
    }

    private bool IsTooGreat(decimal value, int measure) => FigureTableBuilder.GreatestValue(table.Measures[measure]) < Math.Abs(value);

    private void Add(int series)
    {
        foreach (var (packed, isOwn) in Targets(series))
        {
            Accumulator? cell = null;
            var target = default(Period);
            for (var row = table.SeriesStart[series]; row < table.SeriesStart[series + 1]; row++)
            {
                if (!filter.HasPeriod(table.PeriodIndexOf(row)))
                {
                    continue;
                }

                var figure = table[row];
                var next = default(Period);
                if (KeepsPeriod)
                {
                    next = query.Frequency is { } frequency ? figure.Period.RollUp(frequency) : figure.Period;
                }

                if (cell is null || next != target)
                {
                    cell?.EndSeries();
                    target = next;
                    var key = (packed, table.SeriesMeasure[series], target);
                    cell = cells.TryGetValue(key, out var found) ? found : cells[key] = new();
                }

                cell.Add(figure, isOwn);
            }

            cell?.EndSeries();
        }
    }

    // The codes of the answer that a series is added to, and whether they are its own. The codes are packed into one number. There are
    // never more combinations of them than of the dataset's own codes, and the builder of the dataset's table has checked that those fit.
    private List<(long Packed, bool IsOwn)> Targets(int series)
    {
        List<(long Packed, bool IsOwn)> targets = [(0, true)];
        for (var dimension = 0; dimension < groups.Length; dimension++)
        {
            var code = table.SeriesCodes[dimension][series];
            var group = groups[dimension];
            var count = group.Dimension.Codes.Count;
            int[] rows = [.. group.RowsOf(code).Where(row => !IsPartOfCounted(series, dimension, row))];
            var own = table.Dimensions[dimension].Codes[code].Name;
            targets =
            [
                .. targets.SelectMany(target =>
                    rows.Select(row => ((target.Packed * count) + row, target.IsOwn && group.Dimension.Codes[row].Name == own))
                ),
            ];
        }

        return targets;
    }

    private int[] Unpacked(long packed)
    {
        var codes = new int[groups.Length];
        for (var dimension = groups.Length - 1; dimension >= 0; dimension--)
        {
            (packed, var code) = Math.DivRem(packed, groups[dimension].Dimension.Codes.Count);
            codes[dimension] = (int)code;
        }

        return codes;
    }

    // Whether a series has a figure in the periods selected. A total without one does not stand for its parts.
    private bool IsSelected(int series)
    {
        for (var row = table.SeriesStart[series]; filter.HasSeries(series) && row < table.SeriesStart[series + 1]; row++)
        {
            if (filter.HasPeriod(table.PeriodIndexOf(row)))
            {
                return true;
            }
        }

        return false;
    }

    // Where a total is summed over together with its parts, only the total counts.
    private bool IsPartOfCounted(int series, int dimension, int row)
    {
        var own = table.SeriesCodes[dimension][series];
        var parents = table.Dimensions[dimension];
        var isSummed = groups[dimension].IsSummed;
        if (parents.Parent(own) < 0 || (!isSummed && row == own))
        {
            return false;
        }

        int[] codes = [.. table.SeriesCodes.Select(column => column[series])];
        for (var above = parents.Parent(own); above >= 0 && (isSummed || above != row); above = parents.Parent(above))
        {
            codes[dimension] = above;
            if (table.FindSeries(codes, table.SeriesMeasure[series]) is var total && total >= 0 && IsSelected(total))
            {
                return true;
            }
        }

        return false;
    }

    // The days selected, from first to last. Days left out between them would make a sum under a name that says they are in it.
    private SelectedDays Days(Period target)
    {
        if (days.TryGetValue(target, out var known))
        {
            return known;
        }

        if (KeepsPeriod && query.Frequency is null)
        {
            return days[target] = new(target);
        }

        int first = -1,
            last = -1;
        for (var at = 0; at < table.Periods.Count; at++)
        {
            if (filter.HasPeriod(at) && (!KeepsPeriod || target.Contains(table.Periods[at])))
            {
                (first, last) = (first < 0 ? at : first, at);
            }
        }

        var (from, to) = (table.Periods[first], table.Periods[last]);
        var covered = Period.Spanning(from.First, to.Last);
        for (var at = first; at <= last; at++)
        {
            if (!filter.HasPeriod(at))
            {
                var reason = new Reason(
                    $"The periods asked for do not adjoin: {table.Periods[at].Label} lies between {from.Label} and {to.Label}, "
                        + "and a sum without it has no name.",
                    "Ask for one stretch of time, or keep the periods apart with by=period."
                );
                var asked = query.PeriodText ?? table.Periods[at].Code;
                return days[target] = new(covered, ParameterFault.Of("period", asked, reason, [$"{from.Code}..{to.Code}"]));
            }
        }

        return days[target] = new(covered);
    }
}
