using System.Diagnostics.CodeAnalysis;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>
/// Reads a query's parameters against a dataset. An unknown parameter is an error too: nothing is ignored in silence. The names of
/// parameters are case-sensitive. The codes and words in their values are read in any case.
/// </summary>
public sealed class QueryParser
{
    private readonly Dataset dataset;
    private readonly string release;
    private readonly QueryFaults faults = new();

    private QueryParser(Dataset dataset, string release) => (this.dataset, this.release) = (dataset, release);

    /// <summary>Reads name and value pairs. A parser reads one query, because it keeps the faults.</summary>
    /// <param name="release">The release that is queried: a cursor of another is refused.</param>
    public static bool TryParse(
        IEnumerable<KeyValuePair<string, string>> parameters,
        Dataset dataset,
        string release,
        [NotNullWhen(true)] out FigureQuery? query,
        [NotNullWhen(false)] out QueryFaults? faults
    )
    {
        var parser = new QueryParser(dataset, release);
        var read = parser.Read(parser.Given(parameters));
        (query, faults) = parser.faults.Listed.Count == 0 ? (read, null) : ((FigureQuery?)null, parser.faults);
        return query is not null;
    }

    /// <summary>Every parameter that a query of this dataset may have.</summary>
    public static IReadOnlyList<string> ParametersOf(Dataset dataset) =>
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

    private FigureQuery Read(Dictionary<string, string> given)
    {
        var by = given.GetValueOrDefault("by");
        var frequency = given.GetValueOrDefault("frequency");
        var period = given.GetValueOrDefault("period");
        IReadOnlyList<int>?[] codes =
        [
            .. dataset.Dimensions.Select(dimension => Codes(dimension, given.GetValueOrDefault(dimension.Name))),
        ];
        new ParentReader(dataset).Read(ParameterWords.Of("parent", given.GetValueOrDefault("parent"), faults), codes, faults);
        var pages = new PageParameters(dataset, release, faults);
        return new(codes)
        {
            Measures = Measures(given.GetValueOrDefault("measure")),
            Ranges = new PeriodParameter(faults).Read(period, out var last),
            LastPeriods = last,
            Frequency = ReadFrequency(frequency),
            GroupBy = By(by),
            Sort = pages.Sort(given.GetValueOrDefault("sort")),
            Limit = pages.Limit(given.GetValueOrDefault("limit")),
            Offset = pages.Offset(given.GetValueOrDefault("cursor")),
            SumAskedBy = (by, frequency) switch
            {
                (not null, _) => new("by", by),
                (_, not null) => new("frequency", frequency),
                _ => null,
            },
            PeriodText = period,
        };
    }

    private Dictionary<string, string> Given(IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var known = ParametersOf(dataset);
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            if (name == "parent" && !ParentReader.IsOffered(dataset))
            {
                var reason = new Reason($"The codes of {dataset.Name} have no codes below them.", "Leave parent out.");
                faults.Add(() => ParameterFault.Of(name, value, reason));
            }
            else if (!known.Contains(name))
            {
                faults.Add(() => ParameterFault.NotAllowed(name, name, "a parameter here", known.Concat(["asOf", "release"])));
            }
            else if (value.Length == 0)
            {
                var reason = new Reason($"The parameter {name} is empty.", "Give it a value or leave it out.");
                faults.Add(() => ParameterFault.Of(name, value, reason));
            }
            else if (!given.TryAdd(name, value))
            {
                var cure = $"Write its values with commas between: {name}={QueryLimits.Echo($"{given[name]},{value}")}.";
                faults.Add(() => ParameterFault.Of(name, value, new($"The parameter {name} is given twice.", cure)));
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
                faults.Add(() => ParameterFault.NotAllowed(parameter, word, what, allowed));
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
            var allowed = Frequencies.Words.Where(word => word != "interval");
            faults.Add(() => ParameterFault.NotAllowed("frequency", text, "a frequency", allowed));
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
            var reason = new Reason(
                "\"total\" cannot be combined with other words: it sums all that is selected into one figure.",
                $"Write by=total, or leave total out: by={others}."
            );
            faults.Add(() => ParameterFault.Of("by", text, reason, [DimensionGrouping.Total, others], others));
        }

        string[] allowed = [.. dataset.Dimensions.Select(dimension => dimension.Name), "period", "measure"];
        foreach (var word in kept.Where(word => !allowed.Contains(word)))
        {
            faults.Add(() => ParameterFault.NotAllowed("by", word, "something to keep", allowed.Append(DimensionGrouping.Total)));
        }

        return [.. kept];
    }
}
