namespace PublicStats.Api.Http;

/// <summary>Answers HEAD as GET without the body, so that one route answers both.</summary>
internal static class HeadRequests
{
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Response.Body = Stream.Null;
        }

        return next(context);
    }
}
