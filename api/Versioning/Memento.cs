using System.Globalization;
using System.Text;
using Microsoft.Extensions.Primitives;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>Time travel as RFC 7089 has it: every kept address is its own TimeGate, its frozen addresses are the Mementos, and a TimeMap lists them.</summary>
internal static class Memento
{
    // In letters. Servers between this one and a reader refuse headers of more than a few kilobytes.
    private const int LongestLinkedQuestion = 1000;

    public static void Map(IEndpointRouteBuilder app) =>
        app.MapGet("/v1/timemap/{**resource}", TimeMap)
            .WithTags("Releases")
            .WithName("GetTimeMap")
            .WithSummary("Every frozen address of a resource")
            .WithDescription(
                "In application/link-format, as RFC 7089 has it: for figures/crossings/people/2025, or for a page such as crossings/."
            );

    /// <summary>Sends a caller who asks for a time in a header to the frozen address of that time; false when nobody asks, and the answer is to be made.</summary>
    public static async Task<bool> Negotiate(HttpContext context, ReleaseRequest asked)
    {
        if (!ReleaseSelection.IsVersioned(asked.Resource))
        {
            return false;
        }

        var headers = context.Response.Headers;
        var query = Query(asked);
        StringValues links =
            query.Value?.Length > LongestLinkedQuestion
                ? default(StringValues)
                : $"<{Uri(asked.Resource)}{query}>; rel=\"original timegate\", "
                    + $"<{Uri(TimeMapOf(asked.Resource))}{query}>; rel=\"timemap\"; type=\"application/link-format\"";
        if (asked.View.IsFrozen || asked.VersionSelector is not null)
        {
            headers["Memento-Datetime"] = Http(asked.View.Shown.PublishedAt);
            headers.Link = links;
            return false;
        }

        headers.Vary = "Accept-Datetime";
        headers.Link = links;
        if (context.Request.Headers["Accept-Datetime"].ToString() is not { Length: > 0 } text)
        {
            return false;
        }

        if (!DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            await PublicStats.Api.Http.Problem.BadAcceptDatetime(text).ExecuteAsync(context);
            return true;
        }

        // Before the first there is no other to give: RFC 7089 gives the first.
        var release = asked.View.At(moment) ?? asked.View.Published[0];
        headers.CacheControl = "no-cache";
        context.Response.Redirect(
            asked.VersionedAddress(release.Id) + PublicStats.Api.Http.HeaderAddress.Query(context.Request.QueryString)
        );
        return true;
    }

    private static Task TimeMap(string? resource, HttpContext context)
    {
        var asked = context.GetReleaseRequest();
        var path = (resource ?? "").TrimStart('/');
        var original = path.Split('/')[0].Split('.')[0] is "datasets" or "figures" or "headlines" ? "/v1/" + path : "/" + path;
        if (!ReleaseSelection.IsVersioned(original))
        {
            return PublicStats.Api.Http.Problem.NoTimeMap(original).ExecuteAsync(context);
        }

        var published = asked.View.Published.Where(release => release.Purge is null && Holds(asked.View, release, original)).ToList();
        if (published.Count == 0)
        {
            return PublicStats.Api.Http.Problem.NoTimeMap(original).ExecuteAsync(context);
        }

        var query = Query(asked);
        var map = new StringBuilder();
        map.Append(
            CultureInfo.InvariantCulture,
            $"<{Uri(original)}{query}>; rel=\"original timegate\",\n<{Uri(TimeMapOf(original))}{query}>; rel=\"self\"; type=\"application/link-format\"; from=\"{Http(published[0].PublishedAt!.Value)}\"; until=\"{Http(published[^1].PublishedAt!.Value)}\""
        );
        for (var i = 0; i < published.Count; i++)
        {
            var place = (i == 0 ? "first " : "") + (i == published.Count - 1 ? "last " : "");
            map.Append(
                CultureInfo.InvariantCulture,
                $",\n<{Uri(ReleaseRequest.VersionedAddressOf(original, published[i].Id))}{query}>; rel=\"{place}memento\"; datetime=\"{Http(published[i].PublishedAt!.Value)}\""
            );
        }

        return PublicStats.Api.Http.Responses.Send(context, "application/link-format", Encoding.UTF8.GetBytes(map.Append('\n').ToString()));
    }

    // A figure or a dataset has no frozen address in a release that was before it.
    private static bool Holds(ReleaseView view, Release release, string original) =>
        original.Split('/') switch
        {
            ["", "v1", "figures", _, ..] => view.Open(release) is { } opened
                && FigureLookup.Find(opened.Publication, original["/v1/figures/".Length..], out _) is not null,
            ["", "v1", "datasets", var name, ..] => release.Manifest.Datasets.Any(dataset => dataset.Name == name),
            ["", "v1", "datasets" or "headlines"] => true,
            ["", "v1", ..] => false,
            _ => true,
        };

    // A question is what it asks for, whichever page of the answer is read: a cursor belongs to one release.
    private static QueryString Query(ReleaseRequest asked) =>
        QueryString.Create(
            asked
                .Parameters.Where(parameter => parameter.Key != "cursor")
                .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
        );

    // A path as a header may hold it.
    private static string Uri(string path) => PublicStats.Api.Http.HeaderAddress.Path(path);

    private static string TimeMapOf(string resource) =>
        "/v1/timemap" + (resource.StartsWith("/v1/", StringComparison.Ordinal) ? resource[3..] : resource);

    private static string Http(DateTimeOffset moment) => moment.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
