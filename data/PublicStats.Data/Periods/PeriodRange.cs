using PublicStats.Data.Files;

namespace PublicStats.Data.Periods;

/// <summary>
/// The days a question asks for: <c>2024</c>, <c>2024-01..2024-06</c>, <c>2024..</c>, <c>..2024</c>. Both ends inclusive.
/// </summary>
public readonly record struct PeriodRange(DateOnly First, DateOnly Last)
{
    /// <summary>Reads a period code or a range of them.</summary>
    public static bool TryParse(string text, out PeriodRange range)
    {
        range = default;
        var split = text.IndexOf("..", StringComparison.Ordinal);
        if (split < 0)
        {
            var one = Period.TryParse(text, out var period);
            range = one ? new(period.First, period.Last) : default;
            return one;
        }

        var (from, to) = (text[..split], text[(split + 2)..]);
        Period start = default,
            end = default;
        if (text.Length == 2 || (from.Length > 0 && !Period.TryParse(from, out start)) || (to.Length > 0 && !Period.TryParse(to, out end)))
        {
            return false;
        }

        range = new(from.Length > 0 ? start.First : DateOnly.MinValue, to.Length > 0 ? end.Last : DateOnly.MaxValue);
        return range.First <= range.Last;
    }

    /// <summary>Why a text is no range, and what to write; null when it is one.</summary>
    public static Reason? Reason(string text)
    {
        if (TryParse(text, out _))
        {
            return null;
        }

        var split = text.IndexOf("..", StringComparison.Ordinal);
        if (split < 0)
        {
            return Period.Reason(text);
        }

        var (from, to) = (text[..split], text[(split + 2)..]);
        return (from.Length > 0 ? Period.Reason(from) : null)
            ?? (to.Length > 0 ? Period.Reason(to) : null)
            ?? (
                text.Length == 2
                    ? new Reason("A range needs at least one end.", "Write 2024.. or ..2024.")
                    : new Reason($"\"{text}\" ends before it starts.", "Write the earlier end first.")
            );
    }

    /// <summary>The same days as few ranges as possible, in order: ranges that share days or adjoin become one.</summary>
    public static IReadOnlyList<PeriodRange> Union(IEnumerable<PeriodRange> ranges)
    {
        var union = new List<PeriodRange>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            // Day numbers, because there is no day after the last one of the calendar.
            if (union is [.., var before] && range.First.DayNumber <= before.Last.DayNumber + 1)
            {
                union[^1] = before with { Last = range.Last > before.Last ? range.Last : before.Last };
            }
            else
            {
                union.Add(range);
            }
        }

        return union;
    }

    /// <summary>Whether the whole of a period lies within.</summary>
    public bool Contains(Period period) => First <= period.First && period.Last <= Last;
}
