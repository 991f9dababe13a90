using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Versioning;

/// <summary>Refuses a parameter that an address does not take: a caller who mistypes asOf must not get the latest figure instead.</summary>
internal static class UnknownParameters
{
    // Feeds and pages are not refused: programs that subscribe to a feed add parameters of their own to its address.
    public static Task Invoke(HttpContext context, RequestDelegate next) =>
        context.Features.Get<ReleaseRequest>() is { Parameters: [var (name, _), ..] }
        && context.Request.Path.StartsWithSegments(ApiAddresses.Publication, StringComparison.Ordinal)
        && context.GetEndpoint()?.Metadata is { } metadata
        && metadata.GetMetadata<IEndpointNameMetadata>() is not null
        && metadata.GetMetadata<QueryReader>() is null
            ? Problems
                .UnknownParameter(ParameterFault.NotAllowed(name, name, "a parameter here", ReleaseParameters.Names))
                .ExecuteAsync(context)
            : next(context);

    /// <summary>Says that a route reads the whole query, and refuses what it does not know by itself.</summary>
    public static RouteHandlerBuilder ReadsQuery(this RouteHandlerBuilder route) => route.WithMetadata(new QueryReader());

    private sealed class QueryReader;
}
