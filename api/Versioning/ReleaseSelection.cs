using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>Selects the release of a request once, and keeps it with the request: everything in the answer comes from it.</summary>
internal static class ReleaseSelection
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var path = context.Request.Path.Value!;
        var services = context.RequestServices;
        var releases = services.GetRequiredService<PublishedReleases>();
        if (ApiAddresses.IsForOperator(path))
        {
            // These are answered even when no release can be served. An address beside them gets the usual problem of an unknown one.
            if (releases.TryNow() is { } latest)
            {
                context.Features.Set(new ReleaseRequest(latest, path, path, [], null));
            }

            await next(context);
            return;
        }

        var book = services.GetRequiredService<AddressBook>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        if (!ReleaseRequestReader.TryRead(context.Request, releases.Now(), book, now, out var request, out var problem))
        {
            await problem.ExecuteAsync(context);
            return;
        }

        if (request.VersionSelector is not null && book.IsVersionedPage(path))
        {
            var rest = QueryString.Create(
                request.Parameters.Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
            );
            context.Response.Headers.CacheControl = "no-cache";
            context.Response.Redirect(request.VersionedAddress(request.Release.Manifest.Id) + rest);
            return;
        }

        context.Request.Path = new PathString(request.Resource);
        context.Features.Set(request);
        context.Features.Set(new ResponseVersion(request.View, request.Resource + context.Request.QueryString.Value));
        await next(context);
    }
}
