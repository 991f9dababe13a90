namespace PublicStats.Api;

/// <summary>The API as a program of its own. Exit codes: 0 it was stopped; 1 it failed; 2 the command was not understood.</summary>
public static class ApiProgram
{
    /// <summary>Serves until it is stopped.</summary>
    public static async Task<int> Run(string[] args)
    {
        try
        {
            var app = ApiHost.Create(args);
            await app.StartAsync();
            Console.WriteLine($"The API is at {app.Urls.First()}/v1, its documentation at {app.Urls.First()}/docs. Stop it with Ctrl+C.");
            await app.WaitForShutdownAsync();
            return 0;
        }
        catch (ArgumentException exception)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 2;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or FormatException or InvalidOperationException)
        {
            await Console.Error.WriteLineAsync(exception.Message);
            return 1;
        }
    }
}
