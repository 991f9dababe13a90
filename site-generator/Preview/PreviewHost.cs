using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>Serves the site and the API as they will be at a moment, on this machine only. Makes them again at every save.</summary>
internal sealed class PreviewHost : IAsyncDisposable
{
    private readonly PreviewFolder temporary;
    private readonly ChangeWatcher watcher;
    private readonly PreviewBuilder builder;
    private readonly WebApplication app;
    private readonly PublishedReleases releases;
    private volatile PreviewState state;
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Makes the preview and does not start it.</summary>
    /// <exception cref="IOException">There is no folder that the preview can use.</exception>
    public PreviewHost(string folder, DateTimeOffset at, int port)
    {
        temporary = PreviewFolder.Make(folder);

        // The watcher starts before the files are read, so that it misses no save.
        watcher = new(folder);
        try
        {
            builder = new(folder, Path.Combine(temporary.Path, "releases"), at);
            state = builder.Next();
            var added = new PreviewMarks(Path.GetFileName(folder.TrimEnd('/')));
            var middleware = new PreviewMiddleware(added, () => State);
            app = SiteHost.Create(
                temporary.Path,
                $"http://127.0.0.1:{port}",
                new FixedTimeProvider(at),
                (context, next) =>
                    context.Request.Path.StartsWithSegments("/preview", out var own) && own != "/faults/"
                        ? Own(context, own)
                        : middleware.Answer(context, next),
                path => added.Of(State, path)
            );
            releases = app.Services.GetRequiredService<PublishedReleases>();
        }
        catch
        {
            watcher.Dispose();
            temporary.Dispose();
            throw;
        }
    }

    /// <summary>What the preview shows now.</summary>
    public PreviewState State => state;

    /// <summary>The address of the site.</summary>
    public string Address => app.Urls.First();

    /// <summary>Starts to serve.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public Task Start(CancellationToken stop) => app.StartAsync(stop);

    /// <summary>Makes the preview again at every save until it is stopped.</summary>
    public async Task Follow(Action<PreviewState> report, CancellationToken stop)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
        try
        {
            _ = Task.Run(() => releases.WarmUp(TimeSpan.Zero), stopped.Token);
            while (true)
            {
                await watcher.Wait(stopped.Token);
                var next = await Next(stopped.Token);

                // The releases change before the number does. So no page has a number that is newer than its content.
                releases.StartAnew(next.Sealed);
                state = next;
                Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                report(State);
            }
        }
        catch (OperationCanceledException) { }
    }

    public async ValueTask DisposeAsync()
    {
        // The folder is deleted first, because it must go even if the rest fails.
        temporary.Dispose();
        watcher.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
        temporary.Dispose();
    }

    // Many editors move a file when they save it. A file that cannot be read is tried again a moment later.
    private async Task<PreviewState> Next(CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return builder.Next();
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException && tries < 40)
            {
                await Task.Delay(50, stop);
            }
        }
    }

    private Task Own(HttpContext context, PathString path)
    {
        context.Response.Headers.CacheControl = "no-store";
        return path.Value switch
        {
            "/preview.css" => Asset(context, "preview.css", "text/css; charset=utf-8"),
            "/style.css" => Asset(context, "style.css", "text/css; charset=utf-8"),
            "/preview.js" => Asset(context, "preview.js", "text/javascript; charset=utf-8"),
            "/changed" => Changes(context),
            _ => NotThere(context),
        };
    }

    private static Task Asset(HttpContext context, string name, string type)
    {
        context.Response.ContentType = type;
        return context.Response.Body.WriteAsync(EmbeddedFile.Read(name)).AsTask();
    }

    private static Task NotThere(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    // Sends the number of the state at once and at every change, as server-sent events.
    private async Task Changes(HttpContext context)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, app.Lifetime.ApplicationStopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            while (true)
            {
                var next = changed.Task;
                await context.Response.WriteAsync($"retry: 300\ndata: {State.Number}\n\n", over.Token);
                await context.Response.Body.FlushAsync(over.Token);
                await next.WaitAsync(over.Token);
            }
        }
        catch (OperationCanceledException) { }
    }
}
