using PublicStats.Api.Hosting;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Asking;

/// <summary>What a request asks of which release: worked out once, before anything is answered, and kept for the whole of the answer.</summary>
/// <param name="View">The releases that may be seen, and the one that answers.</param>
/// <param name="Address">The path as the caller wrote it.</param>
/// <param name="Resource">The path without a release in it: what is asked for, whichever release answers.</param>
/// <param name="Parameters">The query without <c>release</c> and <c>asOf</c>.</param>
/// <param name="Pin">The part of the query that names the release, such as <c>asOf=2026-05-01</c>; null when none does.</param>
public sealed record Asked(ReleaseView View, string Address, string Resource, IReadOnlyList<KeyValuePair<string, string>> Parameters, string? Pin)
{
    /// <summary>The release that answers.</summary>
    public SealedRelease Release => View.Shown;

    /// <summary>The path of the same resource in a release, for ever, as a header writes it.</summary>
    public string FrozenAddress(string release) => HeaderAddress.Path(Frozen(Resource, release));

    internal static string Frozen(string resource, string release) =>
        resource.StartsWith("/v1/", StringComparison.Ordinal) ? $"/v1/releases/{release}{resource[3..]}" : $"/releases/{release}{resource}";
}

/// <summary>Where the question stands in a request.</summary>
public static class AskedOfContext
{
    /// <summary>What the request asks; every route but those of the operator has it.</summary>
    /// <exception cref="BrokenReleaseException">No release can be served.</exception>
    public static Asked Asked(this HttpContext context) => context.Features.Get<Asked>() ?? throw new BrokenReleaseException("No release is published.");
}
