using PublicStats.Api.Addresses;

namespace PublicStats.Api.Versioning;

/// <summary>The Link header of a versioned resource: itself as TimeGate, and its TimeMap (RFC 7089).</summary>
internal static class MementoLinks
{
    // In characters. Servers between this one and a reader refuse headers of more than a few kilobytes.
    private const int LongestQuery = 1000;

    /// <summary>The header; null when the query is too long for one.</summary>
    public static string? Of(ReleaseRequest request)
    {
        var query = Query(request);
        return query.Value?.Length > LongestQuery
            ? null
            : $"<{HeaderAddress.Path(request.Resource)}{query}>; rel=\"original timegate\", "
                + $"<{HeaderAddress.Path(ApiAddresses.TimeMapOf(request.Resource))}{query}>; rel=\"timemap\"; "
                + "type=\"application/link-format\"";
    }

    /// <summary>The query of every version of a resource. A cursor belongs to one release, so it is left out.</summary>
    public static QueryString Query(ReleaseRequest request) =>
        QueryString.Create(
            request
                .Parameters.Where(parameter => parameter.Key != "cursor")
                .Select(parameter => KeyValuePair.Create(parameter.Key, (string?)parameter.Value))
        );
}
