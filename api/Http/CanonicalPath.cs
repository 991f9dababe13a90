using Microsoft.AspNetCore.Http.Features;
using PublicStats.Data.Periods;

namespace PublicStats.Api.Http;

/// <summary>
/// One spelling for every address: lower case, with period codes as 2026-W28, 2026-Q3 and FY2025-26. Another case is redirected to it.
/// The server decodes a path once, and nothing here decodes it again.
/// </summary>
internal static class CanonicalPath
{
    public static async Task Redirect(HttpContext context, RequestDelegate next)
    {
        var path = WithSlashes(context);
        var canonical = Of(path);
        context.Request.Path = new PathString(WithoutJson(canonical));
        if (canonical == path)
        {
            await next(context);
            return;
        }

        // Only an address that leads somewhere is worth a redirect, so its own answer is made first.
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
            // Nothing is written where nothing was, so that the answer is still to be given its problem.
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

    /// <summary>The documented spelling of a path. The name of a release's file keeps its case.</summary>
    internal static string Of(string path)
    {
        var file = path.IndexOf("/files/", StringComparison.OrdinalIgnoreCase);
        var end = file < 0 || !IsOfApi(path) ? path.Length : file + "/files/".Length;
        return PeriodSpelling.Canonical(path[..end]) + path[end..];
    }

    // Tools write the slashes of a key as %2F, which the server leaves as it is. No key, dataset or file has a %2F of its own, so
    // "%252F" leads nowhere.
    private static string WithSlashes(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        var raw = context.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        return IsOfApi(path) && !raw.Contains("%252F", StringComparison.OrdinalIgnoreCase)
            ? path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)
            : path;
    }

    // The static API's files end in .json, so every address of the API may.
    private static string WithoutJson(string path) =>
        IsOfApi(path) && path.EndsWith(".json", StringComparison.Ordinal) && !path.Contains("/files/", StringComparison.Ordinal)
            ? path[..^".json".Length]
            : path;

    private static bool IsOfApi(string path) => path.StartsWith("/v1", StringComparison.OrdinalIgnoreCase);
}
