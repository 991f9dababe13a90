using System.Text.Json;

namespace PublicStats.Api.Http;

/// <summary>Sends a problem. No cache may keep it.</summary>
/// <param name="problem">The body.</param>
/// <param name="allow">The Allow header. Null for none.</param>
internal sealed class ProblemAnswer(Problem problem, string? allow = null) : IResult
{
    public const string ContentType = Problem.MediaType + "; charset=utf-8";

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = problem.Status;
        response.Headers.CacheControl = "no-store";

        // A link repeats the query, which is wrong.
        response.Headers.Link = default;
        if (allow is not null)
        {
            response.Headers.Allow = allow;
        }

        return Responses.Write(httpContext, ContentType, ToBytes(JsonAnswer.OptionsOf(httpContext)));
    }

    /// <summary>The problem as JSON.</summary>
    public ReadOnlyMemory<byte> ToBytes(JsonSerializerOptions options) =>
        JsonAnswer.ToBytes(ProblemErrors.Limit(problem, options), options);
}
