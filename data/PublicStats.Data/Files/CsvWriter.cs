using System.Buffers;
using System.Text;

namespace PublicStats.Data.Files;

/// <summary>What a writer of CSV does with a text that a spreadsheet program would run as a formula.</summary>
public enum Formulas
{
    /// <summary>Writes it as it is. For files that only our own reader opens.</summary>
    Unchanged,

    /// <summary>Writes an apostrophe before it, so that a spreadsheet program shows it. For downloads.</summary>
    Disarmed,
}

/// <summary>Writes CSV in UTF-8, with LF line ends. A cell is in quotation marks only where it must be.</summary>
public sealed class CsvWriter(IBufferWriter<byte> output, Formulas formulas)
{
    private static readonly SearchValues<char> Special = SearchValues.Create("\",\n\r");

    private bool isFirst = true;

    /// <summary>Writes a row of texts.</summary>
    public void Row(IEnumerable<string> cells)
    {
        foreach (var cell in cells)
        {
            Text(cell);
        }

        EndRow();
    }

    /// <summary>Writes a row as it was read.</summary>
    public void Line(string line)
    {
        Encoding.UTF8.GetBytes(line, output);
        EndRow();
    }

    /// <summary>Writes a cell of text; null as an empty cell.</summary>
    public void Text(string? text)
    {
        if (text is not null && formulas == Formulas.Disarmed && FormulaText.Begins(text))
        {
            text = FormulaText.Prefix + text;
        }

        if (text is not null && text.AsSpan().ContainsAny(Special))
        {
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        }

        Cell(text);
    }

    /// <summary>Writes a number as it is: it may be below zero.</summary>
    public void Number(string number) => Cell(number);

    /// <summary>Ends the row.</summary>
    public void EndRow()
    {
        Byte((byte)'\n');
        isFirst = true;
    }

    private void Cell(string? text)
    {
        if (!isFirst)
        {
            Byte((byte)',');
        }

        isFirst = false;
        if (!string.IsNullOrEmpty(text))
        {
            Encoding.UTF8.GetBytes(text, output);
        }
    }

    private void Byte(byte value)
    {
        output.GetSpan(1)[0] = value;
        output.Advance(1);
    }
}
