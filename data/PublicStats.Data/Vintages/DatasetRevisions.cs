using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Vintages;

/// <summary>A figure that was revised since it was first published.</summary>
/// <param name="Now">As the release that answers has it.</param>
/// <param name="Values">Every value it had, from the first to the present one.</param>
public sealed record RevisedFigure(FigureRow Now, IReadOnlyList<PublishedValue> Values)
{
    /// <summary>As it was first published.</summary>
    public PublishedValue First => Values[0];

    /// <summary>The release that gave it its present value, and why.</summary>
    public PublishedValue Last => Values[^1];

    /// <summary>Present less first, in the measure's unit; null where either has no value or a bound.</summary>
    public decimal? Difference => Movement.Between(First.Figure, Now).Difference;
}

/// <summary>The revisions of a dataset.</summary>
public static class DatasetRevisions
{
    /// <summary>
    /// Every figure whose value has changed since it was first published, in order of period and key; also one that came back to its
    /// first value. A withdrawn figure is left out, so that its old values are not shown again.
    /// </summary>
    public static IReadOnlyList<RevisedFigure> Of(ReleaseView view, Dataset dataset) =>
        [
            .. dataset
                .Figures.InOrderOfPeriod.Where(figure =>
                    (figure.Status & FigureStatus.Revised) != 0
                    && view.Shown.Manifest.Withdrawals.All(withdrawal => withdrawal.Key != figure.Key)
                )
                .Select(figure => new RevisedFigure(figure, view.HistoryOf(figure.Key))),
        ];
}
