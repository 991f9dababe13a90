using System.Globalization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Reading;
using PublicStats.Data.Vintages;

namespace PublicStats.Data.Drafts;

/// <summary>A new or revised figure outside what is usual for its measure. It may be right: compare it with its source.</summary>
/// <param name="File">The path inside the publication.</param>
/// <param name="Line">From 1.</param>
/// <param name="Reason">What is unusual in it, with the range.</param>
public sealed record UnusualFigure(FigureChange Change, string File, int Line, string Reason)
{
    internal static IEnumerable<UnusualFigure> Of(WorkingFiles files, Dataset dataset, IEnumerable<FigureChange> changes)
    {
        var lines = new FiguresCsvLines(files.Set, dataset);
        foreach (var change in changes)
        {
            if (change.Now is { Value: { } value, Measure.Usual: { } usual } now && Why(change, now, value, usual) is { } reason)
            {
                yield return new(change, lines.Path, lines.Of(change.Key), reason);
            }
        }
    }

    private static string? Why(FigureChange change, FigureRow now, decimal value, PlausibilityRange usual)
    {
        var measure = now.Measure;
        if (value < usual.Least || value > usual.Most)
        {
            return $"{now.Text} is outside the usual {FigureText.Number(usual.Least, measure)} to "
                + $"{FigureText.Number(usual.Most, measure)}.";
        }

        if (usual.Jump is not { } jump || change.Difference is not { } difference || difference == 0)
        {
            return null;
        }

        var revision = $"{change.Was!.Value.Text} becomes {now.Text}";
        if (change.Share is not { } share)
        {
            return $"{revision}, and a figure of 0 is not usually revised.";
        }

        return Math.Abs(share) > jump
            ? string.Create(CultureInfo.InvariantCulture, $"{revision}, which is more than the usual revision of {jump:0.##%}.")
            : null;
    }
}
