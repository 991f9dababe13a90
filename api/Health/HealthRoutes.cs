using PublicStats.Api.Addresses;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Health;

/// <summary>For the operator: whether the process runs, and whether it can answer.</summary>
internal static class HealthRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ApiAddresses.Live, () => Results.Text("live\n")).WithTags("Health").WithName("Live").WithSummary("The process runs");
        app.MapGet(ApiAddresses.Ready, Ready)
            .WithTags("Health")
            .WithName("Ready")
            .WithSummary("The newest published release is whole and served");
    }

    private static IResult Ready(PublishedReleases releases) =>
        releases.Problem() is { } problem
            ? Results.Text(problem + "\n", statusCode: StatusCodes.Status503ServiceUnavailable)
            : Results.Text($"ready: release {releases.Now().Shown.Manifest.Id}\n");
}
