using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Tables;

namespace PublicStats.Data.Queries;

/// <summary>One sum in the making: its value, its bound, and the days that are in it.</summary>
internal sealed class SumCell
{
    private DateOnly? first;
    private DateOnly? last;
    private (DateOnly First, DateOnly Last, int Days)? run;
    private bool gap;
    private bool uneven;
    private FigureStatus status;

    public decimal Value { get; private set; }

    public Bound Bound { get; private set; }

    /// <summary>A sum over anything confidential is confidential; over anything else that is missing, not available.</summary>
    public FigureStatus Status =>
        (status & FigureStatus.Confidential) != 0 ? FigureStatus.Confidential
        : status.IsAbsent() || uneven ? FigureStatus.NotAvailable
        : status & ~FigureStatus.Low;

    public bool TryAdd(FigureRow figure)
    {
        var bound = Bound;
        var adds = figure.Value is null || Bounds.TryAdd(Bound, figure.Bound, out bound);
        Bound = adds ? bound : Bound;
        Value += figure.Value ?? 0;
        status |= figure.Status;
        run = run is { } before
            ? (before.First, figure.Period.Last > before.Last ? figure.Period.Last : before.Last, before.Days + figure.Period.Days)
            : (figure.Period.First, figure.Period.Last, figure.Period.Days);
        return adds;
    }

    /// <summary>A series has added all it has. Series that cover other days than those before them make no true sum, nor does a gap.</summary>
    public void EndSeries()
    {
        if (run is { } ended)
        {
            gap |= ended.Days != ended.Last.DayNumber - ended.First.DayNumber + 1;
            gap |= first is not null && (first != ended.First || last != ended.Last);
            (first, last, run) = (first is null || ended.First < first ? ended.First : first, last is null || ended.Last > last ? ended.Last : last, null);
        }
    }

    /// <summary>The days in the sum: those of a sparse dataset, or those its figures had.</summary>
    public Period Covers(Period? sparse)
    {
        uneven = sparse is null && gap;
        return sparse ?? Period.Spanning(first!.Value, last!.Value);
    }
}
