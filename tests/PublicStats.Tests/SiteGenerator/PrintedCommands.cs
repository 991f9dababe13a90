using System.Diagnostics;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>A command that the tool prints works as it is pasted.</summary>
public sealed class PrintedCommands : IDisposable
{
    private readonly SamplePublication folder = new();

    public PrintedCommands() => folder.Publish("2026-03-02 12:00");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_command_that_is_printed_can_be_pasted_whatever_the_sentences_hold()
    {
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        string[] sentences = ["It was \"750\" for $10.", "Nobody's `slip`.", "Nobody."];

        var (_, said) = await ToolProcess.Run([
            "correct",
            "--wrong",
            sentences[0],
            "--why",
            sentences[1],
            "--affected",
            sentences[2],
            "--data",
            folder.Path,
        ]);

        var printed = said.Split('\n').Single(line => line.StartsWith("  publicstats correct", StringComparison.Ordinal));
        using var shell = Process.Start(
            new ProcessStartInfo("bash", ["-c", "publicstats() { printf '%s\\n' \"$@\"; };" + printed]) { RedirectStandardOutput = true }
        )!;
        var typed = await shell.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [
                "correct",
                .. (string[])["--figure", "sample/people/north/2026-02", "--wrong", sentences[0]],
                .. (string[])["--why", sentences[1], "--affected", sentences[2]],
            ],
            typed.TrimEnd('\n').Split('\n')
        );
    }

    [Fact]
    public async Task What_is_printed_to_undo_an_act_cancels_what_waits_behind_it_first()
    {
        Assert.Empty(folder.Workflow.Seal(new("2099-03-06 09:30", "Next", "A sample.", "editor")).Faults);
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,all,people,1300", "2026-02,all,people,1290");

        var (code, said) = await ToolProcess.Run([
            "withdraw",
            "sample/people/south/2026-01",
            "--reason",
            "It was counted twice.",
            "--data",
            folder.Path,
        ]);

        Assert.True(code == 0, said);
        var withdrawal = folder.Store.History().Releases[^2].Id;
        Assert.Contains(
            $"Undo: publicstats cancel 2099-03-06 --reason \"…\" && publicstats cancel {withdrawal} --reason \"…\"\n"
                + $"That cancels 2099-03-06 too: a release that was sealed after {withdrawal} goes with it.\n",
            said,
            StringComparison.Ordinal
        );
        foreach (var id in new[] { "2099-03-06", withdrawal })
        {
            Assert.Equal(0, (await ToolProcess.Run(["cancel", id, "--reason", "A mistake.", "--data", folder.Path])).Code);
        }
    }

    [Fact]
    public async Task A_file_of_words_is_named_by_where_the_person_stands_too()
    {
        TwoOffices.Replace(folder, "pages/method.md", "there were", "there have been");
        var path = folder.Of("pages/method.md");

        var (code, said) = await ToolProcess.Run([
            "correct",
            "--words",
            path,
            "--wrong",
            "a",
            "--why",
            "b",
            "--affected",
            "c",
            "--data",
            folder.Path,
        ]);

        Assert.True(code == 0, said);
        Assert.Equal(["pages/method.md"], folder.Store.History().Last!.Manifest.Corrections[^1].Words);
    }
}
