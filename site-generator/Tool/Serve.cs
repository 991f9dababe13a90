using System.CommandLine;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Tool;

/// <summary><c>publicstats serve</c></summary>
internal static class Serve
{
    public static Command Verb(Option<string> data)
    {
        var port = new Option<int>("--port") { Description = "The port on 127.0.0.1.", DefaultValueFactory = _ => 5080 };
        var verb = new Command("serve", "Serves the site at /, the API at /v1 and its documentation at /docs, from the releases published by now.\n\nExample: publicstats serve --port 5080") { port };
        verb.SetAction(async (parsed, stop) => PublicStatsTool.Folder(parsed, data) is { } folder ? await Run(folder, parsed.GetValue(port), stop) : 1);
        return verb;
    }

    private static async Task<int> Run(string folder, int port, CancellationToken stop)
    {
        var app = SiteHost.Create(folder, $"http://127.0.0.1:{port}", TimeProvider.System);
        try
        {
            await app.StartAsync(stop);
        }
        catch (IOException exception)
        {
            Console.Error.WriteLine($"Port {port} cannot be used: {exception.Message} Choose another: --port 5081.");
            return 1;
        }

        Console.WriteLine($"The site is at http://127.0.0.1:{port}, the API at http://127.0.0.1:{port}/v1, its documentation at http://127.0.0.1:{port}/docs.");
        Console.WriteLine("Stop it with Ctrl+C.");
        await app.WaitForShutdownAsync(stop);
        return 0;
    }
}
