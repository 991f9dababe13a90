using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>The site and the API as they will be at a moment, on this machine alone, made again at every save.</summary>
internal sealed class PreviewHost : IAsyncDisposable
{
    private readonly PreviewFolder temporary;
    private readonly ChangeWatcher saves;
    private readonly PreviewBuilder rehearsing;
    private readonly WebApplication app;
    private readonly PublishedReleases releases;
    private volatile PreviewState state;
    private volatile TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Made, not yet started.</summary>
    /// <exception cref="IOException">There is no place to hold it.</exception>
    public PreviewHost(string folder, DateTimeOffset at, int port)
    {
        temporary = PreviewFolder.Make(folder);

        // From before the first look on, so that no save is missed.
        saves = new(folder);
        try
        {
            rehearsing = new(folder, Path.Combine(temporary.Path, "releases"), at);
            state = rehearsing.Next();
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
            saves.Dispose();
            temporary.Dispose();
            throw;
        }
    }

    /// <summary>What stands now.</summary>
    public PreviewState State => state;

    /// <summary>Where it is served.</summary>
    public string Address => app.Urls.First();

    /// <summary>Starts to serve.</summary>
    /// <exception cref="IOException">The port is taken.</exception>
    public Task Start(CancellationToken stop) => app.StartAsync(stop);

    /// <summary>Follows every save until it is stopped.</summary>
    public async Task Follow(Action<PreviewState> told, CancellationToken stop)
    {
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(stop, app.Lifetime.ApplicationStopping);
        try
        {
            _ = Task.Run(() => releases.WarmUp(TimeSpan.Zero), stopped.Token);
            while (true)
            {
                await saves.Wait(stopped.Token);
                var next = await Next(stopped.Token);

                // First what is answered, then its number: no page bears a number that is newer than what it says.
                releases.StartAnew(next.Sealed);
                state = next;
                Interlocked.Exchange(ref changed, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
                told(State);
            }
        }
        catch (OperationCanceledException) { }
    }

    public async ValueTask DisposeAsync()
    {
        // First what must not stay, whatever becomes of the rest.
        temporary.Dispose();
        saves.Dispose();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
        temporary.Dispose();
    }

    // A file may be moved while it is read, as many editors do when they save: what is there a moment later counts.
    private async Task<PreviewState> Next(CancellationToken stop)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return rehearsing.Next();
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

    // The number of what stands now, at once and at every change, as server-sent events.
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
