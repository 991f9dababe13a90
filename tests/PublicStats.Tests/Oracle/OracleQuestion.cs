using System.Globalization;

namespace PublicStats.Tests.Oracle;

/// <summary>A question to a dataset, in its parts.</summary>
/// <param name="Codes">For each dimension the codes asked for; null for all.</param>
/// <param name="Parents">Codes whose direct children are asked for, as dimension and code.</param>
/// <param name="Ranges">Times asked for, open ends as the first and the last day there can be; empty for all.</param>
/// <param name="Last">The last words: how many periods each names.</param>
/// <param name="By">What is kept; empty for a total; null when nothing is summed away.</param>
/// <param name="IsMistaken">It was given a mistake that must be refused.</param>
internal sealed record OracleQuestion(
    OracleDataset Dataset,
    string[]?[] Codes,
    (int Dimension, string Code)[] Parents,
    string[]? Measures,
    OraclePeriod[] Ranges,
    int[] Last,
    string? Frequency,
    string[]? By,
    (string Name, bool Descending)[] Sort,
    int Limit,
    bool IsMistaken,
    string Address
)
{
    private static readonly string[] Frequencies = ["day", "week", "month", "quarter", "year", "financial-year"];

    /// <summary>A random question.</summary>
    public static OracleQuestion Make(Random random, OracleDataset dataset)
    {
        var parameters = new List<string>();
        var codes = dataset
            .Codes.Select(
                (list, dimension) =>
                {
                    if (random.Next(5) > 1)
                    {
                        return null;
                    }

                    string[] picked = [.. Pick(random, [.. list.Select(code => code.Name)], 3)];
                    parameters.Add(
                        $"{dataset.Dimensions[dimension]}="
                            + $"{string.Join(',', picked.Select(code => random.Next(8) == 0 ? code.ToUpperInvariant() : code))}"
                    );
                    return picked;
                }
            )
            .ToArray();
        var parents = ParentsOf(random, dataset, parameters);
        string[]? measures = random.Next(2) == 0 ? null : [.. Pick(random, dataset.Measures, 2)];
        var (ranges, last) = Periods(random, dataset, parameters);
        var frequency = random.Next(10) < 3 ? Frequencies[random.Next(6)] : null;
        string[]? by =
            random.Next(10) < 6 ? null
            : random.Next(4) == 0 ? []
            : [.. Pick(random, [.. dataset.Dimensions, "period", "measure"], dataset.Dimensions.Length + 2)];
        (string, bool)[] sort =
            random.Next(3) > 0
                ? []
                : [.. Pick(random, [.. dataset.Dimensions, "period", "value", "measure"], 2).Select(name => (name, random.Next(2) == 0))];
        var limit = random.Next(1, 60);
        parameters.AddRange([
            .. measures is null ? [] : new[] { "measure=" + string.Join(',', measures) },
            .. frequency is null ? [] : new[] { "frequency=" + frequency },
            .. by is null ? [] : new[] { "by=" + (by.Length == 0 ? "total" : string.Join(',', by)) },
            .. sort.Length == 0 ? [] : new[] { "sort=" + string.Join(',', sort.Select(key => (key.Item2 ? "-" : "") + key.Item1)) },
            $"limit={limit}",
        ]);
        var mistake = random.Next(25) == 0 ? Mistakes[random.Next(Mistakes.Length)] : null;
        parameters.AddRange(mistake is null ? [] : [mistake]);
        return new(
            dataset,
            codes,
            parents,
            measures,
            ranges,
            last,
            frequency,
            by,
            sort,
            limit,
            mistake is not null,
            $"/v1/datasets/{dataset.Name}/figures?{string.Join('&', parameters)}"
        );
    }

    // Each of these is refused whatever else is asked.
    private static readonly string[] Mistakes =
    [
        "asof=2026-05-01",
        "Measure=people",
        "limit=0",
        "limit=1",
        "cursor=nonsense",
        "sort=nothing",
        "sort=period,period",
        "by=total,period",
        "by=nothing",
        "frequency=fortnight",
        "period=soon",
        "period=2026-W99",
    ];

    private static (int, string)[] ParentsOf(Random random, OracleDataset dataset, List<string> parameters)
    {
        if (random.Next(8) > 0 || !dataset.Codes.Any(list => list.Any(code => code.Parent.Length > 0)))
        {
            return [];
        }

        var dimension = random.Next(dataset.Dimensions.Length);
        var code = dataset.Codes[dimension][random.Next(dataset.Codes[dimension].Length)];
        var parent = code.Parent.Length > 0 ? code.Parent : code.Name;
        parameters.Add($"parent={dataset.Dimensions[dimension]}:{parent}");
        return [(dimension, parent)];
    }

    private static (OraclePeriod[], int[]) Periods(Random random, OracleDataset dataset, List<string> parameters)
    {
        if (random.Next(10) < 3)
        {
            return ([], []);
        }

        var (words, ranges, last) = (new List<string>(), new List<OraclePeriod>(), new List<int>());
        for (var left = random.Next(1, 4); left > 0; left--)
        {
            var (one, other) = (AnyPeriod(random, dataset), AnyPeriod(random, dataset));
            (one, other) = one.First <= other.First ? (one, other) : (other, one);
            switch (random.Next(8))
            {
                case 0 or 1:
                    var count = random.Next(1, 14);
                    words.Add(count == 1 && random.Next(2) == 0 ? "latest" : $"last-{count}");
                    last.Add(count);
                    break;
                case 2 or 3 when one.First <= other.Last:
                    words.Add($"{one.Code}..{other.Code}");
                    ranges.Add(new("", one.First, other.Last));
                    break;
                case 4:
                    words.Add($"{one.Code}..");
                    ranges.Add(new("", one.First, DateOnly.MaxValue));
                    break;
                case 5:
                    words.Add($"..{one.Code}");
                    ranges.Add(new("", DateOnly.MinValue, one.Last));
                    break;
                default:
                    words.Add(random.Next(6) == 0 ? one.Code.ToLowerInvariant() : one.Code);
                    ranges.Add(one);
                    break;
            }
        }

        parameters.Add("period=" + string.Join(',', words));
        // The same word given twice counts once.
        var lastWords = words.Where(word => word.StartsWith("la", StringComparison.Ordinal)).Distinct().ToList();
        return ([.. ranges], [.. lastWords.Select(word => word == "latest" ? 1 : int.Parse(word[5..], CultureInfo.InvariantCulture))]);
    }

    private static OraclePeriod AnyPeriod(Random random, OracleDataset dataset)
    {
        var figure = dataset.Figures[random.Next(dataset.Figures.Length)].Period;
        // Some time before and after the figures too.
        var day = figure.First.AddDays(random.Next(20) == 0 ? random.Next(-400, 4000) : random.Next(5));
        return random.Next(4) == 0 ? figure : OraclePeriod.Of(Frequencies[random.Next(6)], day);
    }

    private static List<string> Pick(Random random, string[] from, int most) =>
        [.. from.OrderBy(_ => random.Next()).Take(random.Next(1, most + 1))];
}
