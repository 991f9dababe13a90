using PublicStats.Data.Publications;
using PublicStats.Data.Queries;

namespace PublicStats.Data.Drafts;

/// <summary>A headline sentence that will not read as it does now.</summary>
/// <param name="Headline">Dataset and id, such as <c>crossings/people-this-year</c>.</param>
/// <param name="Was">Null for a headline that is new.</param>
/// <param name="Now">Null for a headline that goes.</param>
/// <param name="IsOnHome">Whether it stands on the home page, before or after.</param>
public sealed record SentenceChange(string Headline, string? Was, string? Now, bool IsOnHome)
{
    internal static IReadOnlyList<SentenceChange> Between(Publication was, Publication now)
    {
        var (before, after) = (All(was), All(now));
        var home = was.Headlines.Concat(now.Headlines).Select(each => each.ToString()).ToHashSet(StringComparer.Ordinal);
        return [.. after.Keys.Concat(before.Keys.Where(each => !after.ContainsKey(each)))
            .Select(each => new SentenceChange(each, before.GetValueOrDefault(each), after.GetValueOrDefault(each), home.Contains(each)))
            .Where(each => each.Was != each.Now)
            .OrderByDescending(each => each.IsOnHome)];
    }

    private static Dictionary<string, string> All(Publication publication) => publication.Datasets
        .SelectMany(dataset => Headlines.Of(publication, dataset))
        .ToDictionary(each => $"{each.Dataset.Name}/{each.Headline.Id}", each => each.Sentence, StringComparer.Ordinal);
}
