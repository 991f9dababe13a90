using System.Text;
using PublicStats.Api.Addresses;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>
/// Keeps every answer of a preview from caches and from other sites, and lets pages run the preview's own script. The pages of the site
/// are marked when they are made: see <see cref="PreviewMarks"/>.
/// </summary>
/// <param name="state">Gives what the preview shows now.</param>
internal sealed class PreviewMiddleware(PreviewMarks marks, Func<PreviewState> state)
{
    private const string FaultsPath = "/preview/faults/";

    private const string PolicyOfFaults =
        "default-src 'none'; img-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly string[] Hosts = ["127.0.0.1", "localhost", "[::1]"];

    public async Task Answer(HttpContext context, RequestDelegate next)
    {
        var (request, response, now) = (context.Request, context.Response, state());
        response.Headers["X-Preview"] = $"{now.Shown}; not published";
        response.OnStarting(() =>
        {
            Protect(response, request.Path);
            return Task.CompletedTask;
        });

        // A page of another site that the editor has open, and another name that leads to this machine, get nothing. The editor may
        // follow a link from elsewhere.
        var isLink = request.Headers["Sec-Fetch-Mode"] == "navigate" && request.Headers["Sec-Fetch-Dest"] == "document";
        if (!Hosts.Contains(request.Host.Host) || request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site" && !isLink)
        {
            response.StatusCode = StatusCodes.Status403Forbidden;
            await response.WriteAsync("A preview answers only on this machine, to its own pages.\n", context.RequestAborted);
            return;
        }

        if (request.Path.Value == FaultsPath || !now.HasPages)
        {
            response.StatusCode = now.HasPages ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            response.Headers.ContentSecurityPolicy = PolicyOfFaults;
            await Send(response, marks.FaultsPage(now), context.RequestAborted);
            return;
        }

        // Every page is made anew, in full: what a preview adds is no part of the release, on which ETags depend.
        foreach (var header in (ReadOnlySpan<string>)["If-None-Match", "If-Modified-Since", "Accept-Encoding", "Origin"])
        {
            request.Headers.Remove(header);
        }

        await (
            request.Path.StartsWithSegments(ApiAddresses.Documentation) && !HttpMethods.IsHead(request.Method)
                ? MarkDocumentation(context, next, now)
                : next(context)
        );
    }

    private static void Protect(HttpResponse response, PathString path)
    {
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove("Access-Control-Allow-Origin");
        if (!IsPage(response))
        {
            return;
        }

        response.Headers.Remove("Repr-Digest");
        response.Headers.ETag = default;
        response.Headers.ContentSecurityPolicy = WithScript(response.Headers.ContentSecurityPolicy.ToString(), path);
    }

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;

    // The page of the documentation comes from a package and has no slots.
    private async Task MarkDocumentation(HttpContext context, RequestDelegate next, PreviewState now)
    {
        var response = context.Response;
        var body = response.Body;
        using var made = new MemoryStream();
        response.Body = made;
        await next(context);
        response.Body = body;
        if (!IsPage(response))
        {
            await body.WriteAsync(made.GetBuffer().AsMemory(0, (int)made.Length), context.RequestAborted);
            return;
        }

        var mark = marks.Of(now, context.Request.Path);
        var html = new StringBuilder(Encoding.UTF8.GetString(made.GetBuffer(), 0, (int)made.Length))
            .Replace("<title>", "<title>" + mark.Title)
            .Replace("</head>", $"{mark.Head}</head>")
            .Replace("<body>", $"<body>\n{mark.Bar}");
        await Send(response, html.ToString(), context.RequestAborted);
    }

    private static async Task Send(HttpResponse response, string html, CancellationToken stop)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = bytes.Length;
        await response.Body.WriteAsync(bytes, stop);
    }

    // The policy of a page, with the preview's own script and the connection that it opens.
    private static string WithScript(string policy, PathString path)
    {
        if (path.StartsWithSegments(ApiAddresses.Documentation))
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
