namespace PublicStats.Api.Addresses;

/// <summary>What an address is used for besides answering. A route says it where it is mapped.</summary>
internal static class RouteMarks
{
    /// <summary>Offers the address to callers who ask for one that does not exist.</summary>
    public static RouteHandlerBuilder IsOffered(this RouteHandlerBuilder route) => route.WithMetadata(new Offered());

    /// <summary>Writes the answer as a file of the static API.</summary>
    /// <param name="suffix">What the file's name has after the address: its extension, where the address has none.</param>
    /// <param name="isRecord">Whether it says what a release was, and stays when the content of the release is taken away.</param>
    public static RouteHandlerBuilder IsStatic(
        this RouteHandlerBuilder route,
        string suffix = ApiAddresses.JsonSuffix,
        bool isRecord = false
    ) => route.WithMetadata(new StaticFile(suffix, isRecord));

    /// <summary>The templates of the addresses to offer, in the order of their routes.</summary>
    public static IReadOnlyList<string> OfferedAddresses(this EndpointDataSource routes) =>
        [
            .. routes
                .Endpoints.OfType<RouteEndpoint>()
                .Where(route => route.Metadata.GetMetadata<Offered>() is not null)
                .Select(route => route.RoutePattern.RawText!.Replace("{**", "{", StringComparison.Ordinal)),
        ];

    private sealed record Offered;
}

/// <summary>A file of the API's static copy.</summary>
/// <param name="Suffix">What its name has after the address.</param>
/// <param name="IsRecord">Whether it stays when the content of the release is taken away.</param>
internal sealed record StaticFile(string Suffix, bool IsRecord);
