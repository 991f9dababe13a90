using System.Diagnostics;
using PublicStats.SiteGenerator.CommandLine;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>The tool where something is not as it should be: it says what, in a sentence, and ends with an exit code.</summary>
public sealed class Failing : IDisposable
{
    private readonly SamplePublication folder = new();
    private readonly string desk = Directory.CreateTempSubdirectory("desk-").FullName;

    public Failing()
    {
        Directory.CreateDirectory(Path.Combine(desk, "letters"));
        File.WriteAllText(Path.Combine(desk, "letter.txt"), "");
    }

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(desk, recursive: true);
    }

    [Theory]
    [InlineData(2, "--out: No folder is named.", "build", "--out", "")]
    [InlineData(2, "--out: No folder is named.", "build", "--out", "  ")]
    [InlineData(1, "is a file. Nothing was written.", "build", "--out", "letter.txt")]
    [InlineData(1, "The current directory is in ", "build", "--out", ".")]
    [InlineData(1, "holds the publication's own files", "build", "--out", "/")]
    [InlineData(1, "nothing can be written there", "build", "--out", "/proc/site")]
    [InlineData(2, "--data: No folder is named.", "check", "--data", "")]
    [InlineData(1, "is a file. Name the folder of a publication.", "check", "--data", "letter.txt")]
    [InlineData(1, "--data: There is no folder nowhere.", "check", "--data", "nowhere")]
    [InlineData(2, "No file is named.", "tidy", "")]
    [InlineData(2, "No file is named.", "import", "sample", "")]
    [InlineData(2, "letters is a folder. Name the spreadsheet.", "import", "sample", "letters")]
    public async Task A_path_that_cannot_be_meant_is_told_in_a_sentence(int expected, string said, params string[] typed)
    {
        folder.Publish("2026-03-06 09:30");
        string[] data = typed.Contains("--data") ? [] : ["--data", folder.Path];
        var (code, answer) = await Typed.Run(desk, [], [.. typed, .. data]);

        Assert.Equal(expected, code);
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_is_too_long_is_told_as_the_system_tells_it()
    {
        folder.Publish("2026-03-06 09:30");
        var output = Path.Combine(desk, new string('x', 300));

        var (code, said) = await Typed.Run(desk, [], ["build", "--out", output, "--data", folder.Path]);

        Assert.Equal(1, code);
        Assert.Contains("too long", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_the_program_is_told_as_one_and_in_full_only_to_whoever_asks()
    {
        var fault = new InvalidCastException("It cannot be cast");

        var said = Failures.Sentence(fault, verbose: false);

        Assert.StartsWith("publicstats failed: It cannot be cast. This is a fault in the program", said, StringComparison.Ordinal);
        Assert.Contains("--verbose", said, StringComparison.Ordinal);
        Assert.DoesNotContain("InvalidCastException", said, StringComparison.Ordinal);
        Assert.Contains("InvalidCastException", Failures.Sentence(fault, verbose: true), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, "--prot is not known here.", "--prot", "5080")]
    [InlineData(2, "--prot is not known here.", "--prot=5080")]
    [InlineData(2, "--urls has no value.", "--urls")]
    [InlineData(1, "--data: No folder is named.", "--data", "")]
    [InlineData(1, "--data: There is no folder nowhere.", "--data", "nowhere")]
    [InlineData(1, "--data: There is no folder nowhere.", "--data=nowhere")]
    [InlineData(1, "not-an-address", "--urls", "not-an-address")]
    public async Task The_API_alone_says_what_it_was_not_able_to_do(int expected, string said, params string[] typed)
    {
        var (code, answer) = await Typed.Run(desk, [], typed, "PublicStats.Api.dll");

        Assert.Equal(expected, code);
        Assert.Contains(said, answer, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--data: There is no folder nowhere.", "PublicStats__Data", "nowhere")]
    [InlineData("not-an-address", "ASPNETCORE_URLS", "not-an-address")]
    public async Task The_API_alone_takes_its_settings_from_the_environment_too(string said, string name, string value)
    {
        var (code, answer) = await Typed.Run(desk, [(name, value)], [], "PublicStats.Api.dll");

        Assert.Equal(1, code);
        Assert.Contains(said, answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_without_time_zones_of_its_own_knows_the_time_in_London()
    {
        folder.Publish("2026-03-06 09:30");

        // Windows has none that are asked for by these names; neither has a small container. Here they are looked for where there are none.
        string[] seal = ["seal", "--at", "2099-07-06 09:30", "--title", "Next", "--reason", "A sample.", "--yes", "--data", folder.Path];
        var (code, said) = await Typed.Run(folder.Path, [("TZDIR", folder.Path)], seal);

        Assert.True(code == 0, said);
        Assert.Contains("Monday 6 July 2099 at 09:30 (Europe/London, UTC+01:00)", said, StringComparison.Ordinal);
    }
}

/// <summary>A program run in a folder, as a person runs it who stands there.</summary>
internal static class Typed
{
    public static async Task<(int Code, string Said)> Run(
        string from,
        (string Name, string Value)[] environment,
        string[] arguments,
        string program = "publicstats.dll"
    )
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            WorkingDirectory = from,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var wrong = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await said + wrong);
    }
}
