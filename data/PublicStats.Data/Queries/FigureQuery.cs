using PublicStats.Data.Datasets;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>A question to one dataset, with every word checked. A property that is not set selects everything.</summary>
/// <param name="Codes">For each dimension the positions of the codes asked for; null for all.</param>
public sealed record FigureQuery(IReadOnlyList<IReadOnlyList<int>?> Codes)
{
    /// <summary>How many figures an answer holds by default.</summary>
    public const int DefaultLimit = 10_000;

    /// <summary>How many figures an answer may hold.</summary>
    public const int GreatestLimit = 100_000;

    /// <summary>The positions of the measures asked for; null for all.</summary>
    public IReadOnlyList<int>? Measures { get; init; }

    /// <summary>The times asked for; empty for all.</summary>
    public IReadOnlyList<PeriodRange> Ranges { get; init; } = [];

    /// <summary>
    /// Only so many of the latest periods; null for all. Counted after a sum that keeps periods, before one that does not.
    /// </summary>
    public int? LastPeriods { get; init; }

    /// <summary>The kind of period to sum up to; null to leave periods as they are.</summary>
    public Frequency? Frequency { get; init; }

    /// <summary>The dimensions to keep, <c>period</c> among them or not; null when nothing is summed away.</summary>
    public IReadOnlySet<string>? GroupBy { get; init; }

    /// <summary>What to order by, first to last; empty for period, then codes, then measure.</summary>
    public IReadOnlyList<SortKey> Sort { get; init; } = [];

    /// <summary>The most figures to answer with.</summary>
    public int Limit { get; init; } = int.MaxValue;

    /// <summary>How many were answered before.</summary>
    public int Offset { get; init; }

    /// <summary>Exactly these periods of those in <see cref="Ranges"/>; null for all, empty for none.</summary>
    public IReadOnlySet<Period>? Periods { get; init; }

    /// <summary>What the caller wrote to ask for a sum, to be named when there is none; null when no caller wrote it.</summary>
    public QueryPart? SumAskedBy { get; init; }

    /// <summary>What the caller wrote as the period, to be named when it cannot be answered; null when no caller wrote it.</summary>
    public string? PeriodText { get; init; }

    /// <summary>The query for every figure of a dataset.</summary>
    public static FigureQuery Everything(Dataset dataset) => new([.. dataset.Dimensions.Select(_ => (IReadOnlyList<int>?)null)]);

    /// <summary>Whether any figures are to be added up.</summary>
    public bool Sums => GroupBy is not null || Frequency is not null;

    /// <summary>Whether each figure of the answer keeps a period, or all that are selected are summed into one.</summary>
    public bool KeepsPeriod => GroupBy is null || GroupBy.Contains("period") || Frequency is not null;

    /// <summary>Whether figures of several periods are to be added up.</summary>
    public bool SumsOverTime => !KeepsPeriod || Frequency is not null;
}

/// <summary>One thing to order by: <c>period</c>, <c>value</c>, <c>measure</c> or a dimension.</summary>
public sealed record SortKey(string Name, bool Descending);

/// <summary>A parameter, or a part of a key, with the value that the caller gave it.</summary>
public sealed record QueryPart(string Name, string Value);
