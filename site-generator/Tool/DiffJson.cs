using PublicStats.Data.Drafts;
using PublicStats.Data.Revisions;

namespace PublicStats.SiteGenerator.Tool;

/// <summary>Tells a program what will change: everything, in full.</summary>
internal static class DiffJson
{
    public static void Tell(DraftDiff diff, Telling telling) => telling
        .Json("before", new { release = diff.Before.Manifest.Id, title = diff.Before.Manifest.Title, publishedAt = diff.Before.PublishedAt, isPublished = diff.Before.Release.IsPublishedBy(DateTimeOffset.UtcNow) })
        .Json("changed", !diff.IsNothing)
        .Json("added", diff.Count(ChangeKind.Added)).Json("revised", diff.Count(ChangeKind.Revised)).Json("removed", diff.Count(ChangeKind.Removed))
        .Json("unusual", diff.Unusual.Select(each => new { key = each.Change.Key, file = each.File, line = each.Line, column = "value", reason = each.Reason }))
        .Json("figures", diff.Figures.Select(each => new
        {
            key = each.Key,
            change = each.Kind.ToString().ToLowerInvariant(),
            was = each.Was?.Value,
            wasText = each.Was?.Text,
            now = each.Now?.Value,
            nowText = each.Now?.Text,
            difference = each.Difference,
            share = each.Share is { } share ? Math.Round(share, 4) : (decimal?)null,
        }))
        .Json("headlines", diff.Sentences.Select(each => new { headline = each.Headline, was = each.Was, now = each.Now, home = each.IsOnHome }))
        .Json("commentary", diff.Prose.Select(each => new { file = each.File, line = each.Line, was = each.Was, now = each.Now }))
        .Json("words", diff.Words.Select(each => new { place = each.Place, what = each.What }))
        .Json("files", diff.Files);
}
