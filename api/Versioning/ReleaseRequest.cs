using PublicStats.Api.Addresses;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Versioning;

/// <summary>What a request asks for, of which release. It is worked out once and does not change while the request is answered.</summary>
/// <param name="View">The releases that may be seen, and the one that answers.</param>
/// <param name="Address">The path as the caller wrote it.</param>
/// <param name="Resource">The path without a release in it: what is asked for, whichever release answers.</param>
/// <param name="Parameters">The query without <c>release</c> and <c>asOf</c>.</param>
/// <param name="VersionSelector">The part of the query that names the release, such as <c>asOf=2026-05-01</c>; null when none does.</param>
public sealed record ReleaseRequest(
    ReleaseView View,
    string Address,
    string Resource,
    IReadOnlyList<KeyValuePair<string, string>> Parameters,
    string? VersionSelector
)
{
    /// <summary>The release that answers.</summary>
    public SealedRelease Release => View.Shown;

    /// <summary>Gives the request's own value to a handler that has a parameter of this type.</summary>
    public static ValueTask<ReleaseRequest?> BindAsync(HttpContext context) =>
        ValueTask.FromResult<ReleaseRequest?>(context.GetReleaseRequest());

    /// <summary>The path of the same resource in a release, for ever, as a header writes it.</summary>
    public string VersionedAddress(string release) => HeaderAddress.Path(AddressBook.Versioned(Resource, release));
}

/// <summary>Where the question stands in a request.</summary>
public static class ReleaseRequestExtensions
{
    /// <summary>What the request asks; every route but those of the operator has it.</summary>
    /// <exception cref="BrokenReleaseException">No release can be served.</exception>
    public static ReleaseRequest GetReleaseRequest(this HttpContext context) =>
        context.Features.Get<ReleaseRequest>() ?? throw new BrokenReleaseException("No release is published.");
}
