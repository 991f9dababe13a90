using System.Buffers;
using System.Globalization;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Reading;

namespace PublicStats.Data.Importing;

/// <summary>The rows of figures.csv after an import: the imported figures, and the old rows that the mapping does not name.</summary>
internal sealed class ImportedRows
{
    private static readonly string[] Words = ["unit", "source", "quote", "note", "restates", "conflicts"];

    private readonly ImportTarget target;
    private readonly IReadOnlyList<string> columns;
    private readonly Dictionary<string, int> indexOf;
    private readonly List<(Period Period, int Order, string[] Cells)> rows = [];

    /// <param name="filled">Periods that the spreadsheet passes over: their rows stay as they are.</param>
    public ImportedRows(ImportTarget target, ImportMapping mapping, IReadOnlyList<SheetFigure> figures, IReadOnlySet<Period> filled)
    {
        (this.target, columns) = (target, target.Columns);
        indexOf = columns.Select((column, index) => (column, index)).ToDictionary(StringComparer.Ordinal);
        var imported = mapping.Figures.Select(column => Series(column.Measure, name => column.Codes![name])).ToList();
        var named = imported.ToHashSet(StringComparer.Ordinal);
        var old = new Dictionary<string, CsvRow>(StringComparer.Ordinal);
        foreach (var row in target.WasRows)
        {
            var series = Series(row["measure"], name => row[name]);
            if (named.Contains(series) && filled.Contains(Period.Parse(row["period"])))
            {
                rows.Add((Period.Parse(row["period"]), imported.IndexOf(series), [.. columns.Select(column => row[column])]));
            }
            else if (named.Contains(series))
            {
                old.TryAdd(series + row["period"], row);
            }
            else
            {
                rows.Add((Period.Parse(row["period"]), mapping.Figures.Count + row.Line, [.. columns.Select(column => row[column])]));
                Kept++;
            }
        }

        foreach (var figure in figures)
        {
            var name = mapping.Figures[figure.Column].Measure;
            var measure = target.About.Structure.Measures.First(candidate => candidate.Name == name);
            Add(figure, mapping.Figures[figure.Column], measure, old.GetValueOrDefault(imported[figure.Column] + figure.Period.Code));
        }

        Bytes = ToCsv(mapping);
    }

    public byte[] Bytes { get; }

    /// <summary>The columns that are written, in order.</summary>
    public IReadOnlyList<string> Columns { get; private set; } = [];

    /// <summary>Rows of the old file that the mapping does not name.</summary>
    public int Kept { get; private set; }

    /// <summary>Figures that stay the same, and whose status or words do not.</summary>
    public int Reworded { get; private set; }

    /// <summary>Figures that changed, so that what an editor had written beside the old value fell away.</summary>
    public List<string> WordsDropped { get; } = [];

    private void Add(SheetFigure figure, FigureColumn column, Measure measure, CsvRow? was)
    {
        var cells = new string[columns.Count];
        Array.Fill(cells, "");
        void Set(string name, string text) => cells[indexOf[name]] = text;

        Set("period", figure.Period.Code);
        foreach (var dimension in target.Dimensions)
        {
            Set(dimension.Name, column.Codes![dimension.Name]);
        }

        Set("measure", column.Measure);
        Set("value", figure.Value is { } value ? FigureText.Plain(value, measure.Decimals) : "");
        Set("status", figure.Status.Written());
        var same = was is not null && was["bound"] is "" or "exact" && Same(was["value"], figure.Value);
        foreach (var word in Words)
        {
            Set(word, same ? was![word] : "");
        }

        var note = was is null ? "" : CellOf(was, "note");
        Set("note", same ? note : "");
        Set(PublisherMark.Column, figure.Marked ? PublisherMark.Revised : "");
        if (!same && was is not null && (note.Length > 0 || Words.Any(word => word != "note" && was[word].Length > 0)))
        {
            var codes = target.Dimensions.Select(dimension => column.Codes![dimension.Name]);
            WordsDropped.Add(new FigureKey(target.About.Name, column.Measure, [.. codes], figure.Period.Code).ToString());
        }

        Reworded += same && columns.Any(name => name is not ("value" or "bound") && cells[indexOf[name]] != CellOf(was!, name)) ? 1 : 0;
        rows.Add((figure.Period, figure.Column, cells));
    }

    // An older file has the publisher's mark at the start of the note.
    private static string CellOf(CsvRow row, string column)
    {
        var (mark, note) = PublisherMark.Read(row[PublisherMark.Column], row["note"]);
        return column switch
        {
            PublisherMark.Column => mark,
            "note" => note,
            _ => row[column],
        };
    }

    private static bool Same(string was, decimal? now) =>
        now is null
            ? was.Length == 0
            : decimal.TryParse(was, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value == now;

    private string Series(string measure, Func<string, string> code) =>
        string.Concat([measure, "/", .. target.Dimensions.Select(dimension => code(dimension.Name) + "/")]);

    private byte[] ToCsv(ImportMapping mapping)
    {
        rows.Sort((one, other) => one.Period.CompareTo(other.Period) is not 0 and var order ? order : one.Order.CompareTo(other.Order));
        // A column that the descriptor describes or the mapping fills is written even when it is empty this week, so that the columns stay
        // the same.
        var described = DescriptorEdit.Fields(target.Descriptor);
        var used = columns
            .Select(
                (column, index) =>
                    index < target.Dimensions.Count + 3
                    || (column == PublisherMark.Column && mapping.Notes is not null)
                    || described.Contains(column)
                    || (column == "status" && mapping.Status is not null)
                    || rows.Any(row => row.Cells[index].Length > 0)
            )
            .ToArray();
        Columns = [.. columns.Where((_, index) => used[index])];
        var bytes = new ArrayBufferWriter<byte>();
        var csv = new CsvWriter(bytes, Formulas.Unchanged);
        foreach (var cells in rows.Select(row => row.Cells).Prepend([.. columns]))
        {
            csv.Row(cells.Where((_, index) => used[index]));
        }

        return bytes.WrittenSpan.ToArray();
    }
}
