using System.CommandLine;
using System.Globalization;
using PublicStats.Data.Drafts;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.CommandLine;
using static Spectre.Console.Justify;

namespace PublicStats.SiteGenerator.Commands;

/// <summary>Writes for a person what will change: what must be checked first, the summary last.</summary>
/// <param name="nothing">What to say when nothing changes.</param>
/// <param name="everything">The command that shows every revised figure.</param>
internal sealed class DiffText(DraftDiff diff, bool all, string nothing, string everything, CommandOutput output)
{
    private const int MostShown = 20;

    public static Option<bool> All() =>
        new("--all") { Description = $"Shows every revised figure, not only the {MostShown} of each dataset that changed most." };

    /// <summary>Writes the figures outside their usual range.</summary>
    public static void WriteUnusual(DraftDiff? diff, CommandOutput output)
    {
        if (diff is not null)
        {
            new DiffText(diff, false, "", "", output).WriteUnusual();
        }
    }

    public void Write(string timeZone)
    {
        WriteCompared(timeZone);
        if (diff.IsNothing)
        {
            output.Line();
            output.Line(nothing);
            return;
        }

        WriteUnusual();
        WriteRemoved();
        WriteRevised();
        WriteAdded();
        WriteHeadlines();
        WriteCommentary();
        WriteMetadata();
        output.Line();
        output.Paragraph(Summary(diff));
    }

    private static string Summary(DraftDiff diff)
    {
        string[] figures =
        [
            Count(diff.Counts.Added, "figure") + " added",
            Number(diff.Counts.Revised) + " revised",
            Number(diff.Counts.Removed) + " removed",
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
        return $"{FigureSentence.Capital(string.Join(", ", figures))}; {sentences}; {unusual}.";
    }

    private void WriteCompared(string timeZone)
    {
        var release = diff.Before.Release;
        var at = ZonedTime.In(release.PublishedAt ?? release.Manifest.PublishedAt, timeZone);
        var state = (release.PublishedAt is not null, release.IsPublishedBy(DateTimeOffset.UtcNow)) switch
        {
            (false, _) => "not approved and not published, for",
            (_, true) => "published on",
            _ => "not yet published, for",
        };
        output.Paragraph(
            $"Compared with release {release.Id}, {state} {at:dddd d MMMM yyyy} at {at:HH:mm}: \"{release.Manifest.About.Title}\"."
        );
    }

    private void WriteUnusual()
    {
        Heading(diff.Unusual.Count, "Outside the usual range: check it against the source");
        foreach (var figure in diff.Unusual)
        {
            output.Line($"{figure.File}:{figure.Line}: value", indent: 2);
            output.Paragraph($"{figure.Change.Key}: {figure.Reason}", indent: 4);
        }
    }

    private void WriteRemoved()
    {
        var removed = diff.Figures.Where(change => change.Kind == ChangeKind.Removed).ToList();
        Heading(removed.Count, "FIGURES REMOVED: their addresses will answer that there is no such figure");
        foreach (var change in removed)
        {
            output.Line($"{change.Key}  was {change.Was!.Value.Text}", indent: 2);
        }

        if (removed.Count > 0)
        {
            output.Line(
                "To withdraw a published figure openly, leave its row where it is and use:",
                "publicstats withdraw KEY --reason \"…\"",
                indent: 2
            );
        }
    }

    private void WriteRevised()
    {
        foreach (var dataset in ByDataset(ChangeKind.Revised))
        {
            var moved = dataset
                .OrderByDescending(change => change.Share is { } share ? Math.Abs(share) : decimal.MaxValue)
                .ThenByDescending(change => Math.Abs(change.Difference ?? decimal.MaxValue))
                .ThenBy(change => change.Key, StringComparer.Ordinal)
                .ToList();
            var shown = moved.Take(all ? int.MaxValue : MostShown).ToList();
            Heading(1, $"Figures revised in {dataset.Key}: {moved.Count:#,##0}");
            output.Table(
                [Left, Right, Right, Right, Right],
                [
                    ["figure", "was", "will be", "difference", "share"],
                    .. shown.Select(Row),
                ],
                indent: 2
            );
            if (moved.Count > shown.Count)
            {
                output.Line($"and {moved.Count - shown.Count:#,##0} more, which changed less:", everything, indent: 2);
            }
        }
    }

    private void WriteAdded()
    {
        var added = ByDataset(ChangeKind.Added).ToList();
        Heading(added.Count, "Figures added");
        output.Table(
            [Left, Right, Right, Right],
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
            indent: 2
        );
    }

    private void WriteHeadlines()
    {
        Heading(diff.Sentences.Count, "Headline sentences that will change");
        foreach (var change in diff.Sentences)
        {
            output.Line($"{change.Headline}{(change.IsOnHome ? " (on the home page)" : "")}", indent: 2);
            WritePair(change.Was ?? "(a new headline)", change.Now ?? "(removed)");
        }
    }

    private void WriteCommentary()
    {
        Heading(diff.Prose.Count, "Commentary that will change");
        foreach (var change in diff.Prose)
        {
            output.Line($"{change.File}:{change.Line}", indent: 2);
            WritePair(change.Was ?? "(nothing: this is new)", change.Now ?? "(nothing: this is removed)");
        }
    }

    private void WriteMetadata()
    {
        Heading(diff.Words.Count + diff.Files.Count, "Also changed");
        foreach (var place in diff.Words.GroupBy(change => change.Place))
        {
            output.Paragraph($"{place.Key}: {string.Join("; ", place.Select(change => change.What))}.", indent: 2);
        }

        foreach (var file in diff.Files)
        {
            output.Paragraph($"{file}: its layout, or parts that only programs read.", indent: 2);
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
            change.Difference is { } difference ? Movement.Text(difference, now.Measure) : "",
            change.Share is { } share ? Movement.ShareText(share) : "",
        ];
    }

    private static string Span(string first, string last) => first == last ? first : $"{first} to {last}";

    private static string Range(FigureRow[] figures)
    {
        var values = figures.Where(figure => figure.Value is not null).OrderBy(figure => figure.Value).ToList();
        return values.Count == 0 ? "no value" : Span(values[0].Text, values[^1].Text);
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
            output.Line();
            output.Line(text);
        }
    }

    private void WritePair(string was, string now) =>
        output.Labelled(
            [
                ["was", was],
                ["will be", now],
            ],
            indent: 4
        );
}
