using Microsoft.Net.Http.Headers;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Http;

/// <summary>Sends 304 Not Modified to callers who have the response already (RFC 9110, section 13).</summary>
public static class ConditionalRequests
{
    /// <summary>Sends 304 before anything is computed when If-None-Match has the tag of this very address.</summary>
    internal static Task Check(HttpContext context, RequestDelegate next)
    {
        if (
            context.Features.Get<ResponseVersion>() is not { } version
            || context.Request.Headers.IfNoneMatch.Count == 0
            || !context.Request.GetTypedHeaders().IfNoneMatch.Any(held => held.Compare(version.Tag, useStrongComparison: false))
        )
        {
            return next(context);
        }

        SetValidators(context, version);
        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return Task.CompletedTask;
    }

    /// <summary>
    /// Sets the validators of a successful response, and sends 304 when the request has a condition that they meet: any tag, or a date.
    /// Returns true if it did.
    /// </summary>
    /// <remarks>
    /// Such a condition counts only where the response would otherwise be successful (RFC 9110, 13.2.1). So call this once nothing can be
    /// refused any more.
    /// </remarks>
    /// <exception cref="BrokenReleaseException">No release can be served.</exception>
    public static bool TryNotModified(HttpContext context)
    {
        var version = context.Features.Get<ResponseVersion>() ?? throw new BrokenReleaseException("No release is published.");
        SetValidators(context, version);
        if (!IsMet(context, version))
        {
            return false;
        }

        context.Response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }

    private static void SetValidators(HttpContext context, ResponseVersion version)
    {
        var headers = context.Response.Headers;
        headers.ETag = version.Tag.ToString();
        headers.LastModified = version.LastModified;

        // A copy may be kept, but is asked about before it is used: so every copy turns over with the release, in the same second.
        // An immutable answer is the same for ever, but a purge must reach every copy: within a day.
        headers.CacheControl = version.IsImmutable ? "public, max-age=86400, immutable" : "public, no-cache";
    }

    // RFC 9110, 13.2.2: a date counts only where no tag was sent. A date that is malformed or in the future is ignored. Dates have whole
    // seconds.
    private static bool IsMet(HttpContext context, ResponseVersion version)
    {
        var request = context.Request.GetTypedHeaders();
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            return request.IfNoneMatch.Any(held =>
                held.Equals(EntityTagHeaderValue.Any) || held.Compare(version.Tag, useStrongComparison: false)
            );
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.Request.Headers.IfModifiedSince.Count == 1
            && request.IfModifiedSince is { } since
            && since <= now
            && version.ChangedAt.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
