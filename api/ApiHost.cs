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
    /// <summary>How the API writes JSON.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = ApiJson.CreateOptions();

    /// <summary>The API alone, on the address that <c>--urls</c> names, or on http://127.0.0.1:5080.</summary>
    /// <param name="args"><c>--data</c> names the publication's folder.</param>
    public static WebApplication Create(string[] args)
    {
        if (args.Where((_, place) => place % 2 == 0).FirstOrDefault(name => name is not ("--data" or "--urls")) is { } unknown)
        {
            throw new ArgumentException($"{unknown} is not known here. Write --data FOLDER, --urls ADDRESS, or neither.");
        }

        var named = Array.IndexOf(args, "--data") is var at && at >= 0 ? args.ElementAtOrDefault(at + 1) ?? "" : null;
        if (named is not null && !Directory.Exists(named))
        {
            throw new DirectoryNotFoundException(
                named.Length == 0 ? "--data: No folder is named. Write its name." : $"--data: There is no folder {named}."
            );
        }

        var folder =
            named
            ?? DataFolder.Find(Environment.CurrentDirectory)
            ?? DataFolder.Find(AppContext.BaseDirectory)
            ?? throw new DirectoryNotFoundException("There is no folder data here or above. Name one: --data FOLDER.");
        var urls = Array.IndexOf(args, "--urls") is var url && url >= 0 && url + 1 < args.Length ? args[url + 1] : "http://127.0.0.1:5080";
        var app = Create(folder, urls, TimeProvider.System);
        app.MapGet("/", () => Results.Redirect(ApiAddresses.Documentation)).ExcludeFromDescription();
        return app;
    }

    /// <summary>The API over a publication's sealed releases, not yet started.</summary>
    /// <param name="folder">The publication's folder. Only its <c>releases</c> are read.</param>
    /// <param name="urls">Where to listen; port 0 takes a free one.</param>
    /// <param name="time">Says which release is current.</param>
    /// <param name="outermost">What stands round every answer; null for nothing.</param>
    /// <param name="unversionedPages">The sections of the site that no release has for itself; null when there is no site.</param>
    public static WebApplication Create(
        string folder,
        string urls,
        TimeProvider time,
        Func<HttpContext, RequestDelegate, Task>? outermost = null,
        IReadOnlyList<string>? unversionedPages = null
    )
    {
        // A settings file in the folder that somebody happens to stand in is not meant for this program.
        // All folders under that place need no watching either.
        var builder = WebApplication.CreateSlimBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, Args = ["--hostBuilder:reloadConfigOnChange=false"] }
        );
        builder.WebHost.UseUrls(urls);
        builder.WebHost.ConfigureKestrel(server =>
            server.ConfigureEndpointDefaults(endpoint => endpoint.Use(next => RejectedRequests.Explain(next, JsonOptions)))
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);

        // Why it did not start is thrown too, and told once.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);
        builder.Services.AddSingleton(time);
        var store = new ReleaseStore(Path.Combine(folder, "releases"));
        builder.Services.AddSingleton(store);
        builder.Services.AddSingleton(new AddressBook(unversionedPages));
        builder.Services.AddSingleton(new PublishedReleases(store, time));
        builder.Services.ConfigureHttpJsonOptions(options => ApiJson.Configure(options.SerializerOptions));
        builder.Services.AddExceptionHandler<FailureHandler>();
        OpenApiRoutes.Add(builder.Services);

        var app = builder.Build();
        app.Use(outermost ?? ((context, next) => next(context)));
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
        Memento.Map(routes);
        FeedRoutes.Map(routes);
        HealthRoutes.Map(app);
        OpenApiRoutes.Map(app);
        app.MapFallback(ApiAddresses.AnyTemplate, Problems.UnknownAddress).ExcludeFromDescription();
        return app;
    }
}
