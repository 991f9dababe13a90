using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Catalogue;
using PublicStats.Api.Feeds;
using PublicStats.Api.Figures;
using PublicStats.Api.Headlines;
using PublicStats.Api.Health;
using PublicStats.Api.Http;
using PublicStats.Api.OpenApi;
using PublicStats.Api.Releases;
using PublicStats.Api.Versioning;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api;

/// <summary>Builds the API: alone, beside the site, and in tests, always the same.</summary>
public static class ApiHost
{
    private const string DefaultAddress = "http://127.0.0.1:5080";
    private const string DataSetting = "PublicStats:Data";

    /// <summary>How the API writes JSON.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = ApiJson.CreateOptions();

    /// <summary>The API alone, not yet started. The address / leads to its documentation.</summary>
    /// <inheritdoc cref="CreateBuilder"/>
    public static WebApplication Create(params string[] args)
    {
        var app = CreateBuilder(args).BuildApi();
        app.MapGet("/", () => Results.Redirect(ApiAddresses.Documentation)).ExcludeFromDescription();
        return app;
    }

    /// <summary>A host builder with the services of the API. A site replaces or adds services before it builds.</summary>
    /// <param name="args">
    /// <c>--data FOLDER</c> names the publication's folder, of which only <c>releases</c> is read; <c>--urls ADDRESS</c> where to listen.
    /// Both may be settings of the environment instead: <c>PublicStats__Data</c>, <c>ASPNETCORE_URLS</c>.
    /// </param>
    /// <exception cref="ArgumentException">An argument is not known.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no folder of that name, or none is named and none is near.</exception>
    public static WebApplicationBuilder CreateBuilder(params string[] args)
    {
        ApiArguments.Check(args);

        // Settings files are read from beside the program, never from the folder that somebody works in, and are not watched.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = AppContext.BaseDirectory,
                Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            }
        );
        builder.Configuration.AddCommandLine(args, new Dictionary<string, string> { ["--data"] = DataSetting });
        if (builder.Configuration[WebHostDefaults.ServerUrlsKey] is null && builder.Configuration[WebHostDefaults.HttpPortsKey] is null)
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        builder.WebHost.ConfigureKestrel(server =>
            server.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => RejectedRequests.Explain(next, JsonOptions)))
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // A failure to start is thrown too, and the program reports it once.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder
            .Services.AddSingleton(TimeProvider.System)
            .AddSingleton(new AddressBook())
            .AddSingleton(new ReleaseStore(Path.Combine(FolderOf(builder.Configuration), "releases")))
            .AddSingleton<PublishedReleases>()
            .AddExceptionHandler<FailureHandler>()
            .ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        OpenApiRoutes.Add(builder.Services);
        return builder;
    }

    /// <summary>Builds the host with the middleware and the routes of the API.</summary>
    public static WebApplication BuildApi(this WebApplicationBuilder builder)
    {
        var app = builder.Build();
        app.Use(HeadRequests.Invoke);
        app.Use(CommonHeaders.Invoke);
        app.Use(ContentDigest.Invoke);
        app.UseStatusCodePages(status => Problems.OfStatus(status.HttpContext).ExecuteAsync(status.HttpContext));
        app.UseExceptionHandler(_ => { });
        app.Use(RequestMethods.Invoke);
        app.Use(CanonicalPath.Invoke);
        app.Use(ReleaseSelection.Invoke);
        app.Use(Memento.Invoke);
        app.Use(ConditionalRequests.Invoke);
        app.UseRouting();
        app.Use(UnknownParameters.Invoke);

        var routes = app.MapGroup("").DescribeResponses();
        CatalogueRoutes.Map(routes);
        FigureRoutes.Map(routes);
        HeadlineRoutes.Map(routes);
        ReleaseRoutes.Map(routes);
        ChangeRoutes.Map(routes);
        RevisionRoutes.Map(routes);
        TimeMap.Map(routes);
        FeedRoutes.Map(routes);
        HealthRoutes.Map(app);
        OpenApiRoutes.Map(app);
        app.MapFallback(ApiAddresses.AnyTemplate, Problems.UnknownAddress).ExcludeFromDescription();
        return app;
    }

    private static string FolderOf(ConfigurationManager configuration)
    {
        if (configuration[DataSetting] is not { } named)
        {
            return DataFolder.Find(Environment.CurrentDirectory)
                ?? DataFolder.Find(AppContext.BaseDirectory)
                ?? throw new DirectoryNotFoundException("There is no folder data here or above. Name one: --data FOLDER.");
        }

        if (!Directory.Exists(named))
        {
            throw new DirectoryNotFoundException(
                named.Length == 0 ? "--data: No folder is named. Write its name." : $"--data: There is no folder {named}."
            );
        }

        return named;
    }
}
