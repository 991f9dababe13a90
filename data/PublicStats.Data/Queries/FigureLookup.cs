using System.Diagnostics.CodeAnalysis;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>A figure found by its key.</summary>
/// <param name="RequestedKey">The requested key; it may name the figure in another way than <see cref="FigureRow.Key"/>.</param>
public sealed record FoundFigure(Dataset Dataset, FigureTable Table, int Row, string RequestedKey)
{
    /// <summary>The figure.</summary>
    public FigureRow Figure => Table[Row];
}

/// <summary>Finds one figure by its key: as it is, as a sum that may be made, or as the one statement that covers it.</summary>
public static class FigureLookup
{
    private static readonly string[] PeriodExamples = ["2025", "2025-07", "2025-Q3", "2025-W28", "2025-07-16", "2024-07-05--2024-07-22"];

    /// <summary>The figure of a key such as <c>crossings/people/2025</c>; null when there is none.</summary>
    public static FoundFigure? Find(Publication publication, string key) => TryFind(publication, key, out var found, out _) ? found : null;

    /// <summary>Finds the figure of a key such as <c>crossings/people/2025</c>. False, with the reason, when there is none.</summary>
    public static bool TryFind(
        Publication publication,
        string key,
        [NotNullWhen(true)] out FoundFigure? found,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        found = null;
        var named = FigureKey.DatasetOf(key);
        if (publication.Find(named) is not { } dataset)
        {
            fault = ParameterFault.NotAllowed("dataset", named, "a dataset", publication.Datasets.Select(known => known.Name));
            return false;
        }

        if (!FigureKey.TryParse(key, out var parts) || parts.Codes.Count != dataset.Dimensions.Count)
        {
            var form = FormOf(dataset).ToString();
            fault = ParameterFault.Of("key", key, new($"A key of {dataset.Title} has the form {form}.", ""), [form]);
            return false;
        }

        return TryFind(dataset, parts, out found, out fault);
    }

    /// <summary>How a key of a dataset is written, with the names of its parts in braces.</summary>
    public static FigureKey FormOf(Dataset dataset) =>
        new(dataset.Name, "{measure}", [.. dataset.Dimensions.Select(dimension => $"{{{dimension.Name}}}")], "{period}");

    private static bool TryFind(
        Dataset dataset,
        FigureKey key,
        [NotNullWhen(true)] out FoundFigure? found,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        found = null;
        var (_, measureName, codeNames, periodCode) = key;
        var measure = dataset.MeasureIndex(measureName);
        if (measure < 0)
        {
            var names = dataset.Measures.Select(known => known.Name);
            fault = ParameterFault.NotAllowed("measure", measureName, $"a measure of {dataset.Name}", names);
            return false;
        }

        var codes = new IReadOnlyList<int>?[codeNames.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            if (!TryCodes(dataset.Dimensions[i], codeNames[i], out codes[i], out fault))
            {
                return false;
            }
        }

        if (!Period.TryParse(periodCode, out var period))
        {
            fault = ParameterFault.Of("period", periodCode, Period.Reason(periodCode)!.Value, PeriodExamples);
            return false;
        }

        var requested = new RequestedFigure(dataset, measure, codes, period, key);
        if (
            codes.All(code => code is { Count: 1 })
            && dataset.Figures.Find([.. codes.Select(code => code![0])], measure, period) is var row
            && row >= 0
        )
        {
            (found, fault) = (requested.At(dataset.Figures, row), null);
            return true;
        }

        return dataset.Measures[measure].Additivity != Additivity.None
            ? TrySum(requested, out found, out fault)
            : TryCovering(requested, out found, out fault);
    }

    private static bool TryCodes(Dimension dimension, string text, out IReadOnlyList<int>? codes, [NotNullWhen(false)] out Fault? fault)
    {
        (codes, fault) = (null, null);
        if (text == DimensionGrouping.Total)
        {
            return true;
        }

        var found = new SortedSet<int>();
        foreach (var name in text.Split('+'))
        {
            if (dimension.IndexOf(name) is var at && at < 0)
            {
                fault = ParameterFault.NotAllowed(
                    dimension.Name,
                    name,
                    $"a code of {dimension.Name}",
                    dimension.Codes.Select(code => code.Name).Append(DimensionGrouping.Total)
                );
                return false;
            }

            found.Add(at);
        }

        codes = [.. found];
        return true;
    }

    private static bool TrySum(RequestedFigure requested, [NotNullWhen(true)] out FoundFigure? found, [NotNullWhen(false)] out Fault? fault)
    {
        // A period that figures have themselves is not summed over time. Any other is a sum of exactly its days.
        var (dataset, _, _, period, key) = requested;
        var isOwn = dataset.Figures.Periods.Contains(period);
        HashSet<string> kept = isOwn ? ["period"] : [];
        var query = new FigureQuery(requested.Codes)
        {
            Measures = [requested.Measure],
            Ranges = [new(period.First, period.Last)],
            GroupBy = kept,
            Limit = 1,
            Periods = isOwn ? new HashSet<Period> { period } : null,
            SumAskedBy = Summed(dataset, key),
            PeriodText = period.Code,
        };
        found = null;
        if (!new Aggregation(dataset, query, isOwn ? null : period).TrySum(out var sums, out fault))
        {
            return false;
        }

        (found, fault) = sums.Count == 1 ? (requested.At(sums, 0), null) : ((FoundFigure?)null, None(dataset, period));
        return found is not null;
    }

    // The part of a key that asks for a sum: a dimension's total, codes with + between, or else the period.
    private static QueryPart Summed(Dataset dataset, FigureKey key)
    {
        for (var dimension = 0; dimension < dataset.Dimensions.Count; dimension++)
        {
            // The reserved code total, and codes joined with a plus sign, are no codes of the dimension itself.
            var code = key.Codes[dimension];
            var at = dataset.Dimensions[dimension].IndexOf(code);
            if (at < 0 || !dataset.Figures.HasCode(dimension, at))
            {
                return new(dataset.Dimensions[dimension].Name, code);
            }
        }

        return new("period", key.Period);
    }

    // A publisher names several platforms together: the key of one of them, or of all, finds the statement if there is just one.
    private static bool TryCovering(
        RequestedFigure requested,
        [NotNullWhen(true)] out FoundFigure? found,
        [NotNullWhen(false)] out Fault? fault
    )
    {
        var (dataset, measure, codes, period, key) = requested;
        var table = dataset.Figures;
        var rows = new List<int>();
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row] is var figure && figure.MeasureIndex == measure && figure.Period == period && Covers(dataset, figure, codes))
            {
                rows.Add(row);
            }
        }

        found = rows.Count == 1 ? requested.At(table, rows[0]) : null;
        fault = rows.Count switch
        {
            1 => null,
            0 => None(dataset, period),
            _ => ParameterFault.Of(
                "key",
                key.ToString(),
                new("More than one statement covers this.", "Ask for one of them."),
                [.. rows.Select(row => table[row].Key)],
                table[rows[0]].Key
            ),
        };
        return found is not null;
    }

    private static bool Covers(Dataset dataset, FigureRow figure, IReadOnlyList<int>?[] codes)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var dimension = dataset.Dimensions[i];
            var members = figure.Code(i).Members;
            var requested = codes[i];
            if (
                requested is null
                || requested.All(index =>
                    dimension.Codes[index].Name == "all" || index == figure.CodeIndex(i) || members.Contains(dimension.Codes[index].Name)
                )
            )
            {
                continue;
            }

            return false;
        }

        return true;
    }

    private static Fault None(Dataset dataset, Period period)
    {
        var periods = dataset.Figures.Periods;
        var (first, last) = (periods[0].First, periods.Max(covered => covered.Last));
        var reason = new Reason(
            $"{dataset.Title} has no such figure for {period.Label}.",
            $"Its figures run from {first:yyyy-MM-dd} to {last:yyyy-MM-dd}."
        );
        return ParameterFault.Of("period", period.Code, reason);
    }

    // What a key asks for, with every part found.
    private sealed record RequestedFigure(Dataset Dataset, int Measure, IReadOnlyList<int>?[] Codes, Period Period, FigureKey Key)
    {
        public FoundFigure At(FigureTable table, int row) => new(Dataset, table, row, Key.ToString());
    }
}
