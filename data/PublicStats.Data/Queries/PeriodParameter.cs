using System.Globalization;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Queries;

/// <summary>Reads <c>period</c>: periods, ranges of them, and how many of the latest.</summary>
internal sealed class PeriodParameter(QueryFaults faults)
{
    private static readonly string[] Examples =
    [
        "2024",
        "2024-01..2024-06",
        "2024..",
        "..2024",
        "2024-07-05..2024-07-22",
        "latest",
        "last-12",
    ];

    /// <summary>The requested stretches of time; empty for all.</summary>
    /// <param name="last">Only so many of the latest periods; null for all.</param>
    public List<PeriodRange> Read(string? text, out int? last)
    {
        last = null;
        string? lastWord = null;
        var ranges = new List<PeriodRange>();
        foreach (var word in ParameterWords.Of("period", text, faults))
        {
            var isLatest = word.Equals("latest", StringComparison.OrdinalIgnoreCase);
            if (isLatest || word.StartsWith("last-", StringComparison.OrdinalIgnoreCase))
            {
                var number = isLatest ? "1" : word[5..];
                if (!int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count is < 1 or >= 1_000_000)
                {
                    var problem = $"\"{QueryLimits.Echo(word)}\" does not say how many.";
                    faults.Add(() => ParameterFault.Of("period", word, new(problem, "Write last-12.")));
                }
                else if (lastWord is { } before)
                {
                    var problem = $"\"{before}\" and \"{word}\" cannot be combined: each says how many periods there are to be.";
                    faults.Add(() => ParameterFault.Of("period", text!, new(problem, "Write one of them."), [before, word]));
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
        var reason = PeriodRange.Reason(QueryLimits.Echo(looksLikeCode ? code : word))!.Value;
        faults.Add(() => ParameterFault.Of("period", word, reason, Examples));
        return null;
    }
}
