using Microsoft.Net.Http.Headers;

namespace PublicStats.Api.Http;

/// <summary>
/// Sets the validators of successful responses, and sends 304 Not Modified to callers who have the response already (RFC 9110, section 13).
/// </summary>
internal static class ConditionalRequests
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<ResponseVersion>() is not { } version)
        {
            await next(context);
            return;
        }

        // The tag names the address, so only a successful response of this address can have had it: nothing needs to be computed.
        if (HasTag(context.Request, version))
        {
            SetValidators(context.Response, version);
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        await next(context);

        // Any other condition counts only where the response would otherwise be successful (RFC 9110, 13.2.1).
        if (context.Response.StatusCode != StatusCodes.Status200OK)
        {
            return;
        }

        if (!version.IsComplete)
        {
            // The same address gives another response once the missing release is back.
            context.Response.Headers.CacheControl = "no-store";
            return;
        }

        SetValidators(context.Response, version);
        if (IsMet(context, version))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            context.Response.ContentType = null;
            context.Response.ContentLength = null;
            context.Response.Body.SetLength(0);
        }
    }

    private static void SetValidators(HttpResponse response, ResponseVersion version)
    {
        response.Headers.ETag = version.Tag.ToString();
        response.Headers.LastModified = version.LastModified;

        // A cache must ask again before it uses a copy, so every copy changes with the release, in the same second.
        // An immutable response is the same for ever, but a purge must reach every copy within a day.
        response.Headers.CacheControl = version.IsImmutable ? "public, max-age=86400, immutable" : "public, no-cache";
    }

    private static bool HasTag(HttpRequest request, ResponseVersion version) =>
        request.Headers.IfNoneMatch.Count > 0
        && request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(version.Tag, useStrongComparison: false));

    // RFC 9110, 13.2.2: a date counts only where no tag was sent. A date that is malformed or in the future is ignored. Dates have whole
    // seconds.
    private static bool IsMet(HttpContext context, ResponseVersion version)
    {
        var headers = context.Request.GetTypedHeaders();
        if (context.Request.Headers.IfNoneMatch.Count > 0)
        {
            return headers.IfNoneMatch.Any(tag => tag.Equals(EntityTagHeaderValue.Any));
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        return context.Request.Headers.IfModifiedSince.Count == 1
            && headers.IfModifiedSince is { } since
            && since <= now
            && version.ChangedAt.ToUnixTimeSeconds() <= since.ToUnixTimeSeconds();
    }
}
