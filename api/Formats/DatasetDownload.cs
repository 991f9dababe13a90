using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Formats;

/// <summary>The file of a whole dataset in a format: what the address of its figures answers without a question.</summary>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">In lower-case hexadecimal.</param>
public sealed record DatasetDownload(int Size, string Sha256)
{
    // By release, so that it ends with the release. The files themselves are not kept: they are large.
    private static readonly ConditionalWeakTable<SealedRelease, ConcurrentDictionary<(string, FigureFormat), DatasetDownload>> Known = [];

    /// <summary>The file of a dataset; null when the address answers only with the first figures.</summary>
    /// <param name="json">How this program writes JSON.</param>
    public static DatasetDownload? Of(SealedRelease release, Dataset dataset, FigureFormat format, JsonSerializerOptions json)
    {
        if (Known.TryGetValue(release, out var files) && files.TryGetValue((dataset.Name, format), out var known))
        {
            return known;
        }

        var query = FigureQuery.Everything(dataset) with { Limit = format.DefaultLimit };
        if (!QueryExecutor.TrySelect(dataset, query, out var selection, out _) || selection.NextOffset is not null)
        {
            return null;
        }

        // Nothing is waited for: the file is written to memory.
        Write(new(release, dataset, selection, null), format, json, CancellationToken.None).GetAwaiter().GetResult();
        return Known.GetOrCreateValue(release)[(dataset.Name, format)];
    }

    /// <summary>Writes the file of a dataset, and remembers its size and digest for the pages that name them.</summary>
    /// <param name="all">Every figure of the dataset, or the first of them.</param>
    internal static async Task<ReadOnlyMemory<byte>> Write(
        FigureSelection all,
        FigureFormat format,
        JsonSerializerOptions json,
        CancellationToken cancellation
    )
    {
        using var file = new MemoryStream();
        await format.Write(all, file, json, cancellation);
        var bytes = file.GetBuffer().AsMemory(0, (int)file.Length);
        if (all.Next is null)
        {
            Known.GetOrCreateValue(all.Release)[(all.Dataset.Name, format)] = new(bytes.Length, ReleaseManifest.Hash(bytes.Span));
        }

        return bytes;
    }
}
