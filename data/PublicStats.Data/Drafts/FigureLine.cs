using PublicStats.Data.Figures;

namespace PublicStats.Data.Drafts;

/// <summary>A row of figures.csv, by column.</summary>
internal sealed record FigureLine(IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The columns that hold something.</summary>
    public IEnumerable<string> Columns => Cells.Where(cell => cell.Value.Length > 0).Select(cell => cell.Key);

    /// <summary>The cell of a column; empty when there is none.</summary>
    public string this[string column] => Cells.GetValueOrDefault(column, "");

    /// <summary>The value with its bound and status, as the file has them.</summary>
    public string Display
    {
        get
        {
            var value = this["value"].Length > 0 ? this["value"] : "no value";
            return string.Join(' ', new[] { this["bound"], value, Status }.Where(part => part.Length > 0));
        }
    }

    /// <summary>Whether two rows say the same. That a figure was revised is no part of it: sealing finds that out.</summary>
    public static bool Same(FigureLine? one, FigureLine? other) =>
        one is null || other is null
            ? one is null && other is null
            : one
                .Columns.Union(other.Columns)
                .All(column =>
                    column switch
                    {
                        "status" => one.Status == other.Status,
                        "bound" => Exact(one[column]) == Exact(other[column]),
                        "note" or PublisherMark.Column => one.MarkAndNote == other.MarkAndNote,
                        _ => one[column] == other[column],
                    }
                );

    private (string, string) MarkAndNote => PublisherMark.Read(this[PublisherMark.Column], this["note"]);

    private string Status =>
        FigureStatuses.TryParse(this["status"], out var status) ? (status & ~FigureStatus.Revised).Written() : this["status"];

    private static string Exact(string bound) => bound.Length == 0 ? "exact" : bound;
}
