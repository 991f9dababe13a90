using Microsoft.AspNetCore.Http.Features;
using PublicStats.Api.Addresses;

namespace PublicStats.Api.Http;

/// <summary>Redirects another spelling of an address to the canonical one, when there is something at the address.</summary>
internal static class CanonicalPath
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var sent = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = CanonicalAddress.WithSlashes(context.Request.Path.Value!, sent);
        var canonical = CanonicalAddress.Of(path);
        context.Request.Path = new PathString(CanonicalAddress.WithoutJson(canonical));
        if (canonical == path)
        {
            await next(context);
            return;
        }

        // An address is redirected only if its answer exists, so the answer is made first.
        var (response, body) = (context.Response, context.Response.Body);
        using var answer = new MemoryStream();
        response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode == StatusCodes.Status404NotFound)
        {
            // An empty answer stays empty, so that the outer middleware adds the problem to it.
            if (answer.Length > 0)
            {
                await body.WriteAsync(answer.GetBuffer().AsMemory(0, (int)answer.Length), context.RequestAborted);
            }

            return;
        }

        response.Clear();
        response.StatusCode = StatusCodes.Status308PermanentRedirect;
        response.Headers.CacheControl = "no-cache";
        response.Headers.Location = HeaderAddress.Path(canonical) + HeaderAddress.Query(context.Request.QueryString);
    }
}
