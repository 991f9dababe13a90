using System.Globalization;
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
    private static readonly string[] PeriodExamples =
    [
        "2024",
        "2024-01..2024-06",
        "2024..",
        "..2024",
        "2024-07-05..2024-07-22",
        "latest",
        "last-12",
    ];

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
        parents.Read(Words("parent", given.GetValueOrDefault("parent")), codes, faults);
        var query = new FigureQuery(
            codes,
            Measures(given.GetValueOrDefault("measure")),
            Ranges(period, out var last),
            last,
            ReadFrequency(frequency),
            By(by),
            Sort(given.GetValueOrDefault("sort")),
            Limit(given.GetValueOrDefault("limit")),
            Offset(given.GetValueOrDefault("cursor"))
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

    // The words of a parameter, each once; none when there are more than are allowed.
    private string[] Words(string parameter, string? text)
    {
        var words = text?.Split(',') ?? [];
        if (words.Length > QueryLimits.Values)
        {
            faults.Add(() =>
                new(
                    parameter,
                    text!,
                    $"The parameter {parameter} has {words.Length} values. At most {QueryLimits.Values} are allowed. "
                        + "Ask in several questions, or leave it out for all.",
                    [$"at most {QueryLimits.Values} values"],
                    null
                )
            );
            return [];
        }

        return [.. words.Distinct(StringComparer.OrdinalIgnoreCase)];
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
        foreach (var word in Words(parameter, text))
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

    private List<PeriodRange> Ranges(string? text, out int? last)
    {
        last = null;
        string? lastWord = null;
        var ranges = new List<PeriodRange>();
        foreach (var word in Words("period", text))
        {
            var isLatest = word.Equals("latest", StringComparison.OrdinalIgnoreCase);
            if (isLatest || word.StartsWith("last-", StringComparison.OrdinalIgnoreCase))
            {
                var number = isLatest ? "1" : word[5..];
                if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or >= 1_000_000)
                {
                    faults.Add(() => new("period", word, $"\"{QueryLimits.Echo(word)}\" does not say how many. Write last-12.", [], null));
                }
                else if (lastWord is { } before)
                {
                    var reason =
                        $"\"{before}\" and \"{word}\" cannot be combined: each says how many periods there are to be. "
                        + "Write one of them.";
                    faults.Add(() => new("period", text!, reason, [before, word], null));
                }

                (last, lastWord) = (count, word);
            }
            else if (Range(word) is { } range)
            {
                ranges.Add(range);
            }
        }

        return ranges;
    }

    private PeriodRange? Range(string word)
    {
        // The letters in the codes of periods are capitals: 2026-W28, 2026-Q3, FY2025-26.
        var code = word.ToUpperInvariant();
        if (PeriodRange.TryParse(code, out var range))
        {
            return range;
        }

        var looksLikeCode = code.StartsWith("FY", StringComparison.Ordinal) || (code.Length > 0 && char.IsAsciiDigit(code[0]));
        faults.Add(() => new("period", word, PeriodRange.Reason(QueryLimits.Echo(looksLikeCode ? code : word))!, PeriodExamples, null));
        return null;
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

        var words = Words("by", text.ToLowerInvariant());
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

    private List<SortKey> Sort(string? text)
    {
        string[] allowed = ["period", "value", "measure", .. dataset.Dimensions.Select(dimension => dimension.Name)];
        var words = text?.ToLowerInvariant().Split(',') ?? [];
        if (words.Length > QueryLimits.SortKeys)
        {
            faults.Add(() =>
                new(
                    "sort",
                    text!,
                    $"There are {words.Length} sort keys. At most {QueryLimits.SortKeys} are allowed.",
                    [$"at most {QueryLimits.SortKeys} keys"],
                    null
                )
            );
            return [];
        }

        string[] either = [.. allowed, .. allowed.Select(key => "-" + key)];
        var keys = new List<SortKey>();
        foreach (var word in words)
        {
            var name = word.StartsWith('-') ? word[1..] : word;
            if (!allowed.Contains(name))
            {
                faults.Add(() => QueryFault.NotAllowed("sort", word, "something to sort by", either));
            }
            else if (keys.Any(key => key.Name == name))
            {
                var reason = $"The sort key {name} is given twice. The first one decides: leave the other out.";
                faults.Add(() => new("sort", text!, reason, [], null));
            }

            keys.Add(new(name, word.StartsWith('-')));
        }

        return keys;
    }

    private int Limit(string? text)
    {
        if (text is null)
        {
            return FigureQuery.DefaultLimit;
        }

        if (
            !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            || limit is < 1 or > FigureQuery.GreatestLimit
        )
        {
            var allowed = $"1 to {FigureQuery.GreatestLimit}";
            var reason = $"\"{QueryLimits.Echo(text)}\" is not a limit. Write a whole number from {allowed}.";
            faults.Add(() => new("limit", text, reason, [allowed], null));
        }

        return limit;
    }

    // A cursor belongs to one release: pages of two releases never mix.
    private int Offset(string? text)
    {
        if (text is null)
        {
            return 0;
        }

        var parts = text.Split('.');
        if (parts.Length == 2 && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            if (parts[0] == release)
            {
                return offset;
            }

            const string Reason = "The cursor is of another release: figures have been published since. Ask again from the first page.";
            faults.Add(() => new("cursor", text, Reason, [], null));
            return 0;
        }

        faults.Add(() => new("cursor", text, "This is not a cursor. Follow the address in next, as it is given.", [], null));
        return 0;
    }
}
