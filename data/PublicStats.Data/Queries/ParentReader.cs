using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;

namespace PublicStats.Data.Queries;

/// <summary>
/// Reads <c>parent=africa-north</c>, which selects the codes directly below one. A code that is found in two dimensions is written with
/// its dimension: <c>parent=nationality:africa-north</c>.
/// </summary>
public sealed class ParentReader(Dataset dataset)
{
    /// <summary>Whether a dataset has codes with codes below them.</summary>
    public static bool IsOffered(Dataset dataset) => dataset.Dimensions.Any(dimension => Parents(dimension).Any());

    /// <summary>Every value that the parameter may have, with its dimension only where it must be.</summary>
    public static IReadOnlyList<string> Values(Dataset dataset) =>
        [
            .. dataset.Dimensions.SelectMany(dimension =>
                Parents(dimension)
                    .Select(code => dataset.Dimensions.Count(owner => owner.IndexOf(code) >= 0) > 1 ? $"{dimension.Name}:{code}" : code)
            ),
        ];

    internal void Read(IReadOnlyList<string> words, IReadOnlyList<int>?[] codes, QueryFaults faults)
    {
        var children = new SortedSet<int>[codes.Length];
        foreach (var word in words)
        {
            if (Find(word, faults) is not var (dimension, code))
            {
                continue;
            }

            var found = dataset.Dimensions[dimension];
            if (codes[dimension] is not null)
            {
                var problem = $"Both parent and {found.Name} select codes of {found.Name}.";
                faults.Add(() => ParameterFault.Of("parent", word, new(problem, "Give one of the two.")));
            }
            else if (found.Children(code).Count == 0)
            {
                var (name, label) = (found.Codes[code].Name, found.Codes[code].Label);
                var reason = new Reason($"{label} ({name}) has no codes below it.", $"Ask for the code itself: {found.Name}={name}.");
                faults.Add(() => ParameterFault.Of("parent", word, reason, Values(dataset)));
            }

            (children[dimension] ??= []).UnionWith(found.Children(code));
        }

        for (var dimension = 0; dimension < codes.Length; dimension++)
        {
            codes[dimension] ??= children[dimension]?.ToArray();
        }
    }

    private (int Dimension, int Code)? Find(string word, QueryFaults faults)
    {
        var split = word.IndexOf(':');
        var name = split < 0 ? null : word[..split].ToLowerInvariant();
        var code = word[(split + 1)..].ToLowerInvariant();
        var found = new List<(int Dimension, int Code)>();
        for (var dimension = 0; dimension < dataset.Dimensions.Count; dimension++)
        {
            var at = dataset.Dimensions[dimension].IndexOf(code);
            if (at >= 0 && (name is null || dataset.Dimensions[dimension].Name == name))
            {
                found.Add((dimension, at));
            }
        }

        if (found.Count == 1)
        {
            return found[0];
        }

        if (found.Count == 0)
        {
            faults.Add(() => ParameterFault.NotAllowed("parent", word, "a code with codes below it", Values(dataset)));
            return null;
        }

        string[] forms = [.. found.Select(match => $"{dataset.Dimensions[match.Dimension].Name}:{code}")];
        var several = $"\"{QueryLimits.Echo(word)}\" is a code of several dimensions.";
        faults.Add(() => ParameterFault.Of("parent", word, new(several, $"Write {string.Join(" or ", forms)}."), forms));
        return null;
    }

    private static IEnumerable<string> Parents(Dimension dimension) =>
        dimension.Codes.Where((_, code) => dimension.Children(code).Count > 0).Select(code => code.Name);
}
