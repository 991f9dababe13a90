using PublicStats.Api.Hosting;
using PublicStats.Data.Releases;

namespace PublicStats.SiteGenerator.Site;

/// <summary>The site beside the API, in one process.</summary>
public static class SiteHost
{
    private const string Policy = "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Both, not yet started. Arguments as for the API alone.</summary>
    public static WebApplication Create(string folder, string urls, TimeProvider time)
    {
        var app = ApiHost.Create(folder, urls, time);
        var sites = new Sites();
        app.MapFallback("{**path}", (HttpContext context, CurrentRelease current, string? path) => Answer(context, sites.Of(current.Now()), path ?? "")).ExcludeFromDescription();
        return app;
    }

    private static async Task Answer(HttpContext context, PublicSite site, string path)
    {
        var name = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        var file = path.EndsWith("index.html", StringComparison.Ordinal) ? null : site.Get(name);
        if (file is null && !path.EndsWith('/') && site.Get(path + "/index.html") is not null)
        {
            context.Response.Redirect("/" + path + "/", permanent: true);
            return;
        }

        if (file is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = site.Get("404.html")!;
        }
        else if (Answering.IsKnown(context, site.Manifest))
        {
            return;
        }

        context.Response.ContentType = file.Type;
        context.Response.Headers.ContentSecurityPolicy = file.Type.StartsWith("text/html", StringComparison.Ordinal) ? Policy : "default-src 'none'; style-src 'unsafe-inline'";
        context.Response.ContentLength = file.Bytes.Length;
        await context.Response.Body.WriteAsync(file.Bytes, context.RequestAborted);
    }

    // The site of the release that is current; the one before it is let go.
    private sealed class Sites
    {
        private volatile PublicSite? last;

        public PublicSite Of(SealedRelease release)
        {
            var site = last;
            return site is not null && ReferenceEquals(site.Release, release) ? site : last = new(release);
        }
    }
}
