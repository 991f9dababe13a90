using Microsoft.AspNetCore.Http.HttpResults;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;

namespace PublicStats.Api.Releases;

/// <summary>The revised figures of a dataset.</summary>
internal static class RevisionRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("")
            .WithTags("Figures")
            .MapGet(ApiAddresses.RevisionsTemplate, ListRevisions)
            .WithName(nameof(ListRevisions))
            .IsOffered()
            .IsStatic();

    /// <summary>Every revised figure: first published, now, the difference.</summary>
    /// <remarks>A figure that came back to its first value was revised too; history has every value between.</remarks>
    internal static Results<JsonAnswer<RevisionList>, ProblemAnswer> ListRevisions(string dataset, ReleaseRequest request) =>
        request.Release.Publication.Find(dataset) is { } found
            ? new JsonAnswer<RevisionList>(RevisionList.Of(request, found))
            : Problems.UnknownDataset(dataset, request.Release.Publication);
}
