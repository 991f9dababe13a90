using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>Finds which release a request asks for: the latest, one named in the path or the query, or the latest at a date.</summary>
internal static class ReleaseSelection
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        var releases = context.RequestServices.GetRequiredService<PublishedReleases>();
        var book = context.RequestServices.GetRequiredService<AddressBook>();
        if (ApiAddresses.IsForOperator(path))
        {
            // These are answered even when no release can be served. An address beside them gets the usual problem of an unknown one.
            if (releases.TryNow() is { } any)
            {
                context.Features.Set(new ReleaseRequest(any, path, path, [], null));
            }

            await next(context);
            return;
        }

        var view = releases.Now();
        if (Question(context, book, view, path, out var problem) is not { } asked)
        {
            await problem!.ExecuteAsync(context);
            return;
        }

        if (asked.VersionSelector is not null && book.IsVersionedPage(path))
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
        context.Features.Set(new ResponseVersion(asked.View, asked.Resource + context.Request.QueryString.Value));
        await next(context);
    }

    private static ReleaseRequest? Question(HttpContext context, AddressBook book, ReleaseView view, string path, out IResult? problem)
    {
        var query = QueryParameters.Of(context.Request);
        var pins = query.Where(pair => ReleaseParameters.Has(pair.Key)).ToList();
        var parsed = AddressBook.Parse(path);
        var (id, resource) = (parsed.Release, parsed.Resource);
        problem = query.Where(pair => ReleaseParameters.IsMisspelt(pair.Key)).Select(pair => Problems.Misspelt(pair.Key)).FirstOrDefault();
        if (problem is not null)
        {
            return null;
        }

        if (pins.Count + (id is null ? 0 : 1) > 1)
        {
            problem = Problems.TwoReleases(pins[^1], id);
            return null;
        }

        if (pins.Count == 0 && id is null)
        {
            return new(view, path, path, query, null);
        }

        // An address about a release, such as what changed in it, answers for every published one, even when its content cannot be opened.
        if (id is not null && !book.IsInReleases(parsed))
        {
            return new(view, path, path, query, null);
        }

        var release = id is not null ? view.Find(id) : Named(context, view, pins[0], out problem);
        var isLost = release is null && view.IsLost(id ?? pins[0].Value);
        problem ??=
            isLost ? Problems.BrokenRelease(id ?? pins[0].Value)
            : release is null ? Problems.UnknownRelease(view)
            : release.Purge is not null ? Problems.Purged(release)
            : null;
        if (problem is not null && !isLost && id is not null && parsed.IsPage)
        {
            // A page of such a release is no page: the site says so in its own words.
            problem = null;
            return new(view, path, path, query, null);
        }

        var opened = problem is null ? view.Open(release!) : null;
        problem ??= opened is null ? Problems.BrokenRelease(release!.Id) : null;
        if (problem is not null)
        {
            return null;
        }

        return new(
            view.Of(opened!, isFrozen: id is not null),
            path,
            resource,
            [.. query.Where(pair => !ReleaseParameters.Has(pair.Key))],
            pins.Count == 0 ? null : $"{pins[0].Key}={Uri.EscapeDataString(pins[0].Value)}"
        );
    }

    private static Release? Named(HttpContext context, ReleaseView view, KeyValuePair<string, string> pin, out IResult? problem)
    {
        problem = null;
        if (pin.Key == ReleaseParameters.Release)
        {
            return view.Find(pin.Value);
        }

        var now = context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!AsOf.TryParse(pin.Value, view.Shown.Publication.About.TimeZone, now, out var moment, out var fault))
        {
            problem = Problems.InvalidAsOf(fault!);
            return null;
        }

        var release = view.At(moment);
        problem = release is null ? Problems.BeforeTheFirst(pin.Value, view) : null;
        return release;
    }
}
