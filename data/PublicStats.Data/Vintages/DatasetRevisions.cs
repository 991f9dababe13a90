using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;

namespace PublicStats.Data.Vintages;

/// <summary>A figure that was revised since it was first published.</summary>
/// <param name="Now">As the release that answers holds it.</param>
/// <param name="Values">Every value it had, the first and the present one among them.</param>
public sealed record RevisedFigure(FigureRow Now, IReadOnlyList<PublishedValue> Values)
{
    /// <summary>As it was first published.</summary>
    public PublishedValue First => Values[0];

    /// <summary>The release that gave it its present value, and why.</summary>
    public PublishedValue Last => Values[^1];

    /// <summary>Present less first, in the measure's unit; null where either has no value or a bound.</summary>
    public decimal? Difference => new FigureChange(ChangeKind.Revised, Now.Key, First.Figure, Now).Difference;
}

/// <summary>The revisions of a dataset.</summary>
public static class DatasetRevisions
{
    /// <summary>
    /// Every figure whose value has changed since it was first published, in order of period and key; also one that came back to its
    /// first value. Of one that
    /// is withdrawn no value is said again.
    /// </summary>
    public static IReadOnlyList<RevisedFigure> Of(ReleaseView view, Dataset dataset) =>
        [
            .. dataset
                .Figures.ByPeriod.Select(row => dataset.Figures[row])
                .Where(figure =>
                    (figure.Status & FigureStatus.Revised) != 0 && view.Shown.Manifest.Withdrawals.All(one => one.Key != figure.Key)
                )
                .Select(figure => new RevisedFigure(figure, view.HistoryOf(figure.Key))),
        ];
}
