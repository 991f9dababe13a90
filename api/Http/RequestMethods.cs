namespace PublicStats.Api.Http;

/// <summary>Every address takes the same methods: GET, HEAD and OPTIONS. HEAD arrives here as GET.</summary>
internal static class RequestMethods
{
    public const string Allowed = "GET, HEAD, OPTIONS";

    // Some browsers do not read the wildcard, so the headers of conditional and dated requests are named too.
    private const string AllowedHeaders =
        "Accept, Accept-Datetime, Content-Type, If-Modified-Since, If-None-Match, Range, X-Requested-With, *";

    private const string SecondsADay = "86400";

    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        var (method, response) = (context.Request.Method, context.Response);
        if (HttpMethods.IsOptions(method))
        {
            response.StatusCode = StatusCodes.Status204NoContent;
            response.Headers.Allow = Allowed;
            response.Headers.AccessControlAllowMethods = Allowed;
            response.Headers.AccessControlAllowHeaders = AllowedHeaders;
            response.Headers.AccessControlMaxAge = SecondsADay;
            return Task.CompletedTask;
        }

        return HttpMethods.IsGet(method) ? next(context) : Problems.MethodNotAllowed(method).ExecuteAsync(context);
    }
}
