using PublicStats.Api.Http;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Versioning;

/// <summary>Refuses a parameter that an address does not take: who mistyped asOf must not be given the latest figure in its place.</summary>
internal static class UnknownParameters
{
    // Questions to a dataset are read, and refused, by themselves; a TimeMap is of a question.
    private static readonly string[] Questions = ["ListFigures", "DownloadFigures", "GetTimeMap"];

    // What readers and programs subscribe to may carry a mark of theirs, and so may a page.
    public static Task Refuse(HttpContext context, RequestDelegate next) =>
        context.Features.Get<ReleaseRequest>() is { Parameters: [var (name, _), ..] }
        && context.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal)
        && context.GetEndpoint()?.Metadata.GetMetadata<IEndpointNameMetadata>()?.EndpointName is { } endpoint
        && !Questions.Contains(endpoint)
            ? Problem
                .NoSuchParameter(QueryFault.NotAllowed(name, name, "a parameter here", QueryParameters.OfRelease))
                .ExecuteAsync(context)
            : next(context);
}
