using Microsoft.AspNetCore.Mvc;
using PublicStats.Api.Addresses;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Health;

/// <summary>For the operator: whether the process runs, and whether it can answer.</summary>
internal static class HealthRoutes
{
    private const string Text = "text/plain";

    public static void Map(IEndpointRouteBuilder routes)
    {
        var health = routes.MapGroup("").WithTags("Health");
        health
            .MapGet(ApiAddresses.Live, Live)
            .WithName(nameof(Live))
            .WithMetadata(new ProducesResponseTypeAttribute(typeof(string), StatusCodes.Status200OK, Text) { Description = "It runs." });
        health
            .MapGet(ApiAddresses.Ready, Ready)
            .WithName(nameof(Ready))
            .WithMetadata(
                new ProducesResponseTypeAttribute(typeof(string), StatusCodes.Status200OK, Text)
                {
                    Description = "The release that is served.",
                },
                new ProducesResponseTypeAttribute(typeof(string), StatusCodes.Status503ServiceUnavailable, Text)
                {
                    Description = "The newest published release cannot be served; the text says why.",
                }
            );
    }

    /// <summary>The process runs.</summary>
    /// <remarks>For the operator: whether the process runs.</remarks>
    internal static IResult Live() => TypedResults.Text("live\n");

    /// <summary>The newest published release is whole and served.</summary>
    /// <remarks>For the operator: which release is served, or why none is.</remarks>
    internal static IResult Ready(PublishedReleases releases) =>
        releases.Problem() is { } problem
            ? TypedResults.Text(problem + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : TypedResults.Text($"ready: release {releases.Now().Shown.Manifest.Id}\n");
}
