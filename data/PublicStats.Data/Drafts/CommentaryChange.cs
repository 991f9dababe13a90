using System.Text.RegularExpressions;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Validation;

namespace PublicStats.Data.Drafts;

/// <summary>Commentary that will read differently, because its text or a figure in it has changed.</summary>
/// <param name="File">The path inside the publication, such as <c>pages/home.md</c>.</param>
/// <param name="Line">The line in the file as it is now, from 1. For removed text, the line after it.</param>
/// <param name="Was">The sentences that differ, as readers see them; null for new ones.</param>
/// <param name="Now">The sentences that differ, as readers will see them; null for removed ones.</param>
public sealed partial record CommentaryChange(string File, int Line, string? Was, string? Now)
{
    internal static IReadOnlyList<CommentaryChange> Between(Publication was, Publication now)
    {
        var (before, after) = (All(was), All(now));
        return
        [
            .. after
                .Keys.Union(before.Keys)
                .Order(StringComparer.Ordinal)
                .SelectMany(key => Between(key, before.GetValueOrDefault(key, []), after.GetValueOrDefault(key, []))),
        ];
    }

    private static Dictionary<string, List<(int Line, string Text)>> All(Publication publication) =>
        publication
            .Pages.Select(page =>
                (
                    File: $"pages/{page.Name}.md",
                    Lines: (List<(int, string)>)
                        [(0, page.Title), (0, page.Description), .. Lines(publication, page.Markdown, page.FirstLine)]
                )
            )
            .Concat(
                publication.Datasets.Select(dataset =>
                    (File: $"datasets/{dataset.Name}/notes.md", Lines: Lines(publication, dataset.Notes, 1))
                )
            )
            .ToDictionary(pair => pair.File, pair => pair.Lines, StringComparer.Ordinal);

    private static List<(int Line, string Text)> Lines(Publication publication, string markdown, int first) =>
        [
            .. Prose
                .Render(markdown, key => FigureLookup.Find(publication, key) is { } found ? found.Figure.Text : key, literal => literal)
                .Split('\n')
                .Select((text, at) => (Line: first + at, Text: text.Trim()))
                .Where(pair => pair.Text.Length > 0),
        ];

    private static IEnumerable<CommentaryChange> Between(string file, List<(int Line, string Text)> was, List<(int Line, string Text)> now)
    {
        foreach (var block in LineDiff.Compare([.. was.Select(line => line.Text)], [.. now.Select(line => line.Text)]))
        {
            // The lines that went and the lines that came in one place are paired in their order.
            for (var next = 0; next < Math.Max(block.DeleteCountA, block.InsertCountB); next++)
            {
                var old = next < block.DeleteCountA ? was[block.DeleteStartA + next].Text : null;
                var fresh = next < block.InsertCountB ? now[block.InsertStartB + next].Text : null;
                var at = block.InsertStartB + Math.Min(next, block.InsertCountB);
                var line = now.Count == 0 ? 1 : now[Math.Min(at, now.Count - 1)].Line;
                (old, fresh) = Narrow(old, fresh);
                yield return new(file, Math.Max(line, 1), old, fresh);
            }
        }
    }

    // Only the sentences that differ are shown, not the whole paragraph.
    private static (string? Was, string? Now) Narrow(string? was, string? now)
    {
        if (was is null || now is null)
        {
            return (was, now);
        }

        var (old, fresh) = (SentenceEnd().Split(was), SentenceEnd().Split(now));
        var least = Math.Min(old.Length, fresh.Length);
        var head = Enumerable.Range(0, least).TakeWhile(index => old[index] == fresh[index]).Count();
        var tail = Enumerable.Range(1, least - head).TakeWhile(index => old[^index] == fresh[^index]).Count();
        var (left, came) = (string.Join(' ', old[head..^tail]), string.Join(' ', fresh[head..^tail]));
        return (left.Length > 0 ? left : null, came.Length > 0 ? came : null);
    }

    [GeneratedRegex(@"(?<=[.!?]) +")]
    private static partial Regex SentenceEnd();
}
