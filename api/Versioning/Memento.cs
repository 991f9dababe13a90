using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>
/// Memento (RFC 7089): every versioned resource is its own TimeGate, its versioned addresses are the Mementos, and a TimeMap lists them.
/// </summary>
internal static class Memento
{
    // In letters. Servers between this one and a reader refuse headers of more than a few kilobytes.
    private const int LongestLinkedQuestion = 1000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet(ApiAddresses.TimeMapTemplate, TimeMap)
            .WithTags("Releases")
            .WithName("GetTimeMap")
            .Answers<string>("application/link-format")
            .ReadsQuery()
            .WithSummary("Every frozen address of a resource")
            .WithDescription(
                "In application/link-format, as RFC 7089 has it: for figures/crossings/people/2025, or for a page such as crossings/."
            );

    /// <summary>Redirects a caller who asks for a time in Accept-Datetime to the versioned address of that time.</summary>
    public static Task Invoke(HttpContext context, RequestDelegate next)
    {
        var book = context.RequestServices.GetRequiredService<AddressBook>();
        if (
            ApiAddresses.IsForOperator(context.Request.Path.Value!)
            || context.Features.Get<ReleaseRequest>() is not { } asked
            || !book.IsVersioned(asked.Resource)
        )
        {
            return next(context);
        }

        var headers = context.Response.Headers;
        var query = Query(asked);
        StringValues links =
            query.Value?.Length > LongestLinkedQuestion
                ? default(StringValues)
                : $"<{Uri(asked.Resource)}{query}>; rel=\"original timegate\", "
                    + $"<{Uri(ApiAddresses.TimeMapOf(asked.Resource))}{query}>; rel=\"timemap\"; type=\"application/link-format\"";
        if (asked.View.IsFrozen || asked.VersionSelector is not null)
        {
            headers["Memento-Datetime"] = Http(asked.View.Shown.PublishedAt);
            headers.Link = links;
            return next(context);
        }

        headers.Vary = "Accept-Datetime";
        headers.Link = links;
        if (context.Request.Headers["Accept-Datetime"].ToString() is not { Length: > 0 } text)
        {
            return next(context);
        }

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return Problems.InvalidAcceptDatetime(text).ExecuteAsync(context);
        }

        // Before the first there is no other to give: RFC 7089 gives the first.
        var release = asked.View.At(moment) ?? asked.View.Published[0];
        headers.CacheControl = "no-cache";
        context.Response.Redirect(asked.VersionedAddress(release.Id) + HeaderAddress.Query(context.Request.QueryString));
        return Task.CompletedTask;
    }

    private static Task TimeMap(string? resource, HttpContext context, AddressBook book)
    {
        var asked = context.GetReleaseRequest();
        var original = ApiAddresses.ResourceOfTimeMap(resource ?? "");
        if (!book.IsVersioned(original))
        {
            return Problems.NoTimeMap(original).ExecuteAsync(context);
        }

        var published = asked.View.Published.Where(release => release.Purge is null && Holds(asked.View, release, original)).ToList();
        if (published.Count == 0)
        {
            return Problems.NoTimeMap(original).ExecuteAsync(context);
        }

        var query = Query(asked);
        var (first, last) = (published[0].PublishedAt!.Value, published[^1].PublishedAt!.Value);
        var map = new StringBuilder();
        map.Append(
            CultureInfo.InvariantCulture,
            $"<{Uri(original)}{query}>; rel=\"original timegate\",\n<{Uri(ApiAddresses.TimeMapOf(original))}{query}>; rel=\"self\"; "
        );
        map.Append(
            CultureInfo.InvariantCulture,
            $"type=\"application/link-format\"; from=\"{Http(first)}\"; until=\"{Http(last)}\""
        );
        for (var i = 0; i < published.Count; i++)
        {
            var address = Uri(AddressBook.Versioned(original, published[i].Id));
            var place = (i == 0 ? "first " : "") + (i == published.Count - 1 ? "last " : "");
            map.Append(
                CultureInfo.InvariantCulture,
                $",\n<{address}{query}>; rel=\"{place}memento\"; datetime=\"{Http(published[i].PublishedAt!.Value)}\""
            );
        }

        return Responses.Write(context, "application/link-format", Encoding.UTF8.GetBytes(map.Append('\n').ToString()));
    }

    // A figure or a dataset has no frozen address in a release that was before it.
    private static bool Holds(ReleaseView view, Release release, string original) =>
        ApiAddresses.KeyIn(original) is { } key
            ? view.Open(release) is { } opened && FigureLookup.Find(opened.Publication, key, out _) is not null
        : ApiAddresses.DatasetIn(original) is { } name ? release.Manifest.Datasets.Any(dataset => dataset.Name == name)
        : original is ApiAddresses.Datasets or ApiAddresses.Headlines || !ApiAddresses.IsOfApi(original);

    // A question is what it asks for, whichever page of the answer is read: a cursor belongs to one release.
    private static QueryString Query(ReleaseRequest asked) =>
        QueryString.Create(
            asked
                .Parameters.Where(parameter => parameter.Key != "cursor")
                .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
        );

    // A path as a header may hold it.
    private static string Uri(string path) => HeaderAddress.Path(path);

    private static string Http(DateTimeOffset moment) => moment.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
