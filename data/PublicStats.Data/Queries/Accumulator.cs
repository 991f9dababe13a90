using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>One sum in the making: its value, its bound, and the days that are in it.</summary>
internal sealed class Accumulator
{
    private DateOnly? first;
    private DateOnly? last;
    private (DateOnly First, DateOnly Last, int Days)? run;
    private bool gap;
    private bool uneven;
    private FigureStatus status;
    private (Bound Before, Bound Next)? conflict;
    private int count;

    public decimal Value { get; private set; }

    public Bound Bound { get; private set; }

    /// <summary>The only figure of this sum, where the sum has that figure's own codes; null otherwise.</summary>
    public FigureRow? Only { get; private set; }

    /// <summary>Confidential where any figure is; not available where any other figure is missing or cannot be added.</summary>
    public FigureStatus Status
    {
        get
        {
            if ((status & FigureStatus.Confidential) != 0)
            {
                return FigureStatus.Confidential;
            }

            return status.IsAbsent() || uneven || conflict is not null ? FigureStatus.NotAvailable : status & ~FigureStatus.Low;
        }
    }

    /// <summary>Why the figures cannot be added though each has a value; null when they can.</summary>
    public string? Conflict =>
        status.IsAbsent() || uneven || conflict is not (var before, var next)
            ? null
            : $"\"{next.Word()}\" and \"{before.Word()}\" cannot be added: nothing true can be said of their sum.";

    /// <summary>Why the sum has no value though every figure that is there has one; null when it has.</summary>
    public string? GapNote => uneven && !status.IsAbsent() ? "Figures for some of these days are missing, so there is no sum." : null;

    /// <summary>Adds a figure.</summary>
    /// <param name="isOwn">Whether the sum has the codes of the figure itself.</param>
    public void Add(FigureRow figure, bool isOwn)
    {
        Only = ++count == 1 && isOwn ? figure : null;
        if (figure.Value is { } value)
        {
            Value += value;
            if (Bounds.TryAdd(Bound, figure.Bound, out var bound))
            {
                Bound = bound;
            }
            else
            {
                conflict ??= (Bound, figure.Bound);
            }
        }

        status |= figure.Status;
        run = run is { } before
            ? (before.First, figure.Period.Last > before.Last ? figure.Period.Last : before.Last, before.Days + figure.Period.Days)
            : (figure.Period.First, figure.Period.Last, figure.Period.Days);
    }

    /// <summary>
    /// A series has added all it has. Series that cover other days than those before them make no true sum, nor does a gap.
    /// </summary>
    public void EndSeries()
    {
        if (run is { } ended)
        {
            gap |= ended.Days != ended.Last.DayNumber - ended.First.DayNumber + 1;
            gap |= first is not null && (first != ended.First || last != ended.Last);
            (first, last, run) = (
                first is null || ended.First < first ? ended.First : first,
                last is null || ended.Last > last ? ended.Last : last,
                null
            );
        }
    }

    /// <summary>The days in the sum: those of a sparse dataset, or those its figures had.</summary>
    public Period Covers(Period? sparse)
    {
        uneven = sparse is null && gap;
        return sparse ?? Period.Spanning(first!.Value, last!.Value);
    }
}
