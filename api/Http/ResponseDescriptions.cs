using Microsoft.AspNetCore.Mvc;
using PublicStats.Api.Addresses;

namespace PublicStats.Api.Http;

/// <summary>What the OpenAPI document says of the responses that many routes have. A route describes its own body.</summary>
internal static class ResponseDescriptions
{
    private const string Success = "The answer. Repr-Digest holds its SHA-256, ETag names it.";

    private const string NotModified =
        "The caller has this answer already: its ETag was sent in If-None-Match, or, without one, nothing has changed since "
        + "If-Modified-Since.";

    private const string Found =
        "A time was asked for in Accept-Datetime: Location is the address of this resource in the release that was the latest then.";

    private const string BadRequest =
        "A parameter is wrong: the problem names it, what was given, what is allowed, and what was likely meant.";

    private const string NotFound = "There is nothing of that name, or there was not then.";

    private const string Gone = "A figure was withdrawn, or the content of a release was taken away: the problem says why.";

    private const string Unavailable = "No release can be served, or that one is not as it was sealed. Ask again later.";

    /// <summary>Describes the body of a successful answer that is not a record.</summary>
    /// <typeparam name="T">The type of the schema: string for a text.</typeparam>
    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder route, params string[] contentTypes) =>
        route.WithMetadata(Answer<T>(contentTypes));

    /// <summary>Describes the body of a successful answer.</summary>
    public static ProducesResponseTypeAttribute Answer<T>(params string[] contentTypes) => Answer(typeof(T), contentTypes);

    /// <summary>Describes the body of a successful answer.</summary>
    /// <param name="schema">The type of the schema: string for a text.</param>
    public static ProducesResponseTypeAttribute Answer(Type schema, params string[] contentTypes) =>
        new(schema, StatusCodes.Status200OK, contentTypes[0], contentTypes[1..]) { Description = Success };

    /// <summary>Adds to each route of a group the redirects and problems that its address can answer with.</summary>
    public static RouteGroupBuilder DescribeResponses(this RouteGroupBuilder group)
    {
        // After the routes have described their own responses, so that the document lists those first.
        ((IEndpointConventionBuilder)group).Finally(endpoint =>
        {
            var path = ((RouteEndpointBuilder)endpoint).RoutePattern.RawText!;
            var isVersioned = ApiAddresses.IsVersioned(path);
            Add(endpoint, isVersioned, StatusCodes.Status302Found, typeof(void), Found);
            Add(endpoint, true, StatusCodes.Status304NotModified, typeof(void), NotModified);
            Add(endpoint, isVersioned, StatusCodes.Status400BadRequest, typeof(Problem), BadRequest);
            Add(endpoint, isVersioned || IsNamed(path), StatusCodes.Status404NotFound, typeof(Problem), NotFound);
            Add(endpoint, isVersioned || IsInRelease(path), StatusCodes.Status410Gone, typeof(Problem), Gone);
            Add(endpoint, true, StatusCodes.Status503ServiceUnavailable, typeof(Problem), Unavailable);
        });
        return group;
    }

    private static bool IsNamed(string path) => path.Contains('{', StringComparison.Ordinal);

    private static bool IsInRelease(string path) => path.StartsWith(ApiAddresses.ReleaseTemplate + "/", StringComparison.Ordinal);

    private static void Add(EndpointBuilder endpoint, bool applies, int status, Type type, string description)
    {
        if (applies)
        {
            endpoint.Metadata.Add(new ProducesResponseTypeAttribute(type, status, Problem.MediaType) { Description = description });
        }
    }
}
