using System.Globalization;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;

namespace PublicStats.Api.Versioning;

/// <summary>
/// Memento (RFC 7089): every versioned resource is its own TimeGate, and its versioned addresses are the Mementos. Redirects a caller who
/// asks for a time in Accept-Datetime to the versioned address of that time.
/// </summary>
internal static class Memento
{
    public static async Task Invoke(HttpContext context, RequestDelegate next)
    {
        var book = context.RequestServices.GetRequiredService<AddressBook>();
        if (
            ApiAddresses.IsForOperator(context.Request.Path.Value!)
            || context.Features.Get<ReleaseRequest>() is not { } request
            || !book.IsVersioned(request.Resource)
        )
        {
            await next(context);
            return;
        }

        var headers = context.Response.Headers;
        headers.Link = MementoLinks.Of(request);
        if (request.View.IsFrozen || request.VersionSelector is not null)
        {
            headers["Memento-Datetime"] = request.View.Shown.PublishedAt.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
            await next(context);
            return;
        }

        headers.Vary = "Accept-Datetime";
        if (context.Request.Headers["Accept-Datetime"].ToString() is not { Length: > 0 } text)
        {
            await next(context);
            return;
        }

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            await Problems.InvalidAcceptDatetime(text).ExecuteAsync(context);
            return;
        }

        // Before the first release there is none to give. RFC 7089 then gives the first.
        var release = request.View.At(moment) ?? request.View.Published[0];
        headers.CacheControl = "no-cache";
        context.Response.Redirect(request.VersionedAddress(release.Id) + HeaderAddress.Query(context.Request.QueryString));
    }
}
