using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>
/// A stretch of time that contains only a part of a figure's period, so that a sum over it would leave days out without saying so.
/// </summary>
/// <param name="Period">The period that would be cut in two.</param>
/// <param name="Nearest">The nearest stretches that cut none, all that were requested, as <c>period</c> takes them.</param>
internal sealed record PeriodCut(Period Period, string Nearest)
{
    /// <summary>The first cut that these ranges make; null when they make none.</summary>
    public static PeriodCut? Find(FigureTable table, IReadOnlyList<PeriodRange> ranges)
    {
        Period? first = null;
        var aligned = new List<PeriodRange>();
        foreach (var range in PeriodRange.Union(ranges))
        {
            var atStart = Find(table, period => period.First < range.First && range.First <= period.Last);
            var atEnd = Find(table, period => period.First <= range.Last && range.Last < period.Last);
            first ??= atStart ?? atEnd;
            aligned.Add(Aligned(range, atStart, atEnd));
        }

        // The suggestion keeps every requested stretch: none of them may be lost by following it.
        return first is { } cut ? new(cut, string.Join(',', PeriodRange.Union(aligned).Select(Code))) : null;
    }

    private static Period? Find(FigureTable table, Func<Period, bool> isCut)
    {
        foreach (var period in table.Periods)
        {
            if (isCut(period))
            {
                return period;
            }
        }

        return null;
    }

    // Each end moves to the nearer end of the period it cuts. A stretch that would be empty takes in both periods instead.
    private static PeriodRange Aligned(PeriodRange range, Period? atStart, Period? atEnd)
    {
        var first = atStart is { } start ? Nearer(range.First, start.First, start.Last.AddDays(1)) : range.First;
        var last = atEnd is { } end ? Nearer(range.Last, end.Last, end.First.AddDays(-1)) : range.Last;
        return first <= last ? new(first, last) : new(atStart?.First ?? range.First, atEnd?.Last ?? range.Last);
    }

    private static DateOnly Nearer(DateOnly day, DateOnly outward, DateOnly inward) =>
        Math.Abs(day.DayNumber - inward.DayNumber) < Math.Abs(day.DayNumber - outward.DayNumber) ? inward : outward;

    private static string Code(PeriodRange range) =>
        (range.First == DateOnly.MinValue, range.Last == DateOnly.MaxValue) switch
        {
            (false, false) => Period.Spanning(range.First, range.Last).Code,
            (true, _) => $"..{Period.Of(Frequency.Day, range.Last).Code}",
            (_, true) => $"{Period.Of(Frequency.Day, range.First).Code}..",
        };
}
