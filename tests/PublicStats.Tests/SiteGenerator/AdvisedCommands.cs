using System.Text.Json;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>A refusal names the command or the option that helps, on the line of the fault that it helps with.</summary>
public sealed class AdvisedCommands : IDisposable
{
    private readonly SamplePublication folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Each_of_three_waiting_releases_is_named_with_its_own_option()
    {
        folder.Publish("2026-03-06 09:30");
        folder.Publish("2099-03-01 09:30", "First that waits");
        folder.Publish("2099-03-02 09:30", "Second that waits");
        folder.Publish("2099-03-03 09:30", "Third that waits");

        var (code, said) = await Run(
            "withdraw",
            "sample/people/north/2026-01",
            "--at",
            "2099-03-04 09:30",
            "--reason",
            "Counted twice.",
            "--yes"
        );

        Assert.Equal(1, code);
        string[] days = ["2099-03-01", "2099-03-02", "2099-03-03"];
        Assert.Equal(
            days.Select(day =>
                $"--at: Release {day} is to be published at {day} 09:30, no later than this. Choose a time before it, or cancel it "
                + $"in the same act: --void {day}"
            ),
            said.Split('\n').Where(line => line.StartsWith("--at: ", StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("or seal a backfill to fill in the past: --backfill", "seal", "--at", "2026-03-09 09:30", "--title", "T")]
    [InlineData("has a time in the past: leave --backfill out", "seal", "--backfill", "--at", "2099-01-01 09:30", "--title", "T")]
    [InlineData("or give none: leave --at out", "withdraw", "sample/people/north/2026-01", "--at", "2026-03-09 09:30")]
    [InlineData("there is none to cancel: leave --void out", "withdraw", "sample/people/north/2026-01", "--void", "2026-03-06")]
    [InlineData("--by NAME --approved-by NAME", "withdraw", "--purge", "2026-03-06", "--by", "a", "--approved-by", "a")]
    [InlineData("or withdraw a figure: publicstats correct or publicstats withdraw", "cancel", "2026-03-06")]
    [InlineData("The log lists those there are: publicstats log", "cancel", "nothing")]
    [InlineData("publicstats withdraw sample/people/north/2026-01", "withdraw", "sample/people/nort/2026-01")]
    public async Task A_refusal_ends_with_the_command_or_option_that_helps(string advice, params string[] typed)
    {
        folder.Publish("2026-03-06 09:30");

        var (code, said) = await Run([.. typed, "--reason", "A sample.", .. typed[0] == "cancel" ? (string[])[] : ["--yes"]]);

        Assert.Equal(1, code);
        Assert.Contains(advice, said.ReplaceLineEndings(" "), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_reads_the_command_in_the_cure()
    {
        File.WriteAllText(folder.Of("sources.csv"), "\uFEFF" + File.ReadAllText(folder.Of("sources.csv")));

        var (_, said) = await Run("check", "--json");

        using var answer = JsonDocument.Parse(said);
        Assert.Equal(
            "Save it as UTF-8 without one. Or run: publicstats tidy sources.csv",
            answer.RootElement.GetProperty("faults")[0].GetProperty("cure").GetString()
        );
    }

    private Task<(int Code, string Said)> Run(params string[] typed) => ToolProcess.Run([.. typed, "--data", folder.Path]);
}
