using PublicStats.Data.Files;

namespace PublicStats.Data.Periods;

/// <summary>The time a figure covers: a first day, a last day, and the kind of period they make. Years 1800 to 2200.</summary>
public readonly struct Period : IEquatable<Period>, IComparable<Period>
{
    private readonly int first;
    private readonly int last;
    private readonly Frequency frequency;
    private readonly Frequency fromKind;
    private readonly Frequency toKind;

    private Period(DateOnly first, DateOnly last, Frequency frequency, Frequency fromKind, Frequency toKind) =>
        (this.first, this.last, this.frequency, this.fromKind, this.toKind) = (
            first.DayNumber,
            last.DayNumber,
            frequency,
            fromKind,
            toKind
        );

    /// <summary>The first day, inclusive.</summary>
    public DateOnly First => DateOnly.FromDayNumber(first);

    /// <summary>The last day, inclusive.</summary>
    public DateOnly Last => DateOnly.FromDayNumber(last);

    /// <summary>How many days, at least 1.</summary>
    public int Days => last - first + 1;

    /// <summary>The kind of period.</summary>
    public Frequency Frequency => frequency;

    /// <summary>An interval's first end; for any other kind the period itself.</summary>
    public Period From => frequency == Frequency.Interval ? Of(fromKind, First) : this;

    /// <summary>An interval's last end; for any other kind the period itself.</summary>
    public Period To => frequency == Frequency.Interval ? Of(toKind, Last) : this;

    /// <summary>The code that names it in files, keys and addresses.</summary>
    public string Code => PeriodCode.Of(this);

    /// <summary>The name as readers see it: "16 July 2026", "week ending 12 July 2026", "December 2021 to June 2024".</summary>
    public string Label => PeriodLabel.Of(this);

    /// <summary>The name after its preposition: "in 2025", "on 16 July 2026", "from 5 to 22 July 2024".</summary>
    public string InSentence => PeriodLabel.InSentence(this);

    /// <summary>The period after this one, of the same kind. An interval has none.</summary>
    public Period Next =>
        frequency == Frequency.Interval ? throw new InvalidOperationException("An interval has no next.") : Of(frequency, Last.AddDays(1));

    /// <summary>The period before this one, of the same kind. An interval has none.</summary>
    public Period Previous =>
        frequency == Frequency.Interval
            ? throw new InvalidOperationException("An interval has no previous.")
            : Of(frequency, First.AddDays(-1));

    /// <summary>Reads a code.</summary>
    public static bool TryParse(ReadOnlySpan<char> code, out Period period) => PeriodCode.TryParse(code, out period);

    /// <summary>Reads a code that must be right.</summary>
    /// <exception cref="FormatException">Says what is wrong with it and what to write.</exception>
    public static Period Parse(string code) => TryParse(code, out var period) ? period : throw new FormatException(Reason(code).ToString());

    /// <summary>Why a text is no period code, and what to write instead; null when it is one.</summary>
    public static Reason? Reason(ReadOnlySpan<char> code) => PeriodReason.Of(code);

    /// <summary>The period of a kind that holds a day.</summary>
    /// <exception cref="ArgumentException">An interval is not told by one day.</exception>
    public static Period Of(Frequency frequency, DateOnly day)
    {
        var (start, end) = frequency switch
        {
            Frequency.Day => (day, day),
            Frequency.Week => (Monday(day), Monday(day).AddDays(6)),
            Frequency.Month => (new DateOnly(day.Year, day.Month, 1), EndOfMonth(day.Year, day.Month)),
            Frequency.Quarter => (new DateOnly(day.Year, FirstMonth(day), 1), EndOfMonth(day.Year, FirstMonth(day) + 2)),
            Frequency.Year => (new DateOnly(day.Year, 1, 1), new DateOnly(day.Year, 12, 31)),
            Frequency.FinancialYear => (new DateOnly(FinancialYear(day), 4, 1), new DateOnly(FinancialYear(day) + 1, 3, 31)),
            _ => throw new ArgumentException("An interval needs its two ends.", nameof(frequency)),
        };
        return new(start, end, frequency, frequency, frequency);
    }

    /// <summary>The interval from one period to another.</summary>
    /// <exception cref="ArgumentException">The ends are reversed, equal, or intervals themselves.</exception>
    public static Period Interval(Period from, Period to) =>
        TryInterval(from, to, out var interval) ? interval : throw new ArgumentException($"{from} to {to} is no interval.", nameof(to));

    /// <summary>
    /// The shortest name for exactly these days: one period if there is one, else an interval of years, of months or of days.
    /// </summary>
    public static Period Spanning(DateOnly first, DateOnly last)
    {
        ReadOnlySpan<Frequency> kinds =
        [
            Frequency.Year,
            Frequency.FinancialYear,
            Frequency.Quarter,
            Frequency.Month,
            Frequency.Week,
            Frequency.Day,
        ];
        foreach (var kind in kinds)
        {
            if (Of(kind, first) is var one && one.First == first && one.Last == last)
            {
                return one;
            }
        }

        foreach (var kind in (ReadOnlySpan<Frequency>)[Frequency.Year, Frequency.Month])
        {
            if (Of(kind, first) is var from && Of(kind, last) is var to && from.First == first && to.Last == last)
            {
                return Interval(from, to);
            }
        }

        return Interval(Of(Frequency.Day, first), Of(Frequency.Day, last));
    }

    /// <summary>Whether every day of the other is a day of this.</summary>
    public bool Contains(Period other) => first <= other.first && other.last <= last;

    /// <summary>Whether a day is one of this period's.</summary>
    public bool Contains(DateOnly day) => first <= day.DayNumber && day.DayNumber <= last;

    /// <summary>The period of a coarser kind that holds this one.</summary>
    /// <exception cref="ArgumentException">This kind does not roll up to the target.</exception>
    public Period RollUp(Frequency target)
    {
        if (!frequency.CanRollUpTo(target))
        {
            throw new ArgumentException($"A {frequency.Word()} does not roll up to a {target.Word()}.", nameof(target));
        }

        return target == frequency ? this : Of(target, First);
    }

    /// <summary>Order: by first day, then last day, then code.</summary>
    public int CompareTo(Period other)
    {
        var order = first.CompareTo(other.first);
        order = order != 0 ? order : last.CompareTo(other.last);
        return order != 0 || Equals(other) ? order : string.CompareOrdinal(Code, other.Code);
    }

    /// <inheritdoc/>
    public bool Equals(Period other) =>
        first == other.first && last == other.last && frequency == other.frequency && fromKind == other.fromKind && toKind == other.toKind;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Period other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(first, last, frequency, fromKind, toKind);

    /// <summary>The code.</summary>
    public override string ToString() => Code;

    /// <summary>Same days and same kind.</summary>
    public static bool operator ==(Period left, Period right) => left.Equals(right);

    /// <summary>Other days or another kind.</summary>
    public static bool operator !=(Period left, Period right) => !left.Equals(right);

    /// <summary>Earlier.</summary>
    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    /// <summary>Earlier or the same.</summary>
    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    /// <summary>Later.</summary>
    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    /// <summary>Later or the same.</summary>
    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    internal static bool TryInterval(Period from, Period to, out Period interval)
    {
        interval = default;
        if (
            from.frequency == Frequency.Interval
            || to.frequency == Frequency.Interval
            || from == to
            || from.first > to.first
            || from.last > to.last
        )
        {
            return false;
        }

        interval = new(from.First, to.Last, Frequency.Interval, from.frequency, to.frequency);
        return true;
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    private static int FirstMonth(DateOnly day) => ((day.Month - 1) / 3 * 3) + 1;

    private static int FinancialYear(DateOnly day) => day.Month >= 4 ? day.Year : day.Year - 1;

    private static DateOnly EndOfMonth(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
