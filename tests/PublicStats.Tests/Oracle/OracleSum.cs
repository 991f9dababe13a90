namespace PublicStats.Tests.Oracle;

/// <summary>Adds figures up with decimals and dictionaries.</summary>
/// <param name="rowsOf">The codes of the answer that a code belongs to, by dimension.</param>
internal sealed class OracleSum(
    OracleDataset dataset,
    string[]?[] codes,
    string[]? by,
    string? frequency,
    bool keepsPeriod,
    List<OracleFigure> selected,
    Func<int, string, List<string>> rowsOf
)
{
    private readonly HashSet<string> series = [.. selected.Select(figure => Series(figure.Codes, figure.Measure))];

    // Figures of one series belong to the same rows.
    private readonly Dictionary<string, List<string[]>> targetsOf = [];

    /// <summary>The sums; none, with the reason, when none of them can be made.</summary>
    /// <param name="wanted">The periods that the question's words select, with figures or without.</param>
    public List<OracleFigure> Rows(Func<OraclePeriod, bool> wanted, out string? refusal)
    {
        var sums = new List<OracleFigure>();
        var impossible = 0;
        refusal = null;
        var cells = selected
            .SelectMany(figure => Targets(figure).Select(row => (Row: row, Figure: figure)))
            .GroupBy(part => (Codes: string.Join('/', part.Row), part.Figure.Measure, Target: Target(part.Figure.Period)?.Code));
        foreach (var cell in cells)
        {
            var (row, figures) = (cell.First().Row, cell.Select(part => part.Figure).ToList());
            var target = Target(figures[0].Period);
            var sum = Sum(row, target, figures, wanted, out var isImpossible);
            impossible += isImpossible ? 1 : 0;
            sums.Add(sum);
        }

        refusal = sums.Count > 0 && impossible == sums.Count ? "no sum can be made" : null;
        return sums;
    }

    private OracleFigure Sum(
        string[] row,
        OraclePeriod? target,
        List<OracleFigure> figures,
        Func<OraclePeriod, bool> wanted,
        out bool isImpossible
    )
    {
        var (first, last) = (figures.Min(figure => figure.Period.First), figures.Max(figure => figure.Period.Last));
        var within = dataset
            .Periods.Where(period => wanted(period) && (target is null || (target.First <= period.First && period.Last <= target.Last)))
            .ToList();
        var (from, to) = (within.Min()!, within.Max()!);
        // A period left out between others: the days asked for have no name.
        var isApart =
            !(keepsPeriod && frequency is null)
            && dataset.Periods.Any(period => period.CompareTo(from) > 0 && period.CompareTo(to) < 0 && !wanted(period));
        var covered = dataset.IsSparse ? OraclePeriod.Spanning(from.First, to.Last) : OraclePeriod.Spanning(first, last);
        var period = keepsPeriod ? target! : covered;
        isImpossible = isApart;
        if (!isApart && figures is [var only] && only.Codes.SequenceEqual(row) && only.Period.Code == period.Code)
        {
            return only with { Period = period };
        }

        // Without a sparse dataset's rule that nothing there means none, all series must have every day, and the same days.
        var spans = figures.GroupBy(figure => Series(figure.Codes, figure.Measure)).ToList();
        var isUneven =
            !dataset.IsSparse
            && spans.Any(span =>
                span.Min(figure => figure.Period.First) != first
                || span.Max(figure => figure.Period.Last) != last
                || span.Sum(figure => figure.Period.Last.DayNumber - figure.Period.First.DayNumber + 1)
                    != last.DayNumber - first.DayNumber + 1
            );
        var status = figures.SelectMany(figure => figure.Status).ToHashSet();
        string[] bounds =
        [
            .. figures
                .Where(figure => figure.Value is not null)
                .Select(figure => figure.Bound)
                .Where(bound => bound != "exact")
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
        var isConflict = bounds.Length > 1 && bounds is not ["at-least", "over"];
        var isAbsent = OracleAnswer.IsAbsent(status);
        isImpossible = isApart || (isConflict && !isAbsent && !isUneven);
        if (isAbsent || isUneven || isConflict || isApart)
        {
            return new(period, row, figures[0].Measure, null, "exact", new HashSet<string> { status.Contains("c") ? "c" : "x" });
        }

        return new(
            period,
            row,
            figures[0].Measure,
            figures.Sum(figure => figure.Value!.Value),
            bounds.Length == 0 ? "exact" : bounds[^1],
            status
        );
    }

    private OraclePeriod? Target(OraclePeriod period) =>
        !keepsPeriod ? null
        : frequency is null ? period
        : OraclePeriod.Of(frequency, period.First);

    private List<string[]> Targets(OracleFigure figure)
    {
        var series = Series(figure.Codes, figure.Measure);
        return targetsOf.TryGetValue(series, out var known) ? known : targetsOf[series] = [.. TargetsOf(figure)];
    }

    private IEnumerable<string[]> TargetsOf(OracleFigure figure)
    {
        IEnumerable<string[]> rows =
        [
            [],
        ];
        for (var dimension = 0; dimension < dataset.Dimensions.Length; dimension++)
        {
            var (at, isSummed) = (dimension, by is not null && !by.Contains(dataset.Dimensions[dimension]));
            string[] targets = isSummed ? [Together(at)] : [.. rowsOf(at, figure.Codes[at])];
            targets = [.. targets.Where(target => !IsInCountedTotal(figure, at, target, isSummed))];
            rows = [.. rows.SelectMany(row => targets.Select(target => row.Append(target).ToArray()))];
        }

        return rows;
    }

    private string Together(int dimension) =>
        codes[dimension] is not { } asked
            ? "total"
            : string.Join('+', dataset.Codes[dimension].Where(code => asked.Contains(code.Name)).Select(code => code.Name));

    // A total is never added to its parts.
    private bool IsInCountedTotal(OracleFigure figure, int dimension, string target, bool isSummed) =>
        (isSummed || target != figure.Codes[dimension])
        && dataset
            .Codes[dimension]
            .Any(code =>
                OracleAnswer.IsAbove(dataset, dimension, code.Name, figure.Codes[dimension])
                && (isSummed || OracleAnswer.IsAbove(dataset, dimension, target, code.Name))
                && series.Contains(Series([.. figure.Codes.Select((own, at) => at == dimension ? code.Name : own)], figure.Measure))
            );

    private static string Series(string[] codes, string measure) => string.Join('/', codes) + "/" + measure;
}
