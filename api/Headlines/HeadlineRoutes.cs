using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;

namespace PublicStats.Api.Headlines;

/// <summary>The headline figures as sentences.</summary>
internal static class HeadlineRoutes
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("")
            .WithTags("Headlines")
            .MapGet(ApiAddresses.Headlines, ListHeadlines)
            .WithName(nameof(ListHeadlines))
            .IsOffered()
            .IsStatic();

    /// <summary>The headline figures as sentences, with their values and keys.</summary>
    /// <remarks>The sentences of the home page, each with the figure in it.</remarks>
    internal static JsonAnswer<HeadlineList> ListHeadlines(ReleaseRequest request) => new(HeadlineList.Of(request.Release));
}
