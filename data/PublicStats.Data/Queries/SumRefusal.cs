using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>The sums that no dataset's figures can make true, whatever their values: refused before anything is added.</summary>
internal static class SumRefusal
{
    /// <summary>Why a question that sums is refused as a whole; null when it is not.</summary>
    public static Fault? Of(Dataset dataset, FigureQuery query) =>
        OfMeasures(dataset, query) ?? OfFrequency(dataset, query) ?? OfPeriods(dataset, query);

    /// <summary>A fault that names what the caller wrote to ask for the sum.</summary>
    public static Fault Of(FigureQuery query, Reason reason)
    {
        var (name, value) =
            query.SumAskedBy
            ?? (
                query.GroupBy is null
                    ? new QueryPart("frequency", query.Frequency!.Value.Word())
                    : new(
                        "by",
                        query.GroupBy.Count == 0 ? DimensionGrouping.Total : string.Join(',', query.GroupBy.Order(StringComparer.Ordinal))
                    )
            );
        return ParameterFault.Of(name, value, reason);
    }

    private static Fault? OfMeasures(Dataset dataset, FigureQuery query)
    {
        foreach (var measure in query.Measures ?? [.. Enumerable.Range(0, dataset.Measures.Count)])
        {
            var asked = dataset.Measures[measure];
            if (asked.Additivity == Additivity.None)
            {
                return Of(
                    query,
                    new(
                        $"The figures of \"{asked.Label}\" in {dataset.Name} may not be added up: they are statements or shares that "
                            + "overlap, with bounds of their own, and a sum would say what nobody has published.",
                        Cure(dataset, query)
                    )
                );
            }

            if ((asked.Additivity == Additivity.Dimensions || dataset.About.Structure.Frequency is null) && query.SumsOverTime)
            {
                var reason = new Reason(
                    $"The figures of \"{asked.Label}\" in {dataset.Name} may not be added over time.",
                    "Keep the period: by=period, without frequency."
                );
                return query.Frequency is { } frequency ? ParameterFault.Of("frequency", frequency.Word(), reason) : Of(query, reason);
            }
        }

        return null;
    }

    private static string Cure(Dataset dataset, FigureQuery query)
    {
        string[] addable = [.. dataset.Measures.Where(measure => measure.Additivity != Additivity.None).Select(measure => measure.Name)];
        if (
            query.SumAskedBy is { } part
            && dataset.Dimensions.FirstOrDefault(dimension => dimension.Name == part.Name) is { } regions
            && regions.IndexOf(part.Value) is var code
            && code >= 0
        )
        {
            return $"{part.Value} has no figures of its own. Ask for the codes below it: parent={part.Value}.";
        }

        return query.Measures is null && addable.Length > 0
            ? $"Ask for the measures that may be added: measure={string.Join(',', addable)}."
            : "Ask without by and frequency for the figures as they were published.";
    }

    private static Fault? OfFrequency(Dataset dataset, FigureQuery query)
    {
        if (query.Frequency is not { } target || dataset.About.Structure.Frequency is not { } own || own.CanRollUpTo(target))
        {
            return null;
        }

        string[] possible =
        [
            .. Enum.GetValues<Frequency>()
                .Where(frequency => own.CanRollUpTo(frequency) && frequency != Frequency.Interval)
                .Select(frequency => frequency.Word()),
        ];
        var reason =
            target < own ? $"a {own.Word()} cannot be split into parts" : $"a {own.Word()} does not always lie in one {target.Word()}";
        return ParameterFault.Of("frequency", target.Word(), new($"{dataset.Title} is by {own.Word()}, and {reason}.", ""), possible);
    }

    private static Fault? OfPeriods(Dataset dataset, FigureQuery query)
    {
        if (!query.SumsOverTime || PeriodCut.Find(dataset.Figures, query.Ranges) is not { } cut)
        {
            return null;
        }

        var nearest = query.LastPeriods is { } last ? $"{cut.Nearest},last-{last}" : cut.Nearest;
        var text = query.PeriodText ?? string.Join(',', query.Ranges.Select(range => Period.Spanning(range.First, range.Last).Code));
        return ParameterFault.Of(
            "period",
            text,
            new(
                $"{dataset.Title} is by {cut.Period.Frequency.Word()}, and \"{QueryLimits.Echo(text)}\" would cut the figure of "
                    + $"{cut.Period.Code} ({cut.Period.Label}) in two.",
                $"The nearest period that cuts none is \"{nearest}\"."
            ),
            [nearest],
            nearest
        );
    }
}
