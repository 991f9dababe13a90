using PublicStats.Data.Drafts;
using PublicStats.Data.Publishing;
using PublicStats.SiteGenerator.CommandLine;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>
/// Writes what happened to the waiting releases when another release went ahead of them, and which working files were left out.
/// </summary>
internal static class ReplacedReleasesText
{
    private const int MostShown = 10;

    public static void Write(ActResult result, CommandOutput output)
    {
        output
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
            output.Line();
            output.Line(
                $"Release {release.Was} waits behind it, and was sealed again with this "
                    + $"change{(release.Was == release.Now.Id ? "" : $": its id is {release.Now.Id} now")}."
            );
            output.Line("It is not published without a new approval:", $"publicstats approve {release.Now.Id} --by NAME");
            if (release.Kept.Count > 0)
            {
                output.Line($"It keeps its own changes to: {List(release.Kept)}. Check that they are still right.");
            }
        }

        if (result.Cancelled.Count > 0)
        {
            output.Line();
            output.Line($"Also cancelled: {string.Join(", ", result.Cancelled)}.");
        }

        if (result.LeftOut.Count > 0)
        {
            output.Line();
            output.Line("Left out, because it was not named. Your files differ from the published release here too:");
            foreach (var line in Lines(result.LeftOut))
            {
                output.Line(line, indent: 2);
            }
        }
    }

    /// <summary>Differences, one a line. After the first ten of a file, the others are counted.</summary>
    private static IEnumerable<string> Lines(IReadOnlyList<WorkingDifference> differences)
    {
        foreach (var file in differences.GroupBy(difference => difference.Path))
        {
            foreach (var difference in file.Take(MostShown))
            {
                yield return difference.Figure is { } key
                    ? $"{key}: {difference.Was ?? "not published"}, in your files {difference.Now ?? "no row"}"
                    : difference.Path;
            }

            if (file.Count() > MostShown)
            {
                yield return $"and {file.Count() - MostShown:#,##0} more figures of {file.Key}";
            }
        }
    }

    private static string List(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostShown)) + (names.Count > MostShown ? $" and {names.Count - MostShown:#,##0} more" : "");
}
