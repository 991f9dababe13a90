namespace PublicStats.Data.Figures;

/// <summary>
/// Where a figure of a measure usually lies. One outside it is called out before sealing, and never refused: records do happen.
/// </summary>
/// <param name="Least">In the measure's unit, for one figure of the dataset's own frequency.</param>
/// <param name="Most">In the measure's unit, for one figure of the dataset's own frequency.</param>
/// <param name="Jump">
/// The greatest share of the old value by which a revision usually moves a figure, 0.5 for half; null where none is stated.
/// </param>
public sealed record PlausibilityRange(decimal Least, decimal Most, decimal? Jump = null);
