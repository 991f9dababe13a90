using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Vintages;

namespace PublicStats.Data.Drafts;

/// <summary>Something other than a figure or a text that will not be as it is now, named shortly.</summary>
/// <param name="Place">A dataset, or <c>publication</c>, <c>sources</c>, <c>calendar</c>.</param>
/// <param name="What">Such as "the definition of people".</param>
public sealed record MetadataChange(string Place, string What)
{
    internal static IReadOnlyList<MetadataChange> Between(Publication was, Publication now) =>
        [
            .. Differ(
                "publication",
                ("the title", was.About.Title, now.About.Title),
                ("the subtitle", was.About.Subtitle, now.About.Subtitle),
                ("the summary", was.About.Summary, now.About.Summary),
                ("the publisher", was.About.Publisher, now.About.Publisher),
                ("the language", was.About.Language, now.About.Language),
                ("the time zone", was.About.TimeZone, now.About.TimeZone),
                ("the address", was.About.Address, now.About.Address),
                ("the contact", was.Contact, now.Contact),
                ("the licence", was.Licence, now.Licence),
                ("the headlines of the home page", Joined(was.Headlines), Joined(now.Headlines)),
                (
                    "the order of datasets",
                    Joined(was.Datasets.Select(dataset => dataset.Name)),
                    Joined(now.Datasets.Select(dataset => dataset.Name))
                )
            ),
            .. Lists("sources", "source", was.Sources, now.Sources, source => source.Id),
            .. Lists("calendar", "release", was.Calendar, now.Calendar, release => $"{release.At:yyyy-MM-dd HH:mm}"),
            .. Lists("pages", "page", was.Pages.Select(page => page.Name), now.Pages.Select(page => page.Name), name => name),
            .. Lists(
                "datasets",
                "dataset",
                was.Datasets.Select(dataset => dataset.Name),
                now.Datasets.Select(dataset => dataset.Name),
                name => name
            ),
            .. now.Datasets.SelectMany(dataset => was.Find(dataset.Name) is { } old ? Between(dataset.Name, old, dataset) : []),
        ];

    private static IEnumerable<MetadataChange> Between(string place, Dataset was, Dataset now)
    {
        var (old, about) = (was.About, now.About);
        return
        [
            .. Differ(
                place,
                ("the title", old.Title, about.Title),
                ("the description", old.Text.Description, about.Text.Description),
                ("the notice", old.Text.Notice, about.Text.Notice),
                ("the frequency", old.Structure.Frequency, about.Structure.Frequency),
                ("that a missing cell means none", old.Structure.Sparse, about.Structure.Sparse),
                ("that figures are illustrative", old.Structure.Illustrative, about.Structure.Illustrative),
                ("the dataset's source", old.Structure.Source, about.Structure.Source),
                ("when it is updated", old.Text.Updates, about.Text.Updates),
                ("the publisher", old.Text.Publisher, about.Text.Publisher),
                ("how exact it is", old.Text.Exactness, about.Text.Exactness),
                ("the subject", old.Text.Subject, about.Text.Subject),
                ("what is counted", Joined(old.Caveats.Counted), Joined(about.Caveats.Counted)),
                ("what is not counted", Joined(old.Caveats.NotCounted), Joined(about.Caveats.NotCounted)),
                ("the breaks", old.Caveats.Breaks, about.Caveats.Breaks),
                ("the rounding", old.Caveats.Rounding, about.Caveats.Rounding),
                ("how people are protected", old.Caveats.Disclosure, about.Caveats.Disclosure),
                ("the dimensions", Joined(old.Structure.Dimensions), Joined(about.Structure.Dimensions))
            ),
            .. about.Structure.Measures.SelectMany(measure =>
                old.Structure.Measures.FirstOrDefault(known => known.Name == measure.Name) is { } before
                    ? Between(place, before, measure)
                    : []
            ),
            .. Lists(
                place,
                "measure",
                old.Structure.Measures.Select(measure => measure.Name),
                about.Structure.Measures.Select(measure => measure.Name),
                name => name
            ),
            .. Lists(
                place,
                "headline",
                old.Presentation.Headlines.Select(Written),
                about.Presentation.Headlines.Select(Written),
                pair => pair.Id
            ),
            .. Lists(place, "chart", old.Presentation.Charts.Select(Written), about.Presentation.Charts.Select(Written), pair => pair.Id),
            .. now.Dimensions.SelectMany(dimension =>
                was.Dimensions.FirstOrDefault(known => known.Name == dimension.Name) is { } before
                    ? Lists(place, "code", before.Codes.Select(Written), dimension.Codes.Select(Written), code => code.Name)
                    : []
            ),
            .. HeadlineAndTextChanges(place, was.Figures, now.Figures),
        ];
    }

    private static IEnumerable<MetadataChange> Between(string place, Measure was, Measure now) =>
        Differ(
            place,
            ($"the definition of {now.Name}", was.Definition, now.Definition),
            ($"the label of {now.Name}", was.Label, now.Label),
            ($"the unit of {now.Name}", (was.Unit, was.UnitOne, was.Symbol), (now.Unit, now.UnitOne, now.Symbol)),
            ($"the decimals of {now.Name}", was.Decimals, now.Decimals),
            ($"which sums of {now.Name} there are", was.Additivity, now.Additivity),
            ($"the maximum of {now.Name}", was.Maximum, now.Maximum),
            ($"the usual range of {now.Name}", was.Usual, now.Usual),
            ($"the sentence of {now.Name}", was.Sentence, now.Sentence)
        );

    // The words beside a figure whose value stays. Sealing finds revisions, which are reported elsewhere.
    private static IEnumerable<MetadataChange> HeadlineAndTextChanges(string place, FigureTable was, FigureTable now)
    {
        var before = FigureChanges.ByKey(was);
        var counts = new int[5];
        foreach (var figure in now)
        {
            if (before.TryGetValue(figure.Key, out var old))
            {
                var (one, other) = (old.Attributes, figure.Attributes);
                counts[0] +=
                    (old.Status | FigureStatus.Revised) != (figure.Status | FigureStatus.Revised)
                    && old.Value.HasValue == figure.Value.HasValue
                        ? 1
                        : 0;
                counts[1] += one.Source != other.Source ? 1 : 0;
                counts[2] += one.Quote != other.Quote ? 1 : 0;
                counts[3] += (one.IsMarkedRevised, one.Note) != (other.IsMarkedRevised, other.Note) ? 1 : 0;
                counts[4] +=
                    one.Unit != other.Unit
                    || one.BoundWord != other.BoundWord
                    || one.Restates != other.Restates
                    || !one.Conflicts.SequenceEqual(other.Conflicts)
                        ? 1
                        : 0;
            }
        }

        return counts
            .Zip(["status", "source", "quote", "note", "unit, bound word or links"])
            .Where(pair => pair.First > 0)
            .Select(pair => new MetadataChange(
                place,
                $"the {pair.Second} of {pair.First:#,##0} {(pair.First == 1 ? "figure" : "figures")}"
            ));
    }

    private static IEnumerable<MetadataChange> Differ(string place, params IEnumerable<(string What, object? Was, object? Now)> parts) =>
        parts.Where(part => !Equals(part.Was, part.Now)).Select(part => new MetadataChange(place, part.What));

    private static IEnumerable<MetadataChange> Lists<T>(
        string place,
        string what,
        IEnumerable<T> was,
        IEnumerable<T> now,
        Func<T, string> name
    )
    {
        var before = was.GroupBy(name).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        var after = now.GroupBy(name).ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        return after
            .Keys.Union(before.Keys)
            .Select(key => (Key: key, Change: Change(before.GetValueOrDefault(key), after.GetValueOrDefault(key))))
            .Where(pair => pair.Change is not null)
            .Select(pair => new MetadataChange(place, $"{what} {pair.Key}{pair.Change}"));

        static string? Change(List<T>? was, List<T>? now)
        {
            if (was is null)
            {
                return " is new";
            }

            if (now is null)
            {
                return " goes";
            }

            return was.SequenceEqual(now) ? null : "";
        }
    }

    // Records that hold lists are compared by what they say.
    private static (string Id, string Text) Written(Headline headline) =>
        (headline.Id, $"{headline with { Codes = None }} {Joined(headline.Codes)}");

    private static (string Id, string Text) Written(Chart chart) =>
        (chart.Id, $"{chart with { Codes = None, Keys = [] }} {Joined(chart.Codes)} {Joined(chart.Keys)}");

    private static (string Name, string Text) Written(Code code) =>
        (code.Name, $"{code.Label} {code.Parent} {code.Description} {Joined(code.Members)} {code.Phrase}");

    private static Dictionary<string, string> None { get; } = [];

    private static string Joined<T>(IEnumerable<T> items) => string.Join('\n', items);
}
