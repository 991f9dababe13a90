using PublicStats.Data.Figures;

namespace PublicStats.Data.Queries;

/// <summary>The figures that answer a question.</summary>
/// <param name="Table">Where they stand: the dataset's own table, or one of sums made for the question.</param>
/// <param name="Rows">Their rows, in order: one page of them.</param>
/// <param name="Total">How many answer the question in all.</param>
/// <param name="NextOffset">Where the next page starts; null when this is the last.</param>
/// <param name="PeriodNote">Which series the latest periods leave out, in a sentence; null when they leave out none.</param>
public sealed record Selection(FigureTable Table, ArraySegment<int> Rows, int Total, int? NextOffset, string? PeriodNote = null);
