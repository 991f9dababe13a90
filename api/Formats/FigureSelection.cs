using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Formats;

/// <summary>The figures of a dataset that answer a question: what a format writes.</summary>
/// <param name="Next">The address of the next page; null on the last page.</param>
public sealed record FigureSelection(SealedRelease Release, Dataset Dataset, Selection Selection, string? Next);
