namespace PublicStats.Api.Http;

/// <summary>
/// Headers of every answer, errors and redirects included. They never depend on the request, so that a shared cache may give a copy to
/// any web page.
/// </summary>
internal static class CommonHeaders
{
    private const string Exposed = "Allow, Content-Disposition, ETag, Last-Modified, Link, Memento-Datetime, Repr-Digest, Vary";

    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        // When the answer starts, because a failure clears the headers that were set before it.
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.AccessControlAllowOrigin = "*";
            headers.AccessControlExposeHeaders = Exposed;
            return Task.CompletedTask;
        });
        return next(context);
    }
}
