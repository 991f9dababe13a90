using System.Text.Json;
using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Figures;

/// <summary>The whole of a dataset as the API sends it, so that a page can say its size and digest.</summary>
public static class DatasetDownload
{
    /// <summary>What <c>figures.csv</c> answers.</summary>
    public static ReadOnlyMemory<byte> Csv(Dataset dataset) => FigureCsv.Write(Everything(dataset, int.MaxValue), dataset);

    /// <summary>What <c>figures.json</c> answers; null where that is cut, and no file of its own.</summary>
    /// <param name="json">How JSON is written.</param>
    public static ReadOnlyMemory<byte>? Json(SealedRelease release, Dataset dataset, JsonSerializerOptions json) =>
        Everything(dataset, FigureQuery.DefaultLimit) is { NextOffset: null } all
            ? JsonAnswer.ToBytes(FigureList.Of(release, dataset, all, null), json)
            : null;

    private static Selection Everything(Dataset dataset, int limit) =>
        QueryExecutor.Select(
            dataset,
            new([.. dataset.Dimensions.Select(_ => (IReadOnlyList<int>?)null)], null, [], null, null, null, [], limit, 0),
            out _
        )!;
}
