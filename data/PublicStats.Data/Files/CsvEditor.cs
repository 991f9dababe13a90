using System.Buffers;

namespace PublicStats.Data.Files;

/// <summary>A CSV file whose cells are changed and which is written again: rows that did not change keep their bytes.</summary>
internal sealed class CsvEditor
{
    private readonly IReadOnlyList<string> optional;
    private readonly List<string> columns;
    private readonly List<(string Line, string[] Cells, bool Changed)> rows = [];
    private readonly int width;

    /// <summary>Reads a file that has been read without a fault.</summary>
    /// <param name="optional">The columns that may be added, in the order in which the reader expects them.</param>
    public CsvEditor(FileSet files, string path, IReadOnlyList<string> optional)
    {
        this.optional = optional;
        var lines = TextLines.Read(files, path, new())!;
        columns = [.. CsvLine.Cells(lines[0])!];
        width = columns.Count;
        rows.AddRange(lines.Skip(1).Select(line => (line, CsvLine.Cells(line)!, false)));
    }

    /// <summary>Whether anything differs from what was read.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>Whether columns were added.</summary>
    public bool HasNewColumns => columns.Count > width;

    /// <summary>The columns, in the order in which they are written.</summary>
    public IReadOnlyList<string> Columns => [.. Order().Select(index => columns[index])];

    /// <summary>How many rows there are below the header.</summary>
    public int Count => rows.Count;

    /// <summary>A cell by its row, from 0, and its column; empty when there is no such column.</summary>
    public string this[int row, string column]
    {
        get => columns.IndexOf(column) is var at && at >= 0 && at < rows[row].Cells.Length ? rows[row].Cells[at] : "";
        set
        {
            if (this[row, column] != value)
            {
                var at = Column(column);
                var cells = rows[row].Cells;
                Array.Resize(ref cells, Math.Max(cells.Length, columns.Count));
                cells[at] = value;
                rows[row] = (rows[row].Line, cells, true);
                HasChanged = true;
            }
        }
    }

    /// <summary>Adds an empty row.</summary>
    /// <param name="at">Where, from 0: before the row that is there.</param>
    public void Insert(int at)
    {
        rows.Insert(at, ("", [.. Enumerable.Repeat("", columns.Count)], true));
        HasChanged = true;
    }

    /// <summary>Takes out the rows of which something is true.</summary>
    public void Remove(Func<int, bool> which)
    {
        var removed = Enumerable.Range(0, rows.Count).Where(which).ToHashSet();
        var at = 0;
        HasChanged |= rows.RemoveAll(_ => removed.Contains(at++)) > 0;
    }

    /// <summary>The file as it is to be written, its columns in their fixed order.</summary>
    public byte[] ToBytes()
    {
        var order = Order();
        var bytes = new ArrayBufferWriter<byte>();
        var csv = new CsvWriter(bytes, Formulas.Unchanged);
        csv.Row(order.Select(index => columns[index]));
        foreach (var (line, cells, changed) in rows)
        {
            if (changed || columns.Count > width)
            {
                csv.Row(order.Select(index => index < cells.Length ? cells[index] ?? "" : ""));
            }
            else
            {
                csv.Line(line);
            }
        }

        return bytes.WrittenSpan.ToArray();
    }

    private int[] Order() =>
        [.. columns.Select((name, at) => (name, at)).OrderBy(pair => Place(pair.name, pair.at)).Select(pair => pair.at)];

    private int Column(string name)
    {
        if (columns.IndexOf(name) is var at && at < 0)
        {
            columns.Add(name);
            return columns.Count - 1;
        }

        return at;
    }

    // Columns that were read keep their places; a new one goes where the reader expects it.
    private double Place(string name, int at)
    {
        if (at < width)
        {
            return at;
        }

        var own = PlaceOfOptional(name);
        return 0.5
            + columns
                .Take(width)
                .Select((column, i) => (Place: PlaceOfOptional(column), i))
                .Where(pair => pair.Place < own)
                .Max(pair => pair.i)
            + (own / 100.0);
    }

    private int PlaceOfOptional(string name)
    {
        for (var i = 0; i < optional.Count; i++)
        {
            if (optional[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
