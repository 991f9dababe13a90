using System.Buffers;
using System.Text;
using System.Text.Json;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Formats;

/// <summary>Figures as tidy CSV: UTF-8, one figure a row, columns that keep their names and order.</summary>
internal sealed class CsvFormat : FigureFormat
{
    /// <summary>What the OpenAPI document says of every CSV that is made here.</summary>
    internal const string Safety =
        "A text that begins with =, +, -, @, a tab or a carriage return has an apostrophe "
        + "before it, so that no spreadsheet program runs it as a formula.";

    private static readonly SearchValues<char> Special = SearchValues.Create("\",\n\r");

    public override string Title => "CSV";

    public override string Extension => ".csv";

    public override string ContentType => "text/csv; charset=utf-8; header=present";

    public override string Operation => "DownloadFigures";

    public override string Description =>
        "Tidy, UTF-8, one figure a row. The whole dataset unless a limit is asked for. " + Safety;

    public override int DefaultLimit => int.MaxValue;

    public override async Task Write(
        FigureSelection figures,
        Stream output,
        JsonSerializerOptions json,
        CancellationToken cancellation
    ) => await output.WriteAsync(Rows(figures.Selection, figures.Dataset), cancellation);

    private static byte[] Rows(Selection selection, Dataset dataset)
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
