using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Publications;
using PublicStats.Data.Tables;

namespace PublicStats.Data.Queries;

/// <summary>
/// Adds figures up, over codes and over time, where that is true. A sum over a missing figure is missing; bounds are carried or refused; a total is
/// never added to its parts; a sum of part of a period says which days it covers.
/// </summary>
/// <param name="whole">One period to sum everything into, in place of those the question names; null for none.</param>
internal sealed class Summing(Dataset dataset, FigureQuery query, Period? whole = null)
{
    private readonly FigureTable table = dataset.Figures;
    private readonly Filter filter = Filter.Of(dataset.Figures, query);
    private readonly Dictionary<(long Codes, int Measure, Period Target), SumCell> cells = [];
    private readonly Dictionary<Period, Period> coverage = [];

    /// <summary>A table of the sums; null, with the reason, when they would not be true.</summary>
    public FigureTable? Sum(out QueryFault? fault)
    {
        var groups = table.Dimensions.Select((each, at) => CodeGroups.Of(table, at, query)).ToArray();
        fault = Refusal();
        if (fault is not null)
        {
            return null;
        }

        var codes = new int[groups.Length];
        for (var series = 0; series < table.SeriesCount; series++)
        {
            if (filter.HasSeries(series) && !IsPartOfCounted(series, groups, codes))
            {
                fault = Add(series, groups);
            }

            if (fault is not null)
            {
                return null;
            }
        }

        var sums = new FigureTableBuilder(dataset.Name, [.. groups.Select(each => each.Dimension)], table.Measures);
        foreach (var ((packed, measure, target), cell) in cells)
        {
            var selected = Coverage(target, out fault);
            if (fault is not null)
            {
                return null;
            }

            var covered = cell.Covers(dataset.About.Sparse ? selected : null);
            var period = whole ?? (KeepsPeriod ? target : covered);
            var rest = packed;
            for (var dimension = groups.Length - 1; dimension >= 0; dimension--)
            {
                (rest, var code) = Math.DivRem(rest, ushort.MaxValue);
                codes[dimension] = (int)code;
            }

            var partly = covered.First != period.First || covered.Last != period.Last;
            sums.Add(period, codes, measure, cell.Status.IsAbsent() ? null : cell.Value, cell.Status.IsAbsent() ? Bound.Exact : cell.Bound, cell.Status,
                partly ? FigureWords.None with { Covers = covered } : null);
        }

        return sums.Build();
    }

    private bool KeepsPeriod => whole is null && query.KeepsPeriod;

    private QueryFault? Refusal()
    {
        var parameter = query.By is null ? "frequency" : "by";
        var value = query.By is null ? query.Frequency!.Value.Word() : query.By.Count == 0 ? "total" : string.Join(',', query.By.Order(StringComparer.Ordinal));
        foreach (var measure in query.Measures ?? [.. Enumerable.Range(0, table.Measures.Count)])
        {
            var each = table.Measures[measure];
            if (each.Additivity == Additivity.None)
            {
                return new(parameter, value, $"{each.Label} of {dataset.Title} may not be added up: its figures are statements or shares that overlap, with bounds of their own, " +
                    "and a sum would say what nobody has published. Ask without by and frequency for the figures as they stand.", [], null);
            }

            if ((each.Additivity == Additivity.Dimensions || dataset.About.Frequency is null) && (!KeepsPeriod || query.Frequency is not null))
            {
                return new(parameter, value, $"{each.Label} of {dataset.Title} may not be added over time. Keep the period: by=period.", [], null);
            }
        }

        return query.Frequency is { } target && dataset.About.Frequency is { } own && !own.CanRollUpTo(target)
            ? new("frequency", value, $"{dataset.Title} is by {own.Word()}, and a {own.Word()} does not always lie in one {target.Word()}.",
                [.. Enum.GetValues<Frequency>().Where(each => own.CanRollUpTo(each) && each != Frequency.Interval).Select(each => each.Word())], null)
            : null;
    }

    // Where a total is summed over together with its parts, only the total counts.
    private bool IsPartOfCounted(int series, CodeGroups[] groups, int[] codes)
    {
        for (var dimension = 0; dimension < groups.Length; dimension++)
        {
            codes[dimension] = table.SeriesCodes[dimension][series];
        }

        for (var dimension = 0; dimension < groups.Length; dimension++)
        {
            var own = codes[dimension];
            for (var above = table.Dimensions[dimension].Parent(own); groups[dimension].IsSummed && above >= 0; above = table.Dimensions[dimension].Parent(above))
            {
                codes[dimension] = above;
                if (table.FindSeries(codes, table.SeriesMeasure[series]) is var total && total >= 0 && filter.HasSeries(total))
                {
                    return true;
                }
            }

            codes[dimension] = own;
        }

        return false;
    }

    private QueryFault? Add(int series, CodeGroups[] groups)
    {
        long packed = 0;
        for (var dimension = 0; dimension < groups.Length; dimension++)
        {
            packed = (packed * ushort.MaxValue) + groups[dimension].GroupOf(table.SeriesCodes[dimension][series]);
        }

        SumCell? cell = null;
        var target = default(Period);
        for (var row = table.SeriesStart[series]; row < table.SeriesStart[series + 1]; row++)
        {
            if (!filter.HasPeriod(table.PeriodIndexOf(row)))
            {
                continue;
            }

            var figure = table[row];
            var next = !KeepsPeriod ? default : query.Frequency is { } frequency ? figure.Period.RollUp(frequency) : figure.Period;
            if (cell is null || next != target)
            {
                cell?.EndSeries();
                target = next;
                var key = (packed, (int)table.SeriesMeasure[series], target);
                cell = cells.TryGetValue(key, out var found) ? found : cells[key] = new();
            }

            if (!cell.TryAdd(figure))
            {
                return new("by", figure.Bound.Word(), $"\"{figure.Bound.Word()}\" and \"{cell.Bound.Word()}\" cannot be added: nothing true can be said of their sum.", [], null);
            }
        }

        cell?.EndSeries();
        return null;
    }

    // The days selected, from first to last. Days left out between them would make a sum under a name that says they are in it.
    private Period Coverage(Period target, out QueryFault? fault)
    {
        fault = null;
        if (coverage.TryGetValue(target, out var known))
        {
            return known;
        }

        int first = -1, last = -1;
        for (var at = 0; at < table.Periods.Count; at++)
        {
            if (filter.HasPeriod(at) && (!KeepsPeriod || target.Contains(table.Periods[at])))
            {
                (first, last) = (first < 0 ? at : first, at);
            }
        }

        for (var at = first; at <= last; at++)
        {
            if (!filter.HasPeriod(at))
            {
                var (from, to) = (table.Periods[first], table.Periods[last]);
                fault = new("period", table.Periods[at].Code,
                    $"The periods asked for do not adjoin: {table.Periods[at].Label} lies between {from.Label} and {to.Label}, and a sum without it has no name. " +
                    "Ask for one stretch of time, or keep the periods apart with by=period.", [$"{from.Code}..{to.Code}"], null);
                return default;
            }
        }

        return coverage[target] = Period.Spanning(table.Periods[first].First, table.Periods[last].Last);
    }
}
