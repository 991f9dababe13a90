using System.Diagnostics;
using System.Text;

namespace PublicStats.Tests.Infra;

/// <summary>The tool as an editor runs it: a process of its own.</summary>
internal sealed class ToolProcess : IDisposable
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "publicstats.dll");

    private readonly Process process;
    private readonly StringBuilder said = new();

    private ToolProcess(string[] arguments)
    {
        process = new()
        {
            StartInfo = new("dotnet", [Program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true },
        };
        process.OutputDataReceived += Hear;
        process.ErrorDataReceived += Hear;
        process.Start();
        Id = process.Id;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id { get; }

    public string Said
    {
        get
        {
            lock (said)
            {
                return said.ToString();
            }
        }
    }

    /// <summary>Runs a verb to its end.</summary>
    public static async Task<(int Code, string Said)> Run(params string[] arguments)
    {
        using var office = new ToolProcess(arguments);
        await office.process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (office.process.ExitCode, office.Said);
    }

    /// <summary>Starts a verb that goes on, and waits until it has said where it is.</summary>
    public static async Task<(ToolProcess Office, string Address)> Start(params string[] arguments)
    {
        var office = new ToolProcess(arguments);
        await Eventually.Is(
            () => office.Said.Contains("http://127.0.0.1:", StringComparison.Ordinal) || office.process.HasExited,
            () => "It did not start: " + office.Said
        );
        var at = office.Said.IndexOf("http://127.0.0.1:", StringComparison.Ordinal);
        Assert.True(at >= 0, office.Said);
        return (office, new(office.Said[at..].TakeWhile(character => !char.IsWhiteSpace(character)).ToArray().AsSpan().TrimEnd(":.,")));
    }

    /// <summary>Asks it to end, as a system that shuts down does.</summary>
    public async Task End()
    {
        Ask();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Ends it with no chance to tidy up.</summary>
    public async Task Kill()
    {
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        // A preview tidies up after itself when it is asked to end.
        if (!process.HasExited)
        {
            Ask();
            if (!process.WaitForExit(TimeSpan.FromSeconds(5)))
            {
                process.Kill();
            }
        }

        process.Dispose();
    }

    private void Ask() => Process.Start("kill", ["-TERM", $"{process.Id}"]).WaitForExit();

    private void Hear(object sender, DataReceivedEventArgs line)
    {
        lock (said)
        {
            _ = line.Data is null ? said : said.Append(line.Data).Append('\n');
        }
    }
}

/// <summary>Waits, generously, for what is to become true.</summary>
internal static class Eventually
{
    public static async Task Is(Func<Task<bool>> isSo, Func<string> otherwise)
    {
        var clock = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), otherwise());
            await Task.Delay(30, TestContext.Current.CancellationToken);
        }
    }

    public static Task Is(Func<bool> isSo, Func<string> otherwise) => Is(() => Task.FromResult(isSo()), otherwise);
}
