using System.Text.RegularExpressions;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Validation;

namespace PublicStats.Data.Drafts;

/// <summary>Commentary that will not read as it does now: because it was written anew, or because a figure in it is another.</summary>
/// <param name="File">The path inside the publication, such as <c>pages/home.md</c>.</param>
/// <param name="Line">The line in the file as it is now, from 1; where the line goes, the one after it.</param>
/// <param name="Was">The sentences that differ, as readers see them; null for new ones.</param>
/// <param name="Now">The sentences that differ, as readers will see them; null for those that go.</param>
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
                .Render(
                    markdown,
                    key => FigureLookup.Find(publication, key, out _) is { } found ? found.Figure.Text : key,
                    literal => literal
                )
                .Split('\n')
                .Select((text, at) => (Line: first + at, Text: text.Trim()))
                .Where(pair => pair.Text.Length > 0),
        ];

    private static IEnumerable<CommentaryChange> Between(string file, List<(int Line, string Text)> was, List<(int Line, string Text)> now)
    {
        var kept = Kept(was, now);
        var (i, j) = (0, 0);
        foreach (var (k, l) in kept.Append((was.Count, now.Count)))
        {
            // What went and what came between two lines that stayed are held against each other, in their order.
            for (var next = 0; next < Math.Max(k - i, l - j); next++)
            {
                var (old, fresh) = (i + next < k ? was[i + next].Text : null, j + next < l ? now[j + next].Text : null);
                var line = now.Count == 0 ? 1 : now[Math.Min(j + next, Math.Min(l, now.Count - 1))].Line;
                (old, fresh) = Narrowed(old, fresh);
                yield return new(file, Math.Max(line, 1), old, fresh);
            }

            (i, j) = (k + 1, l + 1);
        }
    }

    // The longest common subsequence of lines; a page has some hundreds at most.
    private static List<(int Was, int Now)> Kept(List<(int Line, string Text)> was, List<(int Line, string Text)> now)
    {
        var longest = new int[was.Count + 1, now.Count + 1];
        for (var i = was.Count - 1; i >= 0; i--)
        {
            for (var j = now.Count - 1; j >= 0; j--)
            {
                longest[i, j] = was[i].Text == now[j].Text ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);
            }
        }

        var kept = new List<(int, int)>();
        for (int i = 0, j = 0; i < was.Count && j < now.Count;)
        {
            if (was[i].Text == now[j].Text)
            {
                kept.Add((i++, j++));
            }
            else
            {
                _ = longest[i + 1, j] >= longest[i, j + 1] ? i++ : j++;
            }
        }

        return kept;
    }

    // Of a long paragraph only the sentences that differ are shown.
    private static (string? Was, string? Now) Narrowed(string? was, string? now)
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
