using PublicStats.Api.Http;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>Finds out which release a request asks: the latest, one named in the path or the query, or the one that stood at a date.</summary>
internal static class ReleaseSelection
{
    /// <summary>What has a frozen address: the rest of the API speaks of releases themselves.</summary>
    private static readonly string[] Versioned = ["datasets", "figures", "headlines"];

    /// <summary>What no page of a release is: the API has frozen addresses of its own, and the record of releases is one for all of them.</summary>
    private static readonly string[] NotOfSite = ["/v1", "/openapi", "/docs", "/health", "/releases", "/revisions", "/calendar"];

    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        var releases = context.RequestServices.GetRequiredService<PublishedReleases>();
        if (IsOperators(path))
        {
            // The operator is answered even where nothing can be served; an address beside theirs is answered like any other that leads nowhere.
            if (releases.TryNow() is { } any)
            {
                context.Features.Set(new ReleaseRequest(any, path, path, [], null));
            }

            await next(context);
            return;
        }

        var view = releases.Now();
        if (Question(context, view, path, out var problem) is not { } asked)
        {
            await problem!.ExecuteAsync(context);
            return;
        }

        if (asked.VersionSelector is not null && !path.StartsWith("/v1", StringComparison.Ordinal) && (path == "/" || HasFrozenPage(path)))
        {
            var rest = QueryString.Create(
                asked.Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
            );
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Redirect(asked.VersionedAddress(asked.Release.Manifest.Id) + rest);
            return;
        }

        context.Request.Path = new PathString(asked.Resource);
        context.Features.Set(asked);
        if (!await Memento.Negotiate(context, asked))
        {
            await next(context);
        }
    }

    /// <summary>Whether a resource is kept in every release: figures and what is said of them, not the record of releases.</summary>
    public static bool IsVersioned(string resource) =>
        resource.StartsWith("/v1", StringComparison.Ordinal)
            ? Versioned.Any(name => IsOf(resource, "/v1/" + name))
            : HasFrozenPage(resource);

    // The home page of the past is the page of its release.
    private static bool HasFrozenPage(string path) =>
        path.EndsWith('/') && path.Length > 1 && !IsOf(path, "/releases") && !IsOf(path, "/revisions") && !IsOf(path, "/calendar");

    private static bool IsOperators(string path) => IsOf(path, "/health") || IsOf(path, "/docs");

    private static bool IsOf(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] is '/' or '.');

    private static ReleaseRequest? Question(HttpContext context, ReleaseView view, string path, out IResult? problem)
    {
        var query = QueryParameters.Of(context.Request);
        var pins = query.Where(pair => pair.Key is "release" or "asOf").ToList();
        var (prefix, id, resource) = Split(path);
        problem = query.Where(pair => QueryParameters.IsMisspelt(pair.Key)).Select(pair => Problem.Misspelt(pair.Key)).FirstOrDefault();
        if (problem is not null)
        {
            return null;
        }

        if (pins.Count + (id is null ? 0 : 1) > 1)
        {
            problem = Problem.TwoReleases(pins[^1], id);
            return null;
        }

        if (pins.Count == 0 && id is null)
        {
            return new(view, path, path, query, null);
        }

        // What speaks of a release itself answers for every published one, even where its content can no longer be opened.
        if (id is not null && (prefix == "/v1" ? !IsVersioned(resource) : NotOfSite.Any(name => IsOf(resource, name))))
        {
            return new(view, path, path, query, null);
        }

        var release = id is not null ? view.Find(id) : Named(context, view, pins[0], out problem);
        var isLost = release is null && view.IsLost(id ?? pins[0].Value);
        problem ??=
            isLost ? Problem.Broken(id ?? pins[0].Value)
            : release is null ? Problem.NoSuchRelease(view)
            : release.Purge is not null ? Problem.Purged(release)
            : null;
        if (problem is not null && !isLost && id is not null && prefix.Length == 0)
        {
            // A page of such a release is no page: the site says so in its own words.
            problem = null;
            return new(view, path, path, query, null);
        }

        var opened = problem is null ? view.Open(release!) : null;
        problem ??= opened is null ? Problem.Broken(release!.Id) : null;
        if (problem is not null)
        {
            return null;
        }

        return new(
            view.Of(opened!, isFrozen: id is not null),
            path,
            resource,
            [.. query.Where(pair => pair.Key is not ("release" or "asOf"))],
            pins.Count == 0 ? null : $"{pins[0].Key}={Uri.EscapeDataString(pins[0].Value)}"
        );
    }

    // /v1/releases/2026-07-24/datasets/crossings is /v1/datasets/crossings of that release; /releases/2026-07-24/crossings/ is the page.
    private static (string Prefix, string? Id, string Resource) Split(string path)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["/v1", ""])
        {
            var start = $"{prefix}/releases/";
            if (
                path.StartsWith(start, StringComparison.Ordinal)
                && path.IndexOf('/', start.Length) is var end
                && end > 0
                && end + 1 < path.Length
            )
            {
                return (prefix, path[start.Length..end], prefix + path[end..]);
            }
        }

        return ("", null, path);
    }

    private static Release? Named(HttpContext context, ReleaseView view, KeyValuePair<string, string> pin, out IResult? problem)
    {
        problem = null;
        if (pin.Key == "release")
        {
            return view.Find(pin.Value);
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!AsOf.TryParse(pin.Value, view.Shown.Publication.TimeZone, now, out var moment, out var fault))
        {
            problem = Problem.BadAsOf(fault!);
            return null;
        }

        var release = view.At(moment);
        problem = release is null ? Problem.BeforeTheFirst(pin.Value, view) : null;
        return release;
    }
}
