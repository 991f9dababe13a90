using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>A figure found by its key.</summary>
/// <param name="RequestedKey">The key as it was asked; it may name the figure in another way than <see cref="FigureRow.Key"/>.</param>
public sealed record FoundFigure(Dataset Dataset, FigureTable Table, int Row, string RequestedKey)
{
    /// <summary>The figure.</summary>
    public FigureRow Figure => Table[Row];
}

/// <summary>Finds one figure by its key: as it stands, as a sum that may be made, or as the one statement that covers it.</summary>
public static class FigureLookup
{
    /// <summary>Finds the figure of a key such as <c>crossings/people/2025</c>.</summary>
    /// <returns>Null, with the reason, when there is none.</returns>
    public static FoundFigure? Find(Publication publication, string key, out QueryFault? fault)
    {
        var named = FigureKey.DatasetOf(key);
        if (publication.Find(named) is not { } dataset)
        {
            fault = QueryFault.NotAllowed("dataset", named, "a dataset", publication.Datasets.Select(otherDataset => otherDataset.Name));
            return null;
        }

        if (!FigureKey.TryParse(key, out var parts) || parts.Codes.Count != dataset.Dimensions.Count)
        {
            var form = FormOf(dataset).ToString();
            fault = new("key", key, $"A key of {dataset.Title} has the form {form}.", [form], null);
            return null;
        }

        return Find(dataset, parts, out fault);
    }

    /// <summary>How a key of a dataset is written, with the names of its parts in braces.</summary>
    public static FigureKey FormOf(Dataset dataset) =>
        new(dataset.Name, "{measure}", [.. dataset.Dimensions.Select(dimension => $"{{{dimension.Name}}}")], "{period}");

    private static FoundFigure? Find(Dataset dataset, FigureKey key, out QueryFault? fault)
    {
        var (_, measureName, codeNames, periodCode) = key;
        var measure = dataset.MeasureIndex(measureName);
        if (measure < 0)
        {
            fault = QueryFault.NotAllowed(
                "measure",
                measureName,
                $"a measure of {dataset.Name}",
                dataset.Measures.Select(otherMeasure => otherMeasure.Name)
            );
            return null;
        }

        var codes = new IReadOnlyList<int>?[codeNames.Count];
        for (var i = 0; i < codes.Length; i++)
        {
            if (!TryCodes(dataset.Dimensions[i], codeNames[i], out codes[i], out fault))
            {
                return null;
            }
        }

        if (!Period.TryParse(periodCode, out var period))
        {
            fault = new(
                "period",
                periodCode,
                Period.Reason(periodCode)!,
                ["2025", "2025-07", "2025-Q3", "2025-W28", "2025-07-16", "2024-07-05--2024-07-22"],
                null
            );
            return null;
        }

        fault = null;
        if (
            codes.All(code => code is { Count: 1 })
            && dataset.Figures.Find([.. codes.Select(code => code![0])], measure, period) is var row
            && row >= 0
        )
        {
            return new(dataset, dataset.Figures, row, key.ToString());
        }

        return dataset.Measures[measure].Additivity != Additivity.None
            ? Sum(dataset, measure, codes, period, key, out fault)
            : Covering(dataset, measure, codes, period, key, out fault);
    }

    private static bool TryCodes(Dimension dimension, string text, out IReadOnlyList<int>? codes, out QueryFault? fault)
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
                fault = QueryFault.NotAllowed(
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

    private static FoundFigure? Sum(
        Dataset dataset,
        int measure,
        IReadOnlyList<int>?[] codes,
        Period period,
        FigureKey key,
        out QueryFault? fault
    )
    {
        // A period that figures have themselves is not summed over time. Any other is a sum of exactly its days.
        var isOwn = dataset.Figures.Periods.Contains(period);
        HashSet<string> kept = isOwn ? ["period"] : [];
        var query = new FigureQuery(codes, [measure], [new(period.First, period.Last)], null, null, kept, [], 1, 0)
        {
            Periods = isOwn ? new HashSet<Period> { period } : null,
            SumAskedBy = Summed(dataset, key),
            PeriodText = period.Code,
        };
        var sums = new Aggregation(dataset, query, isOwn ? null : period).Sum(out fault);
        if (sums is null)
        {
            return null;
        }

        if (sums.Count == 1)
        {
            return new(dataset, sums, 0, key.ToString());
        }

        fault = None(dataset, period);
        return null;
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
    private static FoundFigure? Covering(
        Dataset dataset,
        int measure,
        IReadOnlyList<int>?[] codes,
        Period period,
        FigureKey key,
        out QueryFault? fault
    )
    {
        var table = dataset.Figures;
        var rows = new List<int>();
        for (var row = 0; row < table.Count; row++)
        {
            if (table[row] is var figure && figure.MeasureIndex == measure && figure.Period == period && Covers(dataset, figure, codes))
            {
                rows.Add(row);
            }
        }

        fault = rows.Count switch
        {
            1 => null,
            0 => None(dataset, period),
            _ => new(
                "key",
                key.ToString(),
                "More than one statement covers this. Ask for one of them.",
                [.. rows.Select(row => table[row].Key)],
                table[rows[0]].Key
            ),
        };
        return rows.Count == 1 ? new(dataset, table, rows[0], key.ToString()) : null;
    }

    private static bool Covers(Dataset dataset, FigureRow figure, IReadOnlyList<int>?[] codes)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var dimension = dataset.Dimensions[i];
            var members = figure.Code(i).Members;
            var asked = codes[i];
            if (
                asked is null
                || asked.All(index =>
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

    private static QueryFault None(Dataset dataset, Period period)
    {
        var periods = dataset.Figures.Periods;
        return new(
            "period",
            period.Code,
            $"{dataset.Title} has no such figure for {period.Label}. Its figures run from {periods[0].First:yyyy-MM-dd} to "
                + $"{periods.Max(covered => covered.Last):yyyy-MM-dd}; /v1/datasets/{dataset.Name}/figures lists them.",
            [],
            null
        );
    }
}
