using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Validation;

/// <summary>Checks every word that is published, wherever an editor wrote it. The publisher's own words, quotes and titles of sources,
/// stay as they are.</summary>
internal sealed class WordsCheck(FileSet files, Publication publication, Faults faults)
{
    // Members of the JSON files that readers see. All others are names, codes and addresses.
    private static readonly string[] WordMembers =
    [
        "title",
        "subtitle",
        "description",
        "summary",
        "publisher",
        "label",
        "note",
        "notice",
        "updates",
        "exactness",
        "subject",
        "definition",
        "unit",
        "unitOne",
        "counted",
        "notCounted",
        "breaks",
        "rounding",
        "disclosure",
    ];

    private readonly MarkdownWords markdown = new(SiteAddresses.Sections(publication));

    /// <summary>Adds a fault for every problem found.</summary>
    public void Check()
    {
        Json("publication.json");
        foreach (var dataset in publication.Datasets)
        {
            var folder = $"datasets/{dataset.Name}/";
            Json(folder + "datapackage.json");
            Csv(folder + "figures.csv", "unit", "note");
            foreach (var dimension in dataset.Dimensions)
            {
                Csv($"{folder}{dimension.Name}.csv", "label", "description");
            }

            Commentary(folder + "notes.md", dataset.Notes, 1);
        }

        Csv("sources.csv", "note");
        Csv("calendar.csv", "title");
        foreach (var page in publication.Pages)
        {
            var path = $"pages/{page.Name}.md";
            Plain(path, 2, "title", page.Title);
            Plain(path, 3, "description", page.Description);
            Commentary(path, page.Markdown, page.FirstLine);
        }
    }

    private void Json(string path)
    {
        if (Descriptor.Parts(files, path) is { } root)
        {
            Json(path, root, "", "");
        }
    }

    private void Json(string path, JsonPart part, string name, string place)
    {
        foreach (var member in part.Members)
        {
            Json(path, member.Value, member.Name, place.Length == 0 ? member.Name : $"{place}.{member.Name}");
        }

        foreach (var (item, index) in part.Items.Select((item, index) => (item, index)))
        {
            // An item is known by its own name where it has one.
            var own = item.Member("id") ?? item.Member("name");
            Json(path, item, name, own is { Value.Kind: JsonKind.Text } ? $"{place}.{own.Value.Text}" : $"{place}[{index}]");
        }

        if (part.Kind == JsonKind.Text && name == "sentence" && place.Contains("measures.", StringComparison.Ordinal))
        {
            // What a measure's sentence may contain between braces is checked by SentenceCheck.
            Add(path, part.Line, place, PlainWords.Markup(part.Text));
        }
        else if (part.Kind == JsonKind.Text && name == "sentence")
        {
            Add(path, part.Line, place, PlainWords.SentenceProblems(part.Text));
        }
        else if (part.Kind == JsonKind.Text && WordMembers.Contains(name))
        {
            Plain(path, part.Line, place, part.Text);
        }
    }

    // The file has been read without a fault before, so a line of it needs to be split only where it may hold something.
    private void Csv(string path, params string[] columns)
    {
        var lines = files.Has(path) ? TextLines.Read(files, path, new()) ?? [] : [];
        var header = lines.Count == 0 ? [] : CsvLine.Cells(lines[0]) ?? [];
        for (var at = 1; at < lines.Count; at++)
        {
            if (lines[at].AsSpan().IndexOfAny("{}<[:") >= 0 && CsvLine.Cells(lines[at]) is { } cells)
            {
                foreach (var column in columns.Where(header.Contains))
                {
                    Plain(path, at + 1, column, cells[Array.IndexOf(header, column)]);
                }
            }
        }
    }

    private void Plain(string path, int line, string place, string text) => Add(path, line, place, PlainWords.Problems(text));

    private void Add(string path, int line, string place, IEnumerable<Reason> problems)
    {
        foreach (var (problem, cure) in problems)
        {
            faults.Add(path, line, place, problem, cure);
        }
    }

    private void Commentary(string path, string text, int firstLine)
    {
        foreach (var (line, number) in Prose.BareNumbers(text))
        {
            faults.Add(
                path,
                line + firstLine - 1,
                "text",
                $"\"{number}\" is a number in prose that no release can keep true.",
                "Write {{ figure \"key\" }} for a figure, or {{ literal \"" + number + "\" }} for a number that is none."
            );
        }

        foreach (var (line, key) in Prose.Keys(text))
        {
            if (!FigureLookup.TryFind(publication, key, out _, out var fault))
            {
                var cure = fault.Cure.Length > 0 ? fault.Cure : "Mend it.";
                faults.Add(path, line + firstLine - 1, "figure", $"{key} is no figure: {fault.Problem}", cure);
            }
        }

        foreach (var problem in markdown.Problems(text))
        {
            faults.Add(path, problem.Line + firstLine - 1, "text", problem.Problem, problem.Cure);
        }
    }
}
