using PublicStats.Data.Figures;

namespace PublicStats.SiteGenerator.Charts;

/// <summary>The figures of a chart. The picture, the table and the texts are all made from them.</summary>
/// <param name="Shown">Every figure that has a mark, in the order of the marks.</param>
/// <param name="Panel">The position of the dimension whose codes are the panels; -1 where there are none.</param>
/// <param name="Before">
/// The figure of the same days a year before the last figure, when the last is part of a period; null when there is no comparison.
/// </param>
internal sealed record ChartFigures(IReadOnlyList<FigureRow> Shown, int Panel = -1, FigureRow? Before = null)
{
    /// <summary>Whether there is a value to draw.</summary>
    public bool HasValue => Shown.Any(figure => figure.Value is not null);

    /// <summary>Whether a value is missing after the first value, or all are. Then no figure is known to be the highest.</summary>
    public bool HasGap => Shown.Count == 0 || Shown.SkipWhile(figure => figure.Value is null).Any(figure => figure.Value is null);

    /// <summary>The last figure if it is part of a period; null if it is whole.</summary>
    public FigureRow? Part =>
        Shown.Count > 0 && Shown[^1] is { Attributes.Covers: not null, Value: not null } last && Panel < 0 ? last : null;

    /// <summary>The figures by panel, each with the name of its code.</summary>
    public IEnumerable<IGrouping<string, FigureRow>> Panels => Shown.GroupBy(figure => figure.Code(Panel).Label, StringComparer.Ordinal);
}
