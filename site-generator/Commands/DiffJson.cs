using PublicStats.Data.Drafts;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Writes for a program everything that will change.</summary>
internal static class DiffJson
{
    public static void Write(DraftDiff diff, CommandOutput output) =>
        output
            .Json(
                "before",
                new
                {
                    release = diff.Before.Manifest.Id,
                    title = diff.Before.Manifest.About.Title,
                    publishedAt = diff.Before.PublishedAt,
                    isPublished = diff.Before.Release.IsPublishedBy(DateTimeOffset.UtcNow),
                }
            )
            .Json("changed", !diff.IsNothing)
            .Json("added", diff.Counts.Added)
            .Json("revised", diff.Counts.Revised)
            .Json("removed", diff.Counts.Removed)
            .Json(
                "unusual",
                diff.Unusual.Select(figure => new
                {
                    key = figure.Change.Key,
                    file = figure.File,
                    line = figure.Line,
                    column = "value",
                    reason = figure.Reason,
                })
            )
            .Json(
                "figures",
                diff.Figures.Select(change => new
                {
                    key = change.Key,
                    change = change.Kind.Name(),
                    was = change.Was?.Value,
                    wasText = change.Was?.Text,
                    now = change.Now?.Value,
                    nowText = change.Now?.Text,
                    difference = change.Difference,
                    share = change.Share is { } share ? Math.Round(share, 4) : (decimal?)null,
                })
            )
            .Json(
                "headlines",
                diff.Sentences.Select(change => new
                {
                    headline = change.Headline,
                    was = change.Was,
                    now = change.Now,
                    home = change.IsOnHome,
                })
            )
            .Json(
                "commentary",
                diff.Prose.Select(change => new
                {
                    file = change.File,
                    line = change.Line,
                    was = change.Was,
                    now = change.Now,
                })
            )
            .Json("words", diff.Words.Select(change => new { place = change.Place, what = change.What }))
            .Json("files", diff.Files);
}
