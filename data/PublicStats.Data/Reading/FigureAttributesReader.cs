using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Reading;

/// <summary>Reads the cells of a row of figures.csv that say more about its figure: source, quote, note, and the publisher's word for the
/// bound.</summary>
internal sealed class FigureAttributesReader(DatasetDescription about, IReadOnlyList<Source> sources, Faults faults)
{
    private readonly string path = $"datasets/{about.Name}/figures.csv";
    private readonly Dictionary<string, Source> sourceOf = sources
        .DistinctBy(source => source.Id)
        .ToDictionary(source => source.Id, StringComparer.Ordinal);

    public FigureAttributes Read(CsvRow row, Period period, Bound bound)
    {
        if (row["source"] is { Length: > 0 } source && !sourceOf.ContainsKey(source))
        {
            faults.Add(
                path,
                row.Line,
                "source",
                $"\"{source}\" is not a source in sources.csv.",
                Nearest.To(source, sourceOf.Keys.Order(StringComparer.Ordinal)) is { } nearest
                    ? $"Write {nearest}, or add it there."
                    : "Add it there."
            );
        }

        var (mark, note) = PublisherMark.Read(row[PublisherMark.Column], row["note"]);
        if (mark is not ("" or PublisherMark.Revised))
        {
            faults.Add(
                path,
                row.Line,
                PublisherMark.Column,
                $"\"{mark}\" is not a mark.",
                $"Write {PublisherMark.Revised}, or leave the cell empty."
            );
        }

        string? Cell(string column) => PublicationReader.Optional(row[column]);
        var attributes = new FigureAttributes(
            Cell("unit"),
            Cell("source"),
            Cell("quote"),
            PublicationReader.Optional(note),
            Cell("restates"),
            row["conflicts"].Split(' ', StringSplitOptions.RemoveEmptyEntries),
            BoundWord: ReadBoundWord(row, bound),
            Stated: StatedBeforeItsEnd(Cell("source") ?? about.Structure.Source, period),
            IsMarkedRevised: mark == PublisherMark.Revised
        );
        var none = FigureAttributes.None;
        return attributes.Conflicts.Count == 0 && attributes with { Conflicts = none.Conflicts } == none ? none : attributes;
    }

    // Only a statement can be about a time that was not over: in a dataset with a frequency that is a fault.
    private Period? StatedBeforeItsEnd(string source, Period period) =>
        about.Structure.Frequency is null && sourceOf.TryGetValue(source, out var said) && period.Last > said.Published.Last
            ? said.Published
            : null;

    private string? ReadBoundWord(CsvRow row, Bound bound)
    {
        var word = row["bound_word"];
        if (word.Length == 0)
        {
            return null;
        }

        if (!bound.Words().Contains(word, StringComparer.Ordinal))
        {
            faults.Add(path, row.Line, "bound_word", BoundWord.Problem(word, bound), BoundWord.Cure(word, bound));
        }
        else if (row["quote"] is { Length: > 0 } quote && !BoundWord.IsIn(quote, word))
        {
            faults.Add(
                path,
                row.Line,
                "bound_word",
                $"The quote does not contain \"{word}\".",
                "Write the word that the publisher used, or leave the cell empty."
            );
        }

        return word == bound.Word() ? null : word;
    }
}
