using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

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
                ParameterFault.Of(
                    "sort",
                    text!,
                    new($"There are {words.Length} sort keys.", $"At most {QueryLimits.SortKeys} are allowed."),
                    [$"at most {QueryLimits.SortKeys} keys"]
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
                faults.Add(() => ParameterFault.NotAllowed("sort", word, "something to sort by", either));
            }
            else if (keys.Any(key => key.Name == name))
            {
                var reason = new Reason($"The sort key {name} is given twice.", "The first one decides: leave the other out.");
                faults.Add(() => ParameterFault.Of("sort", text!, reason));
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
            var reason = new Reason($"\"{QueryLimits.Echo(text)}\" is not a limit.", $"Write a whole number from {allowed}.");
            faults.Add(() => ParameterFault.Of("limit", text, reason, [allowed]));
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

            const string Problem = "The cursor is of another release: figures have been published since.";
            faults.Add(() => ParameterFault.Of("cursor", text, new(Problem, "Ask again from the first page.")));
            return 0;
        }

        faults.Add(() => ParameterFault.Of("cursor", text, new("This is not a cursor.", "Follow the address in next, as it is given.")));
        return 0;
    }
}
