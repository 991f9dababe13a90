namespace PublicStats.Api.Http;

/// <summary>Writes responses. Middleware adds validators and digest.</summary>
public static class Responses
{
    /// <summary>Writes a body with its media type.</summary>
    public static async Task Write(HttpContext context, string type, ReadOnlyMemory<byte> bytes)
    {
        context.Response.ContentType = type;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }
}
