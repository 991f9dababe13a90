using System.Text;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Figures;

/// <summary>Figures as tidy CSV: UTF-8, one figure a row, columns that keep their names and order.</summary>
internal static class FigureCsv
{
    private static readonly System.Buffers.SearchValues<char> Special = System.Buffers.SearchValues.Create("\",\n\r");

    /// <summary>Writes a selection, header first.</summary>
    public static byte[] Write(Selection selection, PublicStats.Data.Datasets.Dataset dataset)
    {
        var table = selection.Table;
        var csv = new StringBuilder(selection.Rows.Count * 80);
        string[] after =
        [
            "measure",
            "value",
            "bound",
            "status",
            "unit",
            "source",
            "quote",
            "note",
            "restates",
            "conflicts",
            "covers",
            "bound_word",
        ];
        csv.AppendJoin(',', ["key", "period", .. table.Dimensions.Select(dimension => dimension.Name), .. after]).Append('\n');
        foreach (var row in selection.Rows)
        {
            var figure = table[row];
            var words = figure.Attributes;
            Cell(csv, figure.Key, first: true);
            Cell(csv, figure.Period.Code);
            for (var i = 0; i < table.Dimensions.Count; i++)
            {
                Cell(csv, figure.Code(i).Name);
            }

            Cell(csv, figure.Measure.Name);
            NumberCell(csv, figure.Value is { } value ? FigureText.Plain(value, figure.Measure.Decimals) : "");
            Cell(csv, figure.Bound.Code());
            Cell(csv, figure.Status.Written());
            Cell(csv, words.Unit ?? figure.Measure.Unit);
            Cell(csv, words.Source ?? dataset.About.Structure.Source);
            Cell(csv, words.Quote);
            Cell(csv, figure.Note);
            Cell(csv, words.Restates);
            Cell(csv, string.Join(' ', words.Conflicts));
            Cell(csv, words.Covers?.Code);
            Cell(csv, figure.BoundWord);
            csv.Append('\n');
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    /// <summary>Writes a number as it is: it may be below zero.</summary>
    internal static void NumberCell(StringBuilder csv, string number) => csv.Append(',').Append(number);

    /// <summary>
    /// Writes a text, quoted where it must be. One that a spreadsheet program would run as a formula gets an apostrophe before it.
    /// </summary>
    internal static void Cell(StringBuilder csv, string? text, bool first = false)
    {
        if (!first)
        {
            csv.Append(',');
        }

        if (text is not null && FormulaText.Begins(text))
        {
            text = FormulaText.Prefix + text;
        }

        if (text is not null && text.AsSpan().ContainsAny(Special))
        {
            csv.Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
        else
        {
            csv.Append(text);
        }
    }
}
