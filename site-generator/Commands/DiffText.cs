using System.Globalization;
using PublicStats.Data.Drafts;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.Data.Vintages;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Tells a person what will change, in lines of 80 columns: what needs looking at first, the verdict last.</summary>
/// <param name="nothing">What to say when nothing changes.</param>
/// <param name="everything">The command that shows every revised figure.</param>
internal sealed class DiffText(DraftDiff diff, bool all, string nothing, string everything, CommandOutput telling)
{
    private const int Most = 20;

    /// <summary>The figures outside their usual range, if there are any.</summary>
    public static void Unusual(DraftDiff? diff, CommandOutput telling)
    {
        if (diff is not null)
        {
            new DiffText(diff, false, "", "", telling).Unusual();
        }
    }

    public void Tell(ReleaseWorkflow desk)
    {
        Compared(desk);
        if (diff.IsNothing)
        {
            telling.Line();
            telling.Line(nothing);
            return;
        }

        Unusual();
        Removed();
        Revised();
        Added();
        Sentences();
        Prose();
        Words();
        telling.Line();
        Wrapped("", Verdict(diff));
    }

    private static string Verdict(DraftDiff diff)
    {
        string[] figures =
        [
            Count(diff.Count(ChangeKind.Added), "figure") + " added",
            Number(diff.Count(ChangeKind.Revised)) + " revised",
            Number(diff.Count(ChangeKind.Removed)) + " removed",
        ];
        var sentences = diff.Sentences.Count switch
        {
            0 => "no headline sentence changes",
            1 => "1 headline sentence changes",
            var count => $"{count} headline sentences change",
        };
        var unusual = diff.Unusual.Count switch
        {
            0 => "nothing is outside its usual range",
            1 => "1 figure is outside its usual range",
            var count => $"{count:#,##0} figures are outside their usual range",
        };
        var said = string.Join(", ", figures);
        return $"{char.ToUpperInvariant(said[0])}{said[1..]}; {sentences}; {unusual}.";
    }

    private void Compared(ReleaseWorkflow desk)
    {
        var release = diff.Before.Release;
        var at = ZonedTime.In(release.PublishedAt ?? release.Manifest.PublishedAt, desk.TimeZone);
        var state =
            release.PublishedAt is null ? "not approved and not published, for"
            : release.IsPublishedBy(DateTimeOffset.UtcNow) ? "published on"
            : "not yet published, for";
        Wrapped("", $"Compared with release {release.Id}, {state} {at:dddd d MMMM yyyy} at {at:HH:mm}: \"{release.Manifest.Title}\".");
    }

    private void Unusual()
    {
        Heading(diff.Unusual.Count, "Outside the usual range: check it against the source");
        foreach (var figure in diff.Unusual)
        {
            telling.Line($"  {figure.File}:{figure.Line}: value");
            Wrapped("    ", $"{figure.Change.Key}: {figure.Reason}");
        }
    }

    private void Removed()
    {
        var removed = diff.Figures.Where(change => change.Kind == ChangeKind.Removed).ToList();
        Heading(removed.Count, "FIGURES REMOVED: their addresses will answer that there is no such figure");
        foreach (var change in removed)
        {
            telling.Line($"  {change.Key}  was {change.Was!.Value.Text}");
        }

        if (removed.Count > 0)
        {
            Wrapped(
                "  ",
                "To take back a published figure in the open, leave its row where it is and use: publicstats withdraw KEY --reason \"…\""
            );
        }
    }

    private void Revised()
    {
        foreach (var dataset in ByDataset(ChangeKind.Revised))
        {
            var moved = dataset
                .OrderByDescending(change => change.Share is { } share ? Math.Abs(share) : decimal.MaxValue)
                .ThenByDescending(change => Math.Abs(change.Difference ?? decimal.MaxValue))
                .ThenBy(change => change.Key, StringComparer.Ordinal)
                .ToList();
            var shown = moved.Take(all ? int.MaxValue : Most).ToList();
            Heading(1, $"Figures revised in {dataset.Key}: {moved.Count:#,##0}");
            string[][] rows =
            [
                ["figure", "was", "will be", "difference", "share"],
                .. shown.Select(Row),
            ];
            Table(rows, left: 1);
            if (moved.Count > shown.Count)
            {
                telling.Line($"  and {moved.Count - shown.Count:#,##0} more, which move less: {everything}");
            }
        }
    }

    private void Added()
    {
        var added = ByDataset(ChangeKind.Added).ToList();
        Heading(added.Count, "Figures added");
        Table(
            [
                .. added.SelectMany(dataset =>
                    dataset
                        .GroupBy(change => change.Now!.Value.Measure.Name)
                        .Select(measure =>
                            (string[])
                                [
                                    $"{dataset.Key}/{measure.Key}",
                                    Number(measure.Count()),
                                    Span(
                                        measure.Min(change => change.Now!.Value.Period).Code,
                                        measure.Max(change => change.Now!.Value.Period).Code
                                    ),
                                    Range([.. measure.Select(change => change.Now!.Value)]),
                                ]
                        )
                ),
            ],
            left: 1
        );
    }

    private void Sentences()
    {
        Heading(diff.Sentences.Count, "Headline sentences that will change");
        foreach (var change in diff.Sentences)
        {
            telling.Line($"  {change.Headline}{(change.IsOnHome ? " (on the home page)" : "")}");
            Pair(change.Was ?? "(a new headline)", change.Now ?? "(goes)");
        }
    }

    private void Prose()
    {
        Heading(diff.Prose.Count, "Commentary that will change");
        foreach (var change in diff.Prose)
        {
            telling.Line($"  {change.File}:{change.Line}");
            Pair(change.Was ?? "(nothing: this is new)", change.Now ?? "(nothing: this goes)");
        }
    }

    private void Words()
    {
        Heading(diff.Words.Count + diff.Files.Count, "Also changed");
        foreach (var place in diff.Words.GroupBy(change => change.Place))
        {
            Wrapped("  ", $"{place.Key}: {string.Join("; ", place.Select(change => change.What))}.");
        }

        foreach (var file in diff.Files)
        {
            Wrapped("  ", $"{file}: its layout, or parts that only programs read.");
        }
    }

    private static string[] Row(FigureChange change)
    {
        var (was, now) = (change.Was!.Value, change.Now!.Value);
        return
        [
            FigureKey.Parse(change.Key).InDataset,
            was.Text,
            now.Text,
            change.Difference is { } difference ? Signed(FigureText.Number(difference, now.Measure), difference) : "",
            change.Share is { } share
                ? Signed(Math.Abs(share).ToString("0.0%", CultureInfo.InvariantCulture), share, isAbsolute: true)
                : "",
        ];
    }

    private static string Signed(string said, decimal value, bool isAbsolute = false) =>
        value > 0 ? "+" + said
        : value < 0 && isAbsolute ? "\u2212" + said
        : said;

    private static string Span(string first, string last) => first == last ? first : $"{first} to {last}";

    private static string Range(FigureRow[] figures)
    {
        var values = figures.Where(figure => figure.Value is not null).OrderBy(figure => figure.Value).ToList();
        return values.Count == 0 ? "no value"
            : values[0].Text == values[^1].Text ? values[0].Text
            : $"{values[0].Text} to {values[^1].Text}";
    }

    private static string Number(int count) => count == 0 ? "none" : count.ToString("#,##0", CultureInfo.InvariantCulture);

    private static string Count(int count, string what) =>
        count == 0 ? $"no {what}s" : $"{count.ToString("#,##0", CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";

    private IEnumerable<IGrouping<string, FigureChange>> ByDataset(ChangeKind kind) =>
        diff.Figures.Where(change => change.Kind == kind).GroupBy(change => change.Dataset);

    private void Heading(int count, string text)
    {
        if (count > 0)
        {
            telling.Line();
            telling.Line(text);
        }
    }

    private void Pair(string was, string now)
    {
        Wrapped("    was      ", was);
        Wrapped("    will be  ", now);
    }

    // The first column of words, the rest of numbers, which stand at the right.
    private void Table(string[][] rows, int left)
    {
        var widths =
            rows.Length == 0 ? [] : Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        foreach (var row in rows)
        {
            telling.Line(
                "  "
                    + string.Join("  ", row.Select((cell, at) => at < left ? cell.PadRight(widths[at]) : cell.PadLeft(widths[at])))
                        .TrimEnd()
            );
        }
    }

    private void Wrapped(string indent, string text)
    {
        var line = indent;
        foreach (var word in text.Split(' '))
        {
            if (line.Length > indent.Length && line.Length + 1 + word.Length > 79)
            {
                telling.Line(line);
                line = new string(' ', indent.Length);
            }

            line += line.Length == indent.Length ? word : " " + word;
        }

        telling.Line(line);
    }
}
