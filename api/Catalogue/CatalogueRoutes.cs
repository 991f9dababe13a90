using Microsoft.AspNetCore.Http.HttpResults;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;

namespace PublicStats.Api.Catalogue;

/// <summary>The publication, its datasets, and what each has in it.</summary>
internal static class CatalogueRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var catalogue = routes.MapGroup("").WithTags("Catalogue");
        catalogue.MapGet(ApiAddresses.Publication, GetPublication).WithName(nameof(GetPublication)).IsOffered().IsStatic();
        catalogue.MapGet(ApiAddresses.Datasets, ListDatasets).WithName(nameof(ListDatasets)).IsOffered().IsStatic();
        catalogue.MapGet(ApiAddresses.DatasetTemplate, GetDataset).WithName(nameof(GetDataset)).IsOffered().IsStatic();
    }

    /// <summary>Publisher, licence, contact, current release, limits and links.</summary>
    /// <remarks>Where to begin: every other address is linked from here.</remarks>
    internal static JsonAnswer<PublicationSummary> GetPublication(ReleaseRequest request) => new(PublicationSummary.Of(request.Release));

    /// <summary>Every dataset.</summary>
    /// <remarks>Each with what it has in it, how exact it is, the days it covers, and its addresses.</remarks>
    internal static JsonAnswer<DatasetList> ListDatasets(ReleaseRequest request) => new(DatasetList.Of(request.Release));

    /// <summary>A dataset's dimensions, codes, measures, definitions, sources and downloads.</summary>
    /// <remarks>Everything needed to ask for its figures, and to understand them.</remarks>
    internal static Results<JsonAnswer<DatasetDetails>, ProblemAnswer> GetDataset(string dataset, ReleaseRequest request) =>
        request.Release.Publication.Find(dataset) is { } found
            ? new JsonAnswer<DatasetDetails>(DatasetDetails.Of(request.Release, found))
            : Problems.UnknownDataset(dataset, request.Release.Publication);
}
