using PublicStats.Data.Drafts;
using PublicStats.Data.Publishing;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>
/// Says what became of the releases that wait when another went ahead of them, and what of the working files was left out.
/// </summary>
internal static class AheadText
{
    private const int Most = 10;

    public static void Tell(ActResult result, CommandOutput telling)
    {
        telling
            .Json(
                "resealed",
                result.Resealed.Select(release => new
                {
                    was = release.Was,
                    now = release.Now.Id,
                    sha256 = release.Now.Digest,
                    kept = release.Kept,
                })
            )
            .Json("cancelled", result.Cancelled)
            .Json(
                "leftOut",
                result.LeftOut.Select(difference => new
                {
                    figure = difference.Figure,
                    file = difference.Path,
                    was = difference.Was,
                    now = difference.Now,
                })
            );
        foreach (var release in result.Resealed)
        {
            telling.Line();
            telling.Line(
                $"Release {release.Was} waits behind it, and was sealed again with this "
                    + $"change{(release.Was == release.Now.Id ? "" : $": its id is {release.Now.Id} now")}."
            );
            telling.Line($"It is not published without a new approval: publicstats approve {release.Now.Id} --by NAME");
            if (release.Kept.Count > 0)
            {
                telling.Line($"It keeps what it had changed itself: {Listed(release.Kept)}. Check that this is still right.");
            }
        }

        if (result.Cancelled.Count > 0)
        {
            telling.Line();
            telling.Line($"Cancelled in the same act: {string.Join(", ", result.Cancelled)}.");
        }

        if (result.LeftOut.Count > 0)
        {
            telling.Line();
            telling.Line("Left out, because it was not named: your files differ from the published release there too.");
            foreach (var line in Lines(result.LeftOut))
            {
                telling.Line($"  {line}");
            }
        }
    }

    /// <summary>Differences, one a line; the figures of a dataset after the first ten as a count.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<WorkingDifference> differences)
    {
        foreach (var file in differences.GroupBy(difference => difference.Path))
        {
            foreach (var difference in file.Take(Most))
            {
                yield return difference.Figure is { } key
                    ? $"{key}: {difference.Was ?? "not published"}, in your files {difference.Now ?? "no row"}"
                    : difference.Path;
            }

            if (file.Count() > Most)
            {
                yield return $"and {file.Count() - Most:#,##0} more figures of {file.Key}";
            }
        }
    }

    private static string Listed(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(Most)) + (names.Count > Most ? $" and {names.Count - Most:#,##0} more" : "");
}
