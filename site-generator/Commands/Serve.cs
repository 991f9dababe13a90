using System.CommandLine;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.SiteGenerator.Commands;

/// <summary><c>publicstats serve</c></summary>
internal static class Serve
{
    public static Command Verb()
    {
        var port = Ports.Option(5080);
        var verb = new Command(
            "serve",
            "Serves the site at /, the API at /v1 and its documentation at /docs, from the releases published by "
                + "now.\n\nExample: publicstats serve --port 5080"
        )
        {
            port,
        };
        verb.SetAction(
            async (parsed, stop) =>
                PublicStatsTool.Folder(parsed) is { } folder
                    ? await Run(folder, parsed.GetValue(port), CommandOutput.Of(parsed), stop)
                    : ExitCode.Failure
        );
        return verb;
    }

    private static async Task<int> Run(string folder, int port, CommandOutput telling, CancellationToken stop)
    {
        telling.Line($"Opening the releases of {PublicStatsTool.Here(folder)}…");
        var app = SiteHost.Create(folder, $"http://127.0.0.1:{port}", TimeProvider.System);
        try
        {
            await app.StartAsync(stop);
        }
        catch (Exception exception) when (Ports.Refused(exception))
        {
            return telling.Failure(Ports.Told(port));
        }

        // With port 0 the system gives it one.
        var address = app.Urls.First();
        telling.Line($"The site is at {address}, the API at {address}/v1, its documentation at {address}/docs.");
        var releases = app.Services.GetRequiredService<PublishedReleases>();
        if (releases.Problem() is { } problem)
        {
            telling.Line(problem);
        }

        telling.Line("Stop it with Ctrl+C.");
        telling.Json("site", address).Write(ExitCode.Success);
        await KeepWarm(releases, stop);
        return ExitCode.Success;
    }

    // Past releases are opened before somebody asks, and the next one before its time, so that nobody waits at the turn-over.
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
