using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.CommandLine;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats serve</c></summary>
internal static class Serve
{
    public static Verb Create()
    {
        var port = Ports.Option(5080);
        var verb = new Verb(
            "serve",
            "Serves the site at /, the API at /v1 and its documentation at /docs, from the releases published by now.",
            "",
            "publicstats serve --port 5080"
        )
        {
            port,
        };
        verb.SetFolderAction(async (folder, parsed, output, stop) => await Run(folder, parsed.GetValue(port), output, stop));
        return verb;
    }

    private static async Task<int> Run(string folder, int port, CommandOutput output, CancellationToken stop)
    {
        output.Line($"Opening the releases of {TypedPath.Shorten(folder)}…");
        var app = SiteHost.Create(folder, $"http://127.0.0.1:{port}", TimeProvider.System);
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception exception) when (Ports.Refused(exception))
        {
            return output.Failure(Ports.RefusedMessage(port));
        }

        // With port 0 the system chooses a port.
        var address = app.Urls.First();
        output.Line($"The site is at {address}, the API at {address}/v1, its documentation at {address}/docs.");
        var releases = app.Services.GetRequiredService<PublishedReleases>();
        if (releases.Problem() is { } problem)
        {
            output.Line(problem);
        }

        output.Line("Stop it with Ctrl+C.");
        output.Json("site", address).End();
        await KeepWarm(releases, stop);
        return ExitCode.Success;
    }

    // Opens past releases before the first request, and the next release before its time, so that no request waits for that.
    private static async Task KeepWarm(PublishedReleases releases, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(5));
        try
        {
            do
            {
                await Task.Run(() => releases.WarmUp(TimeSpan.FromSeconds(30)), stop).WaitAsync(stop);
            } while (await timer.WaitForNextTickAsync(stop));
        }
        catch (OperationCanceledException) { }
    }
}
