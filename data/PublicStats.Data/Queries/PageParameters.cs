using System.Globalization;
using PublicStats.Data.Datasets;

namespace PublicStats.Data.Queries;

/// <summary>Reads <c>sort</c>, <c>limit</c> and <c>cursor</c>: the order of an answer, and which part of it is one page.</summary>
internal sealed class PageParameters(Dataset dataset, string release, QueryFaults faults)
{
    public List<SortKey> Sort(string? text)
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

    public int Limit(string? text)
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
    public int Offset(string? text)
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
