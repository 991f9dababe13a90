using System.Globalization;
using PublicStats.Data.Periods;
using PublicStats.Data.Publications;

namespace PublicStats.Data.Queries;

/// <summary>Reads a question's parameters against a dataset. An unknown parameter is an error too: nothing is ignored in silence.</summary>
public sealed class QueryReader(Dataset dataset, string release)
{
    private static readonly string[] Own = ["measure", "period", "frequency", "by", "sort", "limit", "cursor"];

    private readonly List<QueryFault> faults = [];

    /// <summary>Every parameter a question to this dataset may have.</summary>
    public IReadOnlyList<string> Parameters { get; } = [.. dataset.Dimensions.Select(each => each.Name), .. Own];

    /// <summary>Reads name and value pairs.</summary>
    /// <returns>The question; null when there are faults.</returns>
    public FigureQuery? Read(IEnumerable<KeyValuePair<string, string>> parameters, out IReadOnlyList<QueryFault> found)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in parameters)
        {
            if (!Parameters.Contains(name))
            {
                faults.Add(QueryFault.NotAllowed(name, name, "a parameter here", Parameters.Concat(["asOf", "release"])));
            }
            else if (value.Length == 0)
            {
                faults.Add(new(name, value, $"The parameter {name} is empty. Give it a value or leave it out.", [], null));
            }
            else if (!given.TryAdd(name, value))
            {
                faults.Add(new(name, value, $"The parameter {name} stands twice. Write its values with commas between: {name}={given[name]},{value}.", [], null));
            }
        }

        var query = new FigureQuery(
            [.. dataset.Dimensions.Select(each => Codes(each, given.GetValueOrDefault(each.Name)))],
            Measures(given.GetValueOrDefault("measure")),
            Ranges(given.GetValueOrDefault("period"), out var last),
            last,
            ReadFrequency(given.GetValueOrDefault("frequency")),
            By(given.GetValueOrDefault("by")),
            Sort(given.GetValueOrDefault("sort")),
            Limit(given.GetValueOrDefault("limit")),
            Offset(given.GetValueOrDefault("cursor")));
        found = faults;
        return faults.Count == 0 ? query : null;
    }

    private int[]? Codes(Dimension dimension, string? text) =>
        text is null ? null : Positions(dimension.Name, text, dimension.IndexOf, $"a code of {dimension.Name}", dimension.Codes.Select(each => each.Name));

    private int[]? Measures(string? text) =>
        text is null ? null : Positions("measure", text, dataset.MeasureIndex, $"a measure of {dataset.Name}", dataset.Measures.Select(each => each.Name));

    private int[] Positions(string parameter, string text, Func<string, int> position, string what, IEnumerable<string> allowed)
    {
        var positions = new SortedSet<int>();
        foreach (var word in text.Split(','))
        {
            var at = position(word);
            if (at < 0)
            {
                faults.Add(QueryFault.NotAllowed(parameter, word, what, allowed));
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
        var ranges = new List<PeriodRange>();
        foreach (var word in text?.Split(',') ?? [])
        {
            if (word == "latest")
            {
                last = 1;
            }
            else if (word.StartsWith("last-", StringComparison.Ordinal))
            {
                if (int.TryParse(word.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 1_000_000)
                {
                    last = count;
                    continue;
                }

                faults.Add(new("period", word, $"\"{word}\" does not say how many. Write last-12.", [], null));
            }
            else if (PeriodRange.TryParse(word, out var range))
            {
                ranges.Add(range);
            }
            else
            {
                faults.Add(new("period", word, PeriodRange.Reason(word)!, ["2024", "2024-01..2024-06", "2024..", "..2024", "2024-07-05..2024-07-22", "latest", "last-12"], null));
            }
        }

        return ranges;
    }

    private Frequency? ReadFrequency(string? word)
    {
        if (word is null)
        {
            return null;
        }

        if (!Frequencies.TryParse(word, out var frequency) || frequency == Frequency.Interval)
        {
            faults.Add(QueryFault.NotAllowed("frequency", word, "a frequency", Frequencies.Words.Where(each => each != "interval")));
            return null;
        }

        return frequency == dataset.About.Frequency ? null : frequency;
    }

    private HashSet<string>? By(string? text)
    {
        if (text is null or "total")
        {
            return text is null ? null : [];
        }

        string[] allowed = [.. dataset.Dimensions.Select(each => each.Name), "period", "measure", "total"];
        foreach (var word in text.Split(',').Where(each => !allowed.Contains(each) || each == "total"))
        {
            faults.Add(QueryFault.NotAllowed("by", word, "something to keep", allowed));
        }

        return [.. text.Split(',')];
    }

    private List<SortKey> Sort(string? text)
    {
        string[] allowed = ["period", "value", "measure", .. dataset.Dimensions.Select(each => each.Name)];
        var keys = new List<SortKey>();
        foreach (var word in text?.Split(',') ?? [])
        {
            var name = word.StartsWith('-') ? word[1..] : word;
            if (!allowed.Contains(name))
            {
                faults.Add(QueryFault.NotAllowed("sort", word, "something to sort by", [.. allowed, .. allowed.Select(each => "-" + each)]));
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

        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > FigureQuery.GreatestLimit)
        {
            faults.Add(new("limit", text, $"\"{text}\" is not a limit. Write a whole number from 1 to {FigureQuery.GreatestLimit}.", [$"1 to {FigureQuery.GreatestLimit}"], null));
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

            faults.Add(new("cursor", text, "The cursor is of another release: figures have been published since. Ask again from the first page.", [], null));
            return 0;
        }

        faults.Add(new("cursor", text, "This is not a cursor. Follow the address in next, as it is given.", [], null));
        return 0;
    }
}
