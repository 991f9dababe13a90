using PublicStats.Api;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Pages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Serving;

/// <summary>The site beside the API, in one process.</summary>
public static class SiteHost
{
    // No page has a script; connect-src lets tools that run inside a page, such as Lighthouse, read robots.txt.
    private const string Policy =
        "default-src 'none'; connect-src 'self'; img-src 'self'; style-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Both, not yet started.</summary>
    /// <param name="folder">The publication's folder. Only its <c>releases</c> are read.</param>
    /// <param name="urls">Where to listen; port 0 takes a free one.</param>
    /// <param name="time">Says which release is current.</param>
    public static WebApplication Create(string folder, string urls, TimeProvider time) => Create(folder, urls, time, null, null);

    /// <summary>Both as a preview shows them, not yet started.</summary>
    /// <param name="outermost">Middleware round every answer. Null for none.</param>
    /// <param name="mark">Gives what the preview adds to the page at a path, such as <c>/crossings/</c>.</param>
    internal static WebApplication Create(
        string folder,
        string urls,
        TimeProvider time,
        Func<HttpContext, RequestDelegate, Task>? outermost,
        Func<string, PageMarks>? mark
    )
    {
        // A program whose templates cannot be read does not start.
        _ = Templates.Embedded;
        var builder = ApiHost.CreateBuilder("--data", folder, "--urls", urls);
        builder.Services.AddSingleton(time).AddSingleton(All.Addresses);
        if (outermost is not null)
        {
            builder.Services.AddSingleton<IStartupFilter>(new Outermost(outermost));
        }

        var app = builder.BuildApi();
        var sites = new Sites();
        app.MapFallback(
                "{**path}",
                (HttpContext context, string? path) => Answer(context, sites, path ?? "", mark is null ? null : () => mark($"/{path}"))
            )
            .ExcludeFromDescription();
        return app;
    }

    private static async Task Answer(HttpContext context, Sites sites, string path, Func<PageMarks>? mark)
    {
        var site = sites.Of(context.GetReleaseRequest().View);
        var name = path.Length == 0 || path.EndsWith('/') ? path + "index.html" : path;
        var file = path.EndsWith("index.html", StringComparison.Ordinal) ? null : Get(site, name, mark);
        if (file is null && !path.EndsWith('/') && site.Get(path + "/index.html") is not null)
        {
            var folder = HeaderAddress.Path(context.GetReleaseRequest().Address + "/");
            context.Response.Redirect(folder + HeaderAddress.Query(context.Request.QueryString), permanent: true);
            return;
        }

        // What is not there is not there in the same words everywhere, in a release too.
        file ??= Get(sites.Of(Live(context.GetReleaseRequest().View)), "404.html", mark)! with
        {
            Status = StatusCodes.Status404NotFound,
        };
        context.Response.StatusCode = file.Status;
        context.Response.Headers.ContentSecurityPolicy = file.Type.StartsWith("text/html", StringComparison.Ordinal)
            ? Policy
            : "default-src 'none'; style-src 'unsafe-inline'";
        if (file.Status != StatusCodes.Status200OK)
        {
            context.Response.Headers.CacheControl = "no-store";
        }

        await Responses.Write(context, file.Type, file.Bytes);
    }

    private static SiteFile? Get(SitePages site, string path, Func<PageMarks>? mark) =>
        mark is null ? site.Get(path) : site.Get(path, mark());

    private static ReleaseView Live(ReleaseView view) =>
        view.IsFrozen ? view.Of(view.Published.Reverse().Select(view.Open).First(release => release is not null)!, isFrozen: false) : view;

    private sealed class Outermost(Func<HttpContext, RequestDelegate, Task> middleware) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(middleware);
                next(app);
            };
    }

    // A site for each view that is asked for: the latest, and those of past releases. The least asked for are let go.
    private sealed class Sites
    {
        private const int Most = 8;

        private readonly Lock editing = new();
        private readonly LinkedList<SitePages> sites = new();

        public SitePages Of(ReleaseView view)
        {
            lock (editing)
            {
                var site =
                    sites.FirstOrDefault(pages => pages.View == view || (pages.View.Tag == view.Tag && pages.View.IsWhole)) ?? new(view);
                sites.Remove(site);
                sites.AddFirst(site);
                if (sites.Count > Most)
                {
                    sites.RemoveLast();
                }

                return site;
            }
        }
    }
}
