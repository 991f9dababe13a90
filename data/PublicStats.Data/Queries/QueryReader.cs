using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>
/// Reads a question's parameters against a dataset. An unknown parameter is an error too: nothing is ignored in silence. The names of
/// parameters are case-sensitive. The codes and words in their values are read in any case.
/// </summary>
public sealed class QueryReader(Dataset dataset, string release)
{
    private readonly QueryFaults faults = new();
    private readonly ParentReader parents = new(dataset);

    /// <summary>Every parameter a question to this dataset may have.</summary>
    public IReadOnlyList<string> Parameters { get; } =
    [
        .. dataset.Dimensions.Select(dimension => dimension.Name),
        .. ParentReader.IsOffered(dataset) ? (string[])["parent"] : [],
        "measure",
        "period",
        "frequency",
        "by",
        "sort",
        "limit",
        "cursor",
    ];

    /// <summary>How many faults were found beyond those listed.</summary>
    public int FaultsNotListed => faults.NotListed;

    /// <summary>Reads name and value pairs.</summary>
    /// <returns>The question; null when there are faults.</returns>
    public FigureQuery? Read(IEnumerable<KeyValuePair<string, string>> parameters, out IReadOnlyList<QueryFault> found)
    {
        var given = Given(parameters);
        var by = given.GetValueOrDefault("by");
        var frequency = given.GetValueOrDefault("frequency");
        var period = given.GetValueOrDefault("period");
        IReadOnlyList<int>?[] codes =
        [
            .. dataset.Dimensions.Select(dimension => Codes(dimension, given.GetValueOrDefault(dimension.Name))),
        ];
        parents.Read(ParameterWords.Of("parent", given.GetValueOrDefault("parent"), faults), codes, faults);
        var pages = new PageParameters(dataset, release, faults);
        var query = new FigureQuery(
            codes,
            Measures(given.GetValueOrDefault("measure")),
            new PeriodParameter(faults).Read(period, out var last),
            last,
            ReadFrequency(frequency),
            By(by),
            pages.Sort(given.GetValueOrDefault("sort")),
            pages.Limit(given.GetValueOrDefault("limit")),
            pages.Offset(given.GetValueOrDefault("cursor"))
        )
        {
            SumAskedBy =
                by is not null ? new("by", by)
                : frequency is not null ? new("frequency", frequency)
                : null,
            PeriodText = period,
        };
        found = faults.Listed;
        return found.Count == 0 ? query : null;
    }

    private Dictionary<string, string> Given(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            if (name == "parent" && !ParentReader.IsOffered(dataset))
            {
                faults.Add(() => new(name, value, $"The codes of {dataset.Name} have no codes below them. Leave parent out.", [], null));
            }
            else if (!Parameters.Contains(name))
            {
                faults.Add(() => QueryFault.NotAllowed(name, name, "a parameter here", Parameters.Concat(["asOf", "release"])));
            }
            else if (value.Length == 0)
            {
                faults.Add(() => new(name, value, $"The parameter {name} is empty. Give it a value or leave it out.", [], null));
            }
            else if (!given.TryAdd(name, value))
            {
                faults.Add(() =>
                    new(
                        name,
                        value,
                        $"The parameter {name} is given twice. Write its values with commas between: "
                            + $"{name}={QueryLimits.Echo($"{given[name]},{value}")}.",
                        [],
                        null
                    )
                );
            }
        }

        return given;
    }

    private int[]? Codes(Dimension dimension, string? text) =>
        text is null
            ? null
            : Positions(dimension.Name, text, dimension.IndexOf, $"a code of {dimension.Name}", dimension.Codes.Select(code => code.Name));

    private int[]? Measures(string? text) =>
        text is null
            ? null
            : Positions(
                "measure",
                text,
                dataset.MeasureIndex,
                $"a measure of {dataset.Name}",
                dataset.Measures.Select(measure => measure.Name)
            );

    private int[] Positions(string parameter, string text, Func<string, int> position, string what, IEnumerable<string> allowed)
    {
        var positions = new SortedSet<int>();
        foreach (var word in ParameterWords.Of(parameter, text, faults))
        {
            var at = position(word.ToLowerInvariant());
            if (at < 0)
            {
                faults.Add(() => QueryFault.NotAllowed(parameter, word, what, allowed));
            }
            else
            {
                positions.Add(at);
            }
        }

        return [.. positions];
    }

    private Frequency? ReadFrequency(string? text)
    {
        if (text is null)
        {
            return null;
        }

        if (!Frequencies.TryParse(text.ToLowerInvariant(), out var frequency) || frequency == Frequency.Interval)
        {
            faults.Add(() => QueryFault.NotAllowed("frequency", text, "a frequency", Frequencies.Words.Where(word => word != "interval")));
            return null;
        }

        return frequency == dataset.About.Structure.Frequency ? null : frequency;
    }

    private HashSet<string>? By(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var words = ParameterWords.Of("by", text.ToLowerInvariant(), faults);
        string[] kept = [.. words.Where(word => word != DimensionGrouping.Total)];
        if (kept.Length > 0 && kept.Length < words.Length)
        {
            var others = QueryLimits.Echo(string.Join(',', kept));
            var reason =
                "\"total\" cannot be combined with other words: it sums all that is selected into one figure. "
                + $"Write by=total, or leave total out: by={others}.";
            faults.Add(() => new("by", text, reason, [DimensionGrouping.Total, others], others));
        }

        string[] allowed = [.. dataset.Dimensions.Select(dimension => dimension.Name), "period", "measure"];
        foreach (var word in kept.Where(word => !allowed.Contains(word)))
        {
            faults.Add(() => QueryFault.NotAllowed("by", word, "something to keep", allowed.Append(DimensionGrouping.Total)));
        }

        return [.. kept];
    }
}
