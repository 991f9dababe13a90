using System.Diagnostics;
using System.Text.RegularExpressions;
using PublicStats.SiteGenerator;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Repository;

public partial class Documents(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("data/README.md")]
    [InlineData("data/datasets/README.md")]
    public void Every_command_in_a_document_is_one_the_tool_understands(string document)
    {
        var commands = Command()
            .Matches(File.ReadAllText(RepositoryFiles.PathOf(document)))
            .Select(match => match.Groups[1].Value.Trim())
            .Where(command => !command.Contains('…'))
            .ToList();

        Assert.NotEmpty(commands);
        Assert.All(commands, name => Assert.Empty(PublicStatsTool.Command().Parse(name).Errors));
    }

    [Theory]
    [InlineData("README.md", 15)]
    [InlineData("data/pages/journalists.md", 6)]
    public async Task Every_curl_in_a_document_answers(string document, int count)
    {
        var text = await File.ReadAllTextAsync(RepositoryFiles.PathOf(document), TestContext.Current.CancellationToken);
        var addresses = Curl().Matches(text).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(count, addresses.Count);
        foreach (var address in addresses)
        {
            using var response = await service.Http.GetAsync(address, TestContext.Current.CancellationToken);
            Assert.True(response.IsSuccessStatusCode, address);
        }
    }

    [Fact]
    public async Task The_illustrative_figures_are_what_their_program_makes()
    {
        using var make = Process.Start(
            new ProcessStartInfo("dotnet", ["run", RepositoryFiles.PathOf("data", "datasets", "removals-by-platform", "make.cs")])
            {
                RedirectStandardOutput = true,
                WorkingDirectory = RepositoryFiles.Root,
            }
        )!;
        var made = await make.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            await File.ReadAllTextAsync(
                RepositoryFiles.PathOf("data", "datasets", "removals-by-platform", "figures.csv"),
                TestContext.Current.CancellationToken
            ),
            made
        );
    }

    [Fact]
    public void Every_file_that_the_guide_for_engineers_names_exists()
    {
        var sources = new[] { "data", "api", "site-generator", "tests" }
            .SelectMany(folder => RepositoryFiles.Sources(folder, "*.cs"))
            .Select(path => path.Replace('\\', '/'))
            .ToList();
        var named = SourceFile()
            .Matches(File.ReadAllText(RepositoryFiles.PathOf("CONTRIBUTING.md")))
            .Select(match => match.Groups[1].Value)
            .ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(sources, path => path.EndsWith("/" + name, StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"`([\w/.-]+\.cs)`")]
    private static partial Regex SourceFile();

    // Also inside what the tool prints: the next command, and how to undo.
    [GeneratedRegex(
        @"(?:publicstats|--project site-generator --) "
            + @"((?:import|check|tidy|diff|preview|seal|approve|reschedule|cancel|correct|withdraw|verify|log|build|serve)\b[^`\n#]*)"
    )]
    private static partial Regex Command();

    [GeneratedRegex(@"curl '?(?:http://127\.0\.0\.1:5080|https://publicstats\.example)(/[^'\s]+)")]
    private static partial Regex Curl();
}
