using System.Security.Cryptography;
using PublicStats.Api.Addresses;

namespace PublicStats.Api.Http;

/// <summary>
/// Adds the SHA-256 of the body (Repr-Digest, RFC 9530) and its length to every response that has one. The body is kept in memory until
/// it is complete, so the middleware inside can still replace it.
/// </summary>
internal static class ContentDigest
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var response = context.Response;
        var body = response.Body;
        using var buffer = new MemoryStream();
        response.Body = buffer;
        try
        {
            await next(context);
        }
        finally
        {
            response.Body = body;
        }

        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (response.ContentType is not null && !IsOperatorPage(context))
        {
            response.ContentLength = bytes.Length;
            response.Headers["Repr-Digest"] = $"sha-256=:{Convert.ToBase64String(SHA256.HashData(bytes.Span))}:";
        }

        if (bytes.Length > 0)
        {
            await body.WriteAsync(bytes, context.RequestAborted);
        }
    }

    // Health checks and the files of /docs are not part of the publication.
    private static bool IsOperatorPage(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK && ApiAddresses.IsForOperator(context.Request.Path.Value!);
}
