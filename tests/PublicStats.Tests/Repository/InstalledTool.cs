using System.Diagnostics;
using System.Runtime.InteropServices;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Repository;

/// <summary>The tool as it is installed: published once as a single file, in a folder that is on the path.</summary>
public sealed class InstalledTool : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("installed-").FullName;

    private string Bin => Path.Combine(folder, "bin");

    public async ValueTask InitializeAsync()
    {
        // Without the runtime, which publish.sh adds: that takes minutes, and the script runs what it made.
        string[] publish =
        [
            "publish",
            "site-generator",
            "--configuration",
            "Release",
            "--nologo",
            "--verbosity",
            "quiet",
            "--runtime",
            RuntimeInformation.RuntimeIdentifier,
            "--no-self-contained",
            "--artifacts-path",
            Path.Combine(folder, "artifacts"),
            "--output",
            Path.Combine(folder, "published"),
            "-p:PublishSingleFile=true",
            "-p:DebugType=none",
            "-p:RunAnalyzers=false",
        ];
        var (code, said) = await Shell.Run(new("dotnet", publish) { WorkingDirectory = RepositoryFiles.Root });
        Assert.True(code == 0, said);

        // The one file, and nothing beside it.
        Directory.CreateDirectory(Bin);
        File.Move(Path.Combine(folder, "published", "publicstats"), Path.Combine(Bin, "publicstats"));
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>A command as somebody types it in a folder, who answers y to every question.</summary>
    /// <param name="clock">What the clock on the wall of London shows; null for the present.</param>
    public Task<(int Code, string Said)> Type(string command, string from, string? clock = null) =>
        Shell.Run(Ready(new("script", ["-qec", Faked(command, clock), "/dev/null"]) { RedirectStandardInput = true }, from), "y\n");

    /// <summary>Starts a command that goes on, such as serve.</summary>
    public Process Start(string command, string from, string? clock = null) =>
        // A test run that was started in the background ignores the signal of Ctrl+C, and its children would inherit that.
        Process.Start(Ready(new("setsid", ["env", "--default-signal=INT", "bash", "-c", Faked(command, clock)]), from))!;

    // Not under faketime itself, which would end of Ctrl+C before the command does.
    private static string Faked(string command, string? clock) =>
        clock is null ? "exec " + command : $"export FAKETIME='@{clock}' LD_PRELOAD=$(faketime -f +0 printenv LD_PRELOAD); exec {command}";

    private ProcessStartInfo Ready(ProcessStartInfo start, string from)
    {
        start.WorkingDirectory = from;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["PATH"] = $"{Bin}:{Environment.GetEnvironmentVariable("PATH")}";
        start.Environment["TZ"] = "Europe/London";
        start.Environment["TERM"] = "dumb";

        // The program was built already, so that it is not built once more for this.
        start.Environment["Configuration"] = "Release";
        return start;
    }
}

/// <summary>Runs a program to its end.</summary>
internal static class Shell
{
    public static async Task<(int Code, string Said)> Run(ProcessStartInfo start, string? input = null)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var wrong = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            await process.StandardInput.FlushAsync(TestContext.Current.CancellationToken);
        }

        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, (said + await wrong).Replace("\r\n", "\n", StringComparison.Ordinal));
    }
}
