using System.Text;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>
/// Stands round every answer of a preview: marks it, keeps it from every cache and every other site, and puts faults where they matter.
/// </summary>
/// <param name="data">What the publication's folder is called, for the places of faults.</param>
/// <param name="state">What stands now.</param>
internal sealed class PreviewMiddleware(string data, Func<PreviewState> state)
{
    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];

    public async Task Answer(HttpContext context, RequestDelegate next)
    {
        var (request, response, now) = (context.Request, context.Response, state());
        response.Headers["X-Preview"] = $"{now.Shown}; not published";
        response.Headers.CacheControl = "no-store";

        // Other sites may read what is published. This is not.
        response.OnStarting(() =>
        {
            response.Headers.Remove("Access-Control-Allow-Origin");
            return Task.CompletedTask;
        });

        // A page of another site that an editor has open, or a name that somebody points at this machine, is told nothing. A link may
        // be followed.
        var isLink = request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        if (!Hosts.Contains(request.Host.Host) || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && !isLink)
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            await response.WriteAsync("A preview answers only on this machine, to its own pages.\n", context.RequestAborted);
            return;
        }

        if (request.Path.Value == "/preview/faults/" || !now.HasPages)
        {
            response.StatusCode = now.HasPages ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await Send(context, Encoding.UTF8.GetBytes(Marked(Faults(now), "/preview/faults/", now)), "text/html; charset=utf-8");
            return;
        }

        // Every answer is made anew, in full and uncompressed, so that it can be marked.
        foreach (var header in (ReadOnlySpan<string>)["If-None-Match", "If-Modified-Since", "Accept-Encoding", "Origin"])
        {
            request.Headers.Remove(header);
        }

        var body = response.Body;
        using var made = new MemoryStream();
        response.Body = made;
        var isHead = HttpMethods.IsHead(request.Method);
        await next(context);
        response.Body = body;
        response.Headers.CacheControl = "no-store";
        if (response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) != true || isHead)
        {
            await body.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length), context.RequestAborted);
            return;
        }

        response.Headers.Remove("Repr-Digest");
        response.Headers.ETag = default;
        var html = Encoding.UTF8.GetString(made.GetBuffer(), 0, (int)made.Length);
        await Send(context, Encoding.UTF8.GetBytes(Marked(html, request.Path.Value!, now)), response.ContentType);
    }

    private string Marked(string html, string path, PreviewState now)
    {
        if (now.Faults.Count > 0 && path != "/preview/faults/")
        {
            html = FaultPlaces.Put(html, path, now.Faults, data);
        }

        var count = now.Faults.Count == 0 ? "" : $"<a class=\"pv-count\" href=\"/preview/faults/\">{now.Count}</a>";
        html = html.Insert(
            Top(html),
            $"\n<div class=\"pv-bar\" role=\"region\" aria-label=\"Preview\"><p>{count}Preview: {Html.Text(now.Shown)}. Not "
                + $"published.{(now.Note is null ? "" : " " + Html.Text(now.Note))}</p></div>"
        );
        html = html.Insert(FaultPlaces.End(html, "<title"), "[Preview] ");
        return html.Replace(
            "</head>",
            $"<link rel=\"stylesheet\" href=\"/preview/preview.css\">\n<script src=\"/preview/preview.js\" data-state=\""
                + $"{now.Number}\" defer></script>\n</head>",
            StringComparison.Ordinal
        );
    }

    // After the link that skips to the content, which is to be the first on the page.
    private static int Top(string html) =>
        html.IndexOf("class=\"skip\"", StringComparison.Ordinal) is var skip and >= 0
            ? html.IndexOf("</a>", skip, StringComparison.Ordinal) + 4
            : FaultPlaces.End(html, "<body");

    private string Faults(PreviewState now) =>
        $"""
            <!DOCTYPE html>
            <html lang="en-GB">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Faults</title>
            <meta name="color-scheme" content="light dark">
            <link rel="stylesheet" href="/preview/style.css">
            </head>
            <body>
            <main id="main" class="wrap">
            <div class="open"><h1 class="quiet">{(now.Faults.Count == 0 ? "No faults" : $"{now.Count} to mend")}</h1></div>
            {(now.Faults.Count == 0 ? "<p>The files can be sealed as they are.</p>" : FaultPlaces.Box(now.Faults, data))}
            <p><a href="/">The preview</a></p>
            </main>
            </body>
            </html>

            """;

    private static async Task Send(HttpContext context, byte[] bytes, string type)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = WithScript(
            headers.ContentSecurityPolicy.ToString() is { Length: > 0 } policy
                ? policy
                : "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
            context.Request.Path
        );
        context.Response.ContentType = type;
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    // The preview's own script and the connection it listens on, beside what the page allows itself.
    private static string WithScript(string policy, PathString path)
    {
        if (path.StartsWithSegments("/docs"))
        {
            return "frame-ancestors 'none'";
        }

        var parts = policy.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        foreach (var name in (ReadOnlySpan<string>)["script-src", "connect-src"])
        {
            var at = parts.FindIndex(part => part.StartsWith(name + " ", StringComparison.Ordinal));
            if (at < 0)
            {
                parts.Add(name + " 'self'");
            }
            else if (!parts[at].Contains("'self'", StringComparison.Ordinal))
            {
                parts[at] = parts[at].Replace(" 'none'", "", StringComparison.Ordinal) + " 'self'";
            }
        }

        return string.Join("; ", parts);
    }
}
