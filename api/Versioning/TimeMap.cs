using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>The list of every versioned address of a resource (RFC 7089).</summary>
internal static class TimeMap
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGroup("")
            .WithTags("Releases")
            .MapGet(ApiAddresses.TimeMapTemplate, GetTimeMap)
            .WithName(nameof(GetTimeMap))
            .Answers<string>("application/link-format")
            .ReadsQuery();

    /// <summary>Every frozen address of a resource.</summary>
    /// <remarks>
    /// In application/link-format, as RFC 7089 has it: for figures/crossings/people/2025, or for a page such as crossings/.
    /// </remarks>
    internal static Results<FileContentHttpResult, ProblemAnswer> GetTimeMap(string? resource, ReleaseRequest request, AddressBook book)
    {
        var original = ApiAddresses.ResourceOfTimeMap(resource ?? "");
        if (!book.IsVersioned(original))
        {
            return Problems.NoTimeMap(original, request.Release.Publication);
        }

        var releases = request.View.Published.Where(release => release.Purge is null && IsIn(request.View, release, original)).ToList();
        if (releases.Count == 0)
        {
            return Problems.NoTimeMap(original, request.Release.Publication);
        }

        var query = MementoLinks.Query(request);
        var map = new StringBuilder();
        map.Append($"<{HeaderAddress.Path(original)}{query}>; rel=\"original timegate\",\n");
        map.Append($"<{HeaderAddress.Path(ApiAddresses.TimeMapOf(original))}{query}>; rel=\"self\"; type=\"application/link-format\"; ");
        map.Append($"from=\"{DateOf(releases[0])}\"; until=\"{DateOf(releases[^1])}\"");
        for (var i = 0; i < releases.Count; i++)
        {
            var address = HeaderAddress.Path(AddressBook.Versioned(original, releases[i].Id));
            var place = (i == 0 ? "first " : "") + (i == releases.Count - 1 ? "last " : "");
            map.Append($",\n<{address}{query}>; rel=\"{place}memento\"; datetime=\"{DateOf(releases[i])}\"");
        }

        return TypedResults.Bytes(Encoding.UTF8.GetBytes(map.Append('\n').ToString()), "application/link-format");
    }

    // A figure or a dataset has no address in a release that was before it.
    private static bool IsIn(ReleaseView view, Release release, string original)
    {
        if (ApiAddresses.KeyIn(original) is { } key)
        {
            return view.Open(release) is { } opened && FigureLookup.Find(opened.Publication, key) is not null;
        }

        return ApiAddresses.DatasetIn(original) is { } name
            ? release.Manifest.Datasets.Any(dataset => dataset.Name == name)
            : original is ApiAddresses.Datasets or ApiAddresses.Headlines || !ApiAddresses.IsOfApi(original);
    }

    private static string DateOf(Release release) => release.PublishedAt!.Value.UtcDateTime.ToString("r", CultureInfo.InvariantCulture);
}
