using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;

namespace PublicStats.Data.Drafts;

/// <summary>A headline sentence that will not read as it does now.</summary>
/// <param name="Headline">Dataset and id, such as <c>crossings/people-this-year</c>.</param>
/// <param name="Was">Null for a headline that is new.</param>
/// <param name="Now">Null for a headline that goes.</param>
/// <param name="IsOnHome">Whether it is on the home page, before or after.</param>
public sealed record HeadlineChange(string Headline, string? Was, string? Now, bool IsOnHome)
{
    internal static IReadOnlyList<HeadlineChange> Between(Publication was, Publication now)
    {
        var (before, after) = (All(was), All(now));
        var home = was.Headlines.Concat(now.Headlines).Select(reference => reference.ToString()).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. after
                .Keys.Concat(before.Keys.Where(key => !after.ContainsKey(key)))
                .Select(key => new HeadlineChange(key, before.GetValueOrDefault(key), after.GetValueOrDefault(key), home.Contains(key)))
                .Where(change => change.Was != change.Now)
                .OrderByDescending(change => change.IsOnHome),
        ];
    }

    private static Dictionary<string, string> All(Publication publication) =>
        publication
            .Datasets.SelectMany(dataset => HeadlineQuery.Of(publication, dataset))
            .ToDictionary(
                headline => $"{headline.Dataset.Name}/{headline.Headline.Id}",
                headline => headline.Sentence,
                StringComparer.Ordinal
            );
}
