using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;
using PublicStats.Data.Spreadsheets;

namespace PublicStats.Data.Importing;

/// <summary>Takes the rows of one sheet for one dataset, in their order, and collects a fault for everything that does not fit.</summary>
/// <param name="file">The spreadsheet's name, without its folder.</param>
/// <param name="sheet">The sheet's name; null for a CSV file.</param>
/// <param name="published">The last day on which the file can have been published: no row is of days after it.</param>
internal sealed class TableRows(ImportTarget target, ImportMapping mapping, string file, string? sheet, DateOnly published, Faults faults)
{
    private const string FileIsChanged = " If somebody opened the file and saved it, download it again from the publisher.";

    private readonly Measure[] measures =
    [
        .. mapping.Figures.Select(column => target.About.Structure.Measures.First(measure => measure.Name == column.Measure)),
    ];
    private readonly HashSet<int> mapped = [.. mapping.Columns.Select(column => column.Number)];
    private readonly string group = $"{sheet ?? "the file"} for {target.About.Name}";
    private readonly PeriodSequence sequence = new(target, mapping);
    private int last;
    private bool stopped;
    private bool told;
    private (Period Period, int Row, int Count)? early;
    private (int Row, int Count)? hidden;

    public List<SheetFigure> Figures { get; } = [];

    /// <summary>Periods that the sheet passes over and figures.csv holds.</summary>
    public IReadOnlySet<Period> Filled => sequence.Filled;

    /// <summary>What somebody should know who saw the sheet and not all that is in it.</summary>
    public List<string> Notices { get; } = [];

    /// <summary>Whether nothing more is wanted.</summary>
    public bool IsFull => stopped || faults.IsFull(group);

    public void Add(SheetRow row)
    {
        if (IsFull || row.Number + row.Repeats <= mapping.Header)
        {
            return;
        }

        if (last == 0)
        {
            Header(row);
        }
        else
        {
            Body(row);
            last = row.Number + row.Repeats - 1;
        }
    }

    /// <summary>The sheet has ended.</summary>
    public void End(Sheet ended)
    {
        Hidden(ended.HiddenColumns);
        if (last == 0)
        {
            Fault(
                mapping.Date.Number,
                mapping.Header,
                "The header is empty.",
                "Check \"header\" in import.json: the number of the row that names the columns."
            );
        }
        else if (!told && !sequence.HasRows)
        {
            Fault(mapping.Date.Number, mapping.Header + 1, "There are no rows under the header.", "Check that the file is whole.");
        }

        if (early is { } first)
        {
            Fault(
                mapping.Date.Number,
                first.Row,
                $"{sequence.LabelOf(first.Period)} had not {(target.About.Structure.Frequency is null ? "begun" : "ended")} on "
                    + $"{DateCells.Long(published)}, the day of the file. "
                    + (first.Count == 1 ? "It is the only such row." : $"There are {first.Count:#,##0} such rows."),
                "Take the rows of days to come out in a copy of the file, and import the copy. If the file is newer, give the day "
                    + "it was made.",
                new Advice(AdvisedAct.NameDay)
            );
        }

        foreach (
            var cells in ended.Merged.Where(cells =>
                cells.LastRow >= mapping.Header
                && cells.FirstRow <= last
                && mapped.Any(column => cells.FirstColumn <= column && column <= cells.LastColumn)
            )
        )
        {
            Fault(
                cells.FirstColumn,
                cells.FirstRow,
                $"{CellAddress.Of(cells.FirstColumn, cells.FirstRow)} to {CellAddress.Of(cells.LastColumn, cells.LastRow)} are merged into "
                    + "one cell.",
                "Unmerge them in a copy of the file, and write in each cell what it holds."
            );
        }
    }

    private void Hidden(IReadOnlyList<ColumnRange> columns)
    {
        var place = sheet is null ? "" : $" of {sheet}";
        if (hidden is { } rows)
        {
            Notices.Add(
                rows.Count == 1
                    ? $"Row {rows.Row}{place} is hidden in the file. Its figures are read like the others."
                    : $"{rows.Count:#,##0} rows{place} are hidden in the file, the first of them row {rows.Row}. Their figures are read "
                        + $"like the others."
            );
        }

        foreach (
            var column in mapping
                .Columns.Where(column => columns.Any(range => range.Contains(column.Number)))
                .OrderBy(column => column.Number)
        )
        {
            Notices.Add($"Column {column.Column}{place}, \"{column.Header}\", is hidden in the file. It is read like the others.");
        }
    }

    private void Header(SheetRow row)
    {
        last = mapping.Header;
        var before = faults.Count;
        if (row.Number > mapping.Header)
        {
            Fault(
                mapping.Date.Number,
                mapping.Header,
                "The header is empty.",
                "Check \"header\" in import.json: the number of the row that names the columns."
            );
        }
        else if (
            sheet is null
            && row.Cells.Count == 1
            && CsvRows.Separator(row.Cells[0].Text, mapping.Columns.Select(column => column.Header)) is { } separator
        )
        {
            Fault(1, mapping.Header, $"The cells are separated by {separator}, not by commas.", CsvRows.SaveWithCommas);
        }
        else
        {
            TableHeader.Check(row, mapping, (column, problem, cure) => Fault(column, mapping.Header, problem, cure));
        }

        // Rows under a header that is not understood would only repeat its fault.
        stopped = faults.Count > before;
    }

    private void Body(SheetRow row)
    {
        if (row.IsHidden)
        {
            hidden = hidden is { } first ? first with { Count = first.Count + row.Repeats } : (row.Number, row.Repeats);
        }

        var date = row.Cell(mapping.Date.Number);
        var blank = row.Number - last - 1;
        var fault = new Reason("There is no date in the row.", "Write it.");
        var period = date is { } cell ? DateCells.Read(cell, mapping.Date, out fault) : null;
        if (period is null && mapping.Figures.All(column => row.Cell(column.Number) is null))
        {
            var said = row.Cells[0];
            Fault(
                said.Column,
                row.Number,
                $"{DateCells.Quoted(said.Text)} is a note {(blank > 0 ? "under the table" : "among the rows")}, not a row of figures.",
                "Read it, for it may change what the figures mean. Then take it out in a copy of the file, and import the copy."
            );
            return;
        }

        if (blank > 0)
        {
            Fault(
                mapping.Date.Number,
                row.Number,
                $"The row comes after {(blank == 1 ? "a blank row" : $"{blank:#,##0} blank rows")}.",
                "Check that nothing is missing there, take the blank out in a copy of the file, and import the copy."
            );
        }

        if (period is not { } known)
        {
            Fault(mapping.Date.Number, row.Number, fault.Problem, fault.Cure);
        }
        else
        {
            sequence.Add(known, row, (problem, cure) => Fault(mapping.Date.Number, row.Number, problem, cure));
            if ((target.About.Structure.Frequency is null ? known.First : known.Last) > published)
            {
                early = early is { } first ? first with { Count = first.Count + row.Repeats } : (known, row.Number, row.Repeats);
            }
        }

        foreach (var column in TableHeader.Unmapped(row, mapped))
        {
            Fault(
                column,
                row.Number,
                $"{DateCells.Quoted(row.Cell(column)!.Value.Text)} is in a column that has no header.",
                "Ask the publisher what it is, or take it out in a copy of the file."
            );
        }

        Values(row, period, Marked(row));
    }

    private void Values(SheetRow row, Period? period, bool marked)
    {
        for (var i = 0; i < measures.Length; i++)
        {
            var column = mapping.Figures[i].Number;
            if (!FigureCells.TryRead(row.Cell(column), mapping, measures[i], out var value, out var status, out var fault))
            {
                Fault(column, row.Number, fault.Problem, fault.Cure);
            }
            else if (period is { } known)
            {
                Figures.Add(new(known, i, value, status, marked));
            }
        }
    }

    private bool Marked(SheetRow row)
    {
        if (mapping.Notes is not { } notes || row.Cell(notes.Number) is not { } cell)
        {
            return false;
        }

        if (cell.Text != notes.Revised)
        {
            Fault(
                notes.Number,
                row.Number,
                $"{DateCells.Quoted(cell.Text)} is a note that is not known; \"{notes.Revised}\" is.",
                "Read it, for it may change what the figures mean. Then take it out in a copy of the file, and import the copy."
            );
        }

        return cell.Text == notes.Revised;
    }

    private void Fault(int column, int row, string problem, string cure, params IReadOnlyList<Advice> advice)
    {
        told = true;
        var place = new SheetPlace(file, sheet ?? "", CellAddress.Of(column, row));
        faults.Add(new(place, problem, cure) { Advice = advice }, group, CellAddress.Letters(column), cure + FileIsChanged);
    }
}
