using System.Buffers;
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

    public override string Title => "CSV";

    public override string Extension => ".csv";

    public override string ContentType => "text/csv; charset=utf-8; header=present";

    public override string Operation => "DownloadFigures";

    public override string Description => "Tidy, UTF-8, one figure a row. The whole dataset unless a limit is asked for. " + Safety;

    public override int DefaultLimit => int.MaxValue;

    public override async Task Write(FigureSelection figures, Stream output, JsonSerializerOptions json, CancellationToken cancellation) =>
        await output.WriteAsync(Rows(figures.Selection, figures.Dataset), cancellation);

    private static ReadOnlyMemory<byte> Rows(Selection selection, Dataset dataset)
    {
        var table = selection.Table;
        var bytes = new ArrayBufferWriter<byte>((selection.Rows.Count + 1) * 80);
        var csv = new CsvWriter(bytes, Formulas.Disarmed);
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
        csv.Row(["key", "period", .. table.Dimensions.Select(dimension => dimension.Name), .. after]);
        foreach (var row in selection.Rows)
        {
            var figure = table[row];
            var words = figure.Attributes;
            csv.Text(figure.Key);
            csv.Text(figure.Period.Code);
            for (var i = 0; i < table.Dimensions.Count; i++)
            {
                csv.Text(figure.Code(i).Name);
            }

            csv.Text(figure.Measure.Name);
            csv.Number(figure.Value is { } value ? FigureText.Plain(value, figure.Measure.Decimals) : "");
            csv.Text(figure.Bound.Code());
            csv.Text(figure.Status.Written());
            csv.Text(words.Unit ?? figure.Measure.Unit);
            csv.Text(words.Source ?? dataset.About.Structure.Source);
            csv.Text(words.Quote);
            csv.Text(figure.Note);
            csv.Text(words.Restates);
            csv.Text(string.Join(' ', words.Conflicts));
            csv.Text(words.Covers?.Code);
            csv.Text(figure.BoundWord);
            csv.EndRow();
        }

        return bytes.WrittenMemory;
    }
}
