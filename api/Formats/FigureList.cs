using PublicStats.Api.Corrections;
using PublicStats.Api.Http;

namespace PublicStats.Api.Formats;

/// <summary>Figures of a dataset, and where the rest of them are.</summary>
internal sealed record FigureList
{
    /// <summary>The dataset's name.</summary>
    public required string Dataset { get; init; }

    /// <summary>The release that the figures are from.</summary>
    public required ReleaseName Release { get; init; }

    /// <summary>The corrections that concern a figure of this answer, newest first.</summary>
    public IReadOnlyList<CorrectionNotice>? Corrections { get; init; }

    /// <summary>What a reader must know of every figure here.</summary>
    public string? Notice { get; init; }

    /// <summary>
    /// Only with latest or last-n, when some of the selected series have no figure in the last periods: how many have one, and how to ask
    /// for the others.
    /// </summary>
    public string? PeriodNote { get; init; }

    /// <summary>The figures of this page.</summary>
    public required IEnumerable<Figure> Figures { get; init; }

    /// <summary>How many figures were found, on all pages.</summary>
    public required int Total { get; init; }

    /// <summary>The address of the next page. Null on the last.</summary>
    public required string? Next { get; init; }

    public static FigureList Of(FigureSelection figures)
    {
        var (release, dataset, selection, next) = figures;
        var rows = selection.Rows.Select(row => selection.Table[row]);
        return new()
        {
            Dataset = dataset.Name,
            Release = ReleaseName.Of(release),
            Corrections = CorrectionNotice.ListOf(release, CorrectionFinder.Of(release, dataset, rows)),
            Notice = dataset.About.Text.Notice,
            PeriodNote = selection.PeriodNote,
            Figures = rows.Select(Figure.Of),
            Total = selection.Total,
            Next = next,
        };
    }
}
