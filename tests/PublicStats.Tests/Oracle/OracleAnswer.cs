namespace PublicStats.Tests.Oracle;

/// <summary>What a question's answer must be, worked out by the plainest means: every figure is looked at for every row.</summary>
/// <param name="Refusal">Why it must be refused; null when it must be answered.</param>
/// <param name="Total">How many figures answer it in all.</param>
/// <param name="Figures">The first of them, as many as the question's limit.</param>
internal sealed record OracleAnswer(string? Refusal, int Total, IReadOnlyList<OracleFigure> Figures)
{
    private static readonly string[] Absent = ["c", "x", "z", "low"];

    /// <summary>Answers a question.</summary>
    public static OracleAnswer To(OracleQuestion question)
    {
        var dataset = question.Dataset;
        var codes = (string[]?[])question.Codes.Clone();
        if (question.IsMistaken || question.Last.Length > 1)
        {
            return Refused("a mistake in a parameter");
        }

        foreach (var (dimension, parent) in question.Parents)
        {
            string[] children = [.. dataset.Codes[dimension].Where(code => code.Parent == parent).Select(code => code.Name)];
            if (codes[dimension] is not null || children.Length == 0)
            {
                return Refused("a parent beside its dimension, or without children");
            }

            codes[dimension] = children;
        }

        var frequency = question.Frequency == dataset.Frequency ? null : question.Frequency;
        var by = question.By;
        var rowsOf = new Dictionary<(int, string), List<string>>();
        List<string> RowsOf(int dimension, string code) =>
            rowsOf.TryGetValue((dimension, code), out var known)
                ? known
                : rowsOf[(dimension, code)] = Rows(dataset, dimension, codes[dimension], code);
        if (
            by is null
            && frequency is null
            && codes.Where((asked, dimension) => asked?.Any(code => IsSummed(dataset, dimension, code)) == true).Any()
        )
        {
            by = [.. dataset.Dimensions, "period"];
        }

        var sums = by is not null || frequency is not null;
        var keepsPeriod = by is null || by.Contains("period") || frequency is not null;
        if (sums && Impossible(question, frequency, keepsPeriod) is { } impossible)
        {
            return Refused(impossible);
        }

        var union = Union(question.Ranges);
        Func<OraclePeriod, bool> wanted = period =>
            union.Count == 0 || union.Any(range => range.First <= period.First && period.Last <= range.Last);
        var selected = dataset
            .Figures.Where(figure =>
                (question.Measures is null || question.Measures.Contains(figure.Measure))
                && wanted(figure.Period)
                && figure.Codes.Select((code, dimension) => RowsOf(dimension, code).Count > 0).All(isWanted => isWanted)
            )
            .ToList();
        if (question.Last is [var count] && sums && !keepsPeriod)
        {
            selected = LastPeriods(selected, count);
            var last = selected.Select(figure => figure.Period).ToHashSet();
            wanted = last.Contains;
        }

        var rows = selected;
        if (sums)
        {
            var sum = new OracleSum(dataset, codes, by, frequency, keepsPeriod, selected, RowsOf);
            rows = sum.Rows(wanted, out var refusal);
            if (refusal is not null)
            {
                return Refused(refusal);
            }
        }

        rows = Ordered(dataset, rows, []);
        rows = question.Last is [var latest] && (!sums || keepsPeriod) ? LastPeriods(rows, latest) : rows;
        return new(null, rows.Count, [.. Ordered(dataset, rows, question.Sort).Take(question.Limit)]);
    }

    /// <summary>Adjoining and overlapping ranges as one.</summary>
    public static List<OraclePeriod> Union(IEnumerable<OraclePeriod> ranges)
    {
        var union = new List<OraclePeriod>();
        foreach (var range in ranges.OrderBy(range => range.First))
        {
            if (union.Count > 0 && (union[^1].Last == DateOnly.MaxValue || range.First <= union[^1].Last.AddDays(1)))
            {
                union[^1] = union[^1] with { Last = range.Last > union[^1].Last ? range.Last : union[^1].Last };
            }
            else
            {
                union.Add(range);
            }
        }

        return union;
    }

    public static bool IsAbsent(IEnumerable<string> status) => status.Any(Absent.Contains);

    private static OracleAnswer Refused(string why) => new(why, 0, []);

    private static string? Impossible(OracleQuestion question, string? frequency, bool keepsPeriod)
    {
        var dataset = question.Dataset;
        var overTime = !keepsPeriod || frequency is not null;
        foreach (var measure in question.Measures ?? dataset.Measures)
        {
            var additivity = dataset.Additivity[Array.IndexOf(dataset.Measures, measure)];
            if (additivity == "none" || (overTime && (additivity == "dimensions" || dataset.Frequency is null)))
            {
                return $"{measure} may not be added";
            }
        }

        string[] coarser = dataset.Frequency switch
        {
            "day" => ["week", "month", "quarter", "year", "financial-year"],
            "month" => ["quarter", "year", "financial-year"],
            "quarter" => ["year", "financial-year"],
            _ => [],
        };
        return frequency is not null && dataset.Frequency is not null && !coarser.Contains(frequency) ? "periods do not lie in one another"
            : overTime && Union(question.Ranges).Any(range => dataset.Periods.Any(period => Cuts(range, period))) ? "a period is cut"
            : null;
    }

    private static bool Cuts(OraclePeriod range, OraclePeriod period) =>
        range.First <= period.Last && period.First <= range.Last && !(range.First <= period.First && period.Last <= range.Last);

    private static bool IsSummed(OracleDataset dataset, int dimension, string code) =>
        !dataset.Present[dimension].Contains(code) && dataset.Present[dimension].Any(other => IsAbove(dataset, dimension, code, other));

    public static bool IsAbove(OracleDataset dataset, int dimension, string above, string below)
    {
        for (var at = Parent(below); at.Length > 0; at = Parent(at))
        {
            if (at == above)
            {
                return true;
            }
        }

        return false;

        string Parent(string code) => dataset.Parents[dimension][code];
    }

    // The codes of the answer that a figure's code belongs to.
    private static List<string> Rows(OracleDataset dataset, int dimension, string[]? asked, string code) =>
        asked is null
            ? [code]
            :
            [
                .. asked.Contains(code) || dataset.Codes[dimension].First(other => other.Name == code).Members.Any(asked.Contains)
                    ? new[] { code }
                    : [],
                .. asked.Where(other => !dataset.Present[dimension].Contains(other) && IsAbove(dataset, dimension, other, code)),
            ];

    private static List<OracleFigure> LastPeriods(List<OracleFigure> figures, int count)
    {
        var last = figures.Select(figure => figure.Period).Distinct().OrderDescending().Take(count).ToHashSet();
        return [.. figures.Where(figure => last.Contains(figure.Period))];
    }

    private static List<OracleFigure> Ordered(
        OracleDataset dataset,
        IEnumerable<OracleFigure> figures,
        (string Name, bool Descending)[] sort
    )
    {
        IOrderedEnumerable<OracleFigure> ordered = figures.OrderBy(_ => 0);
        foreach (var (name, descending) in sort)
        {
            ordered = name switch
            {
                // Whatever has no value comes last either way.
                "value" when descending => ordered.ThenBy(figure => figure.Value is null).ThenByDescending(figure => figure.Value),
                "value" => ordered.ThenBy(figure => figure.Value is null).ThenBy(figure => figure.Value),
                "period" => descending ? ordered.ThenByDescending(figure => figure.Period) : ordered.ThenBy(figure => figure.Period),
                "measure" => Sorted(ordered, figure => Array.IndexOf(dataset.Measures, figure.Measure), descending),
                _ => Sorted(ordered, figure => Place(dataset, Array.IndexOf(dataset.Dimensions, name), figure), descending),
            };
        }

        ordered = ordered.ThenBy(figure => figure.Period);
        for (var dimension = 0; dimension < dataset.Dimensions.Length; dimension++)
        {
            var at = dimension;
            ordered = ordered.ThenBy(figure => Place(dataset, at, figure));
        }

        return [.. ordered.ThenBy(figure => Array.IndexOf(dataset.Measures, figure.Measure))];
    }

    private static IOrderedEnumerable<OracleFigure> Sorted(
        IOrderedEnumerable<OracleFigure> figures,
        Func<OracleFigure, int> place,
        bool descending
    ) => descending ? figures.ThenByDescending(place) : figures.ThenBy(place);

    private static int Place(OracleDataset dataset, int dimension, OracleFigure figure) =>
        dataset.Places[dimension].GetValueOrDefault(figure.Codes[dimension], -1);
}
