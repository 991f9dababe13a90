using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Periods;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;
using static PublicStats.Tests.Infra.ImportFolder;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Repository;

/// <summary>Every command of every document, typed as it is written: with the installed tool, or from the clone's root.</summary>
public sealed class Handbook(InstalledTool tool) : IClassFixture<InstalledTool>, IDisposable
{
    // Commands that a test cannot run: the first runs this very test, and the others take minutes.
    private static readonly string[] NotRun =
    [
        "./tests/run.sh",
        "site-generator/publish.sh",
        "dotnet tool install --global PublicStats --add-source site-generator/bin/publish",
        "publicstats build --out dist",
    ];

    // What the clock shows when a section's commands are typed.
    private static readonly Dictionary<string, string> Clocks = new(StringComparer.Ordinal)
    {
        ["When plans change"] = "2026-07-30 10:00:00",
        ["When a published figure was wrong"] = "2026-07-25 10:00:30",
        ["When a figure must go"] = "2026-07-27 10:00:30",
    };

    private readonly string desk = Directory.CreateTempSubdirectory("desk-").FullName;

    private string Data => Path.Combine(desk, "data");

    public void Dispose() => Directory.Delete(desk, recursive: true);

    [Fact]
    public async Task A_Friday_is_as_the_handbook_tells_it()
    {
        ReturnTo16July();
        var commands = Commands("data/README.md").Where(command => command.Section == "A Friday").ToList();
        Assert.Equal(["import", "diff", "preview", "seal", "approve"], commands.Select(command => command.Text.Split(' ')[1]));

        foreach (var command in commands)
        {
            var said = await Run(command, "2026-07-24 16:20:00");
            Assert.True(command.Output.Length == 0 || Words(command.Output) == Words(said), $"{command.Text} prints otherwise:\n{said}");
        }

        var releases = new ReleaseWorkflow(Data, TimeProvider.System).Store.History().Releases;
        var release = Assert.Single(releases, release => release.Id == "2026-07-24");
        Assert.Equal(new DateTimeOffset(2026, 7, 24, 16, 30, 0, TimeSpan.FromHours(1)), release.PublishedAt);
    }

    [Theory]
    [InlineData("data/README.md")]
    [InlineData("data/datasets/README.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("README.md")]
    public async Task Every_command_of_a_document_does_what_it_says(string document)
    {
        foreach (var section in Commands(document).Where(command => command.Section != "A Friday").GroupBy(command => command.Section))
        {
            Prepare(section.Key, section.First().Text);
            foreach (var command in section)
            {
                await Run(command, Clocks.GetValueOrDefault(section.Key));
            }
        }
    }

    // What is fetched from the API is another test's.
    private static IEnumerable<DocumentedCommand> Commands(string document) =>
        DocumentedCommand
            .Of(document)
            .Where(command => !NotRun.Contains(command.Text) && !command.Text.StartsWith("curl ", StringComparison.Ordinal));

    // Each section begins with the files as they are, at the time its commands speak of.
    private void Prepare(string section, string first)
    {
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }

        CopyData();
        if (first.StartsWith("publicstats import", StringComparison.Ordinal))
        {
            ReturnTo16July();
        }
        else if (section == "When plans change")
        {
            var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-07-30T09:00:00Z", CultureInfo.InvariantCulture));
            Change("datasets/crossings/figures.csv", "2026-07-22,people,172,p,", "2026-07-22,people,175,p,");
            var order = new SealOrder("2026-07-31 09:30", "Figures to 30 July 2026", "A sample.", "editor");
            Assert.Empty(new ReleaseWorkflow(Data, clock).Seal(order).Faults);
        }
        else if (section == "When a published figure was wrong")
        {
            Change("datasets/crossings/figures.csv", "2026-07-22,people,172,p,", "2026-07-22,people,175,p,");
        }
    }

    private async Task<string> Run(DocumentedCommand command, string? clock)
    {
        var from = command.Text.StartsWith("dotnet run", StringComparison.Ordinal) ? RepositoryFiles.Root : desk;
        if (new[] { " serve", " preview", "--project api" }.Any(part => command.Text.Contains(part, StringComparison.Ordinal)))
        {
            return await Visit(command.Text, from, clock);
        }

        var (code, said) = await tool.Type(command.Text, from, clock);
        Assert.True(code == 0, $"{command.Text} ends with {code}:\n{said}");
        return said;
    }

    // A site that is served until somebody stops it with Ctrl+C, on a port that is free on this machine.
    private async Task<string> Visit(string command, string from, string? clock)
    {
        var port = command.EndsWith("--project api", StringComparison.Ordinal) ? " -- --urls http://127.0.0.1:0" : " --port 0";
        using var process = tool.Start(command + port, from, clock);
        try
        {
            var (said, wrong) = ("", process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
            while (!said.Contains("http://127.0.0.1:", StringComparison.Ordinal))
            {
                said +=
                    await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)
                    ?? throw new InvalidOperationException($"{command} did not start: {said}{await wrong}");
            }

            var address = said[said.IndexOf("http://127.0.0.1:", StringComparison.Ordinal)..].Split(' ')[0].TrimEnd(':', ',', '.');
            await Visit(address.Replace("/v1", "", StringComparison.Ordinal), command);
            await Signal("-INT", process);
            await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.True(process.ExitCode == 0, $"{command} ends with {process.ExitCode}: {await wrong}");
            return said;
        }
        finally
        {
            if (!process.HasExited)
            {
                await Signal("-KILL", process);
            }
        }
    }

    private static async Task Visit(string address, string command)
    {
        using var http = new HttpClient { BaseAddress = new(address) };
        foreach (var path in new[] { "/v1", "/docs/index.html", "/openapi/v1.json" })
        {
            using var response = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, $"{command}: {path} answers {(int)response.StatusCode}.");
        }
    }

    // To the program and all that it started, as a terminal sends it.
    private static async Task Signal(string signal, Process process)
    {
        using var kill = Process.Start("kill", [signal, "--", $"-{process.Id}"]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    // The folder as it was a week before the last release, which is not there yet, and the publisher's file of the day.
    private void ReturnTo16July()
    {
        if (!Directory.Exists(Data))
        {
            CopyData();
        }

        var (days, weeks) = (Rows("crossings"), Rows("crossings-prevented"));
        Ods(
            Path.Combine(desk, "small-boats.ods"),
            "2026-07-24",
            (
                "SB_01",
                [
                    Header(Daily),
                    .. days.GroupBy(row => row[0])
                        .Select(day => Row([Date(day.Key), .. Cells(day, "people", "boats", "uncontrolled-landings"), Note(day)])),
                ]
            ),
            (
                "SB_02",
                [
                    Header(Weekly),
                    .. weeks
                        .GroupBy(row => row[0])
                        .Select(week => Row([Date(WeekEnding(week.Key)), Empty(3), .. Cells(week, "people", "events"), Note(week)])),
                ]
            )
        );
        Keep("crossings", row => string.CompareOrdinal(row[..10], "2026-07-16") <= 0);
        Keep("crossings-prevented", row => string.CompareOrdinal(row[..8], "2026-W28") <= 0);
        Change("sources.csv", ",Home Office,2026-07-24,", ",Home Office,2026-07-17,");
        var clock = new FakeTimeProvider(DateTimeOffset.Parse("2026-07-24T12:00:00Z", CultureInfo.InvariantCulture));
        Assert.Empty(new ReleaseWorkflow(Data, clock).Cancel("2026-07-24", "editor", "It is not there yet.").Faults);
    }

    private List<string[]> Rows(string dataset) =>
        [.. File.ReadLines(Path.Combine(Data, "datasets", dataset, "figures.csv")).Skip(1).Select(line => line.Split(','))];

    private void Keep(string dataset, Func<string, bool> isKept)
    {
        var path = Path.Combine(Data, "datasets", dataset, "figures.csv");
        var lines = File.ReadAllLines(path);
        File.WriteAllText(path, string.Concat(lines.Where((line, place) => place == 0 || isKept(line)).Select(line => line + "\n")));
    }

    private void Change(string path, string was, string now)
    {
        var text = File.ReadAllText(Path.Combine(Data, path));
        Assert.Contains(was, text, StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(Data, path), text.Replace(was, now, StringComparison.Ordinal));
    }

    private void CopyData()
    {
        foreach (var file in Directory.GetFiles(RepositoryFiles.Data, "*", SearchOption.AllDirectories))
        {
            var path = Path.GetRelativePath(RepositoryFiles.Data, file);
            if (path.Split('/').Any(part => part is "PublicStats.Data" or ".before-import"))
            {
                continue;
            }

            var to = Path.Combine(Data, path);
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    private static IEnumerable<string> Cells(IEnumerable<string[]> rows, params string[] measures) =>
        measures.Select(measure =>
            rows.FirstOrDefault(row => row[1] == measure) is { } row && row[2].Length > 0 ? Number(row[2]) : Text("-")
        );

    private static string Note(IEnumerable<string[]> rows) => rows.Any(row => row[4].Length > 0) ? Text("Revised") : Empty();

    private static string WeekEnding(string week) =>
        Period.TryParse(week, out var period)
            ? period.Last.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : throw new FormatException(week);

    // Lines may be broken elsewhere, and the terminal shows the answer that was typed before it is asked for.
    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => word != "y"));
}
