using System.Diagnostics;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>What is unusual is said and asked, and nothing is done until somebody says yes.</summary>
public sealed class Questions : IDisposable
{
    private readonly SamplePublication folder = new();

    public Questions() => folder.Publish("2026-03-02 12:00");

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("2999-03-06 09:30", "2026-02,north,people,740", "2026-02,south,people,560", "It would be published in March 2999, 97", 3)]
    [InlineData("2027-06-06 09:30", "2026-02,north,people,750", "2026-02,south,people,550", "Nothing differs from release 2026-03-02", 3)]
    [InlineData("2027-06-06 09:30", "2026-02,north,people,1240", "2026-02,south,people,60", "2 figures are outside their usual range.", 3)]
    [InlineData("2027-06-06 09:30", "2026-02,north,people,740", "2026-02,south,people,560", "Sealed 2027-06-06", 0)]
    public async Task What_is_unusual_in_a_release_is_asked_before_it_is_sealed(
        string at,
        string north,
        string south,
        string told,
        int code
    )
    {
        TwoOffices.Replace(
            folder,
            "datasets/sample/datapackage.json",
            "\"definition\": \"People.\"",
            "\"definition\": \"People.\", \"usual\": { \"least\": 100, \"most\": 1400, \"jump\": 0.2 }"
        );
        folder.Change("2026-02,north,people,750", north);
        folder.Change("2026-02,south,people,550", south);
        if (told.StartsWith("Nothing", StringComparison.Ordinal))
        {
            TwoOffices.Replace(
                folder,
                "datasets/sample/datapackage.json",
                ", \"usual\": { \"least\": 100, \"most\": 1400, \"jump\": 0.2 }",
                ""
            );
        }

        string[] seal = ["seal", "--at", at, "--title", "Next", "--reason", "A sample.", "--data", folder.Path];
        var (asked, said) = await ToolProcess.Run(seal);

        Assert.Equal(code, asked);
        Assert.Contains(told, said, StringComparison.Ordinal);
        if (code != 0)
        {
            Assert.EndsWith("Nothing was sealed. Nobody could be asked: to go on, add --yes.\n", said, StringComparison.Ordinal);
            Assert.Single(folder.Store.History().Releases);
            Assert.Equal(0, (await ToolProcess.Run([.. seal, "--yes"])).Code);
        }

        Assert.Equal(2, folder.Store.History().Releases.Count);
    }

    [Fact]
    public async Task Who_approves_sees_what_they_approve_and_is_asked()
    {
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1260");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,760");
        Assert.Empty(folder.Workflow.Seal(new("2099-03-06 09:30", "Next", "January revised.", "editor")).Faults);

        var (code, said) = await ToolProcess.Run("approve", "2099-03-06", "--by", "approver", "--data", folder.Path);

        Assert.Equal(3, code);
        Assert.StartsWith(
            """
            Release 2099-03-06, "Next", sealed by editor: January revised.
            It is published on Friday 6 March 2099 at 09:30 (Europe/London, UTC+00:00).

            Compared with release 2026-03-02, published on Monday 2 March 2026 at 12:00:
            "Sample".

            Figures revised in sample: 2
              figure                  was  will be  difference  share
              people/north/2026-01    700      760         +60  +8.6%
              people/all/2026-01    1,200    1,260         +60  +5.0%

            Headline sentences that will change
              sample/first (on the home page)
                was      1,200 people in January 2026.
                will be  1,260 people in January 2026.
            """,
            said,
            StringComparison.Ordinal
        );
        Assert.EndsWith("Nothing was approved. Nobody could be asked: to go on, add --yes.\n", said, StringComparison.Ordinal);
        Assert.Null(folder.Store.History().Last!.ApprovedBy);
        Assert.Equal(0, (await ToolProcess.Run("approve", "2099-03-06", "--by", "approver", "--yes", "--data", folder.Path)).Code);
    }

    [Theory]
    [InlineData("y", 0)]
    [InlineData("n", 3)]
    [InlineData("", 3)]
    public async Task At_a_terminal_an_approval_is_asked_for(string answer, int exit)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "Needs the program script, which makes a terminal.");
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        Assert.Empty(folder.Workflow.Seal(new("2099-03-06 09:30", "Next", "A sample.", "editor")).Faults);
        using var terminal = Process.Start(
            new ProcessStartInfo(
                "/usr/bin/script",
                [
                    "-qec",
                    $"dotnet {Path.Combine(AppContext.BaseDirectory, "publicstats.dll")} approve 2099-03-06 --by approver --data "
                        + $"{folder.Path}",
                    "/dev/null",
                ]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        await terminal.StandardInput.WriteLineAsync(answer);
        var said = await terminal.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await terminal.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Contains("Approve it? [y/N]", said, StringComparison.Ordinal);
        Assert.Equal(exit, terminal.ExitCode);
        Assert.Equal(exit == 0 ? "approver" : null, folder.Store.History().Last!.ApprovedBy);
    }

    [Fact]
    public void What_was_sealed_again_while_somebody_looked_at_it_is_not_approved()
    {
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        Assert.Empty(folder.Workflow.Seal(new("2099-03-06 09:30", "Next", "A sample.", "editor")).Faults);

        Assert.Contains(
            "sealed again while you were looking",
            Assert.Single(folder.Workflow.Approve("2099-03-06", "approver", seen: new string('0', 64)).Faults).Problem,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_correction_that_names_nothing_is_told_what_there_is_to_name()
    {
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        TwoOffices.Replace(folder, "pages/method.md", "there were", "there have been");

        var (code, said) = await ToolProcess.Run(
            "correct",
            "--wrong",
            "It was 750.",
            "--why",
            "A slip.",
            "--affected",
            "Nobody.",
            "--data",
            folder.Path
        );

        Assert.Equal(2, code);
        Assert.Equal(
            """
            Say what is corrected: nothing else of your files is published with it. Your files differ from the published release in:
              --figure sample/people/north/2026-02   750, in your files 740
              --words pages/method.md
            Name one or several of them, such as:
              publicstats correct --figure sample/people/north/2026-02 --wrong "It was 750." --why "A slip." --affected "Nobody."
            Nothing was sealed.

            """,
            said
        );
        Assert.Single(folder.Store.History().Releases);
    }

    [Fact]
    public async Task A_correction_says_what_it_left_out_and_what_must_be_approved_again()
    {
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        Assert.Empty(folder.Workflow.Seal(new("2099-03-06 09:30", "Next", "A sample.", "editor")).Faults);
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1210");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,710");

        var (code, said) = await ToolProcess.Run(
            "correct",
            "--figure",
            "sample/people/all/2026-01",
            "sample/people/north/2026-01",
            "--wrong",
            "It was 1,200.",
            "--why",
            "A slip.",
            "--affected",
            "Nobody.",
            "--data",
            folder.Path
        );

        Assert.Equal(0, code);
        Assert.Contains(
            "Release 2099-03-06 waits behind it, and was sealed again with this change.\nIt is not published without a "
                + "new approval: publicstats approve 2099-03-06 --by NAME\n",
            said,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "  sample/people/north/2026-02: 750, in your files 740\n  sample/people/south/2026-02: 550, in your files 560\n",
            said,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_release_moved_to_its_own_time_is_said_to_be_for_that_time_already()
    {
        folder.Publish("2099-03-06 09:30");

        var (code, said) = await ToolProcess.Run(
            "reschedule",
            "2099-03-06",
            "--at",
            "2099-03-06 09:30",
            "--reason",
            "The same.",
            "--yes",
            "--data",
            folder.Path
        );

        Assert.Equal(0, code);
        Assert.Contains(
            "Release 2099-03-06 is for that time already. Nothing was changed, and its approval counts.",
            said,
            StringComparison.Ordinal
        );
        Assert.Equal("approver", folder.Store.History().Last!.ApprovedBy);
    }

    [Fact]
    public async Task A_folder_without_releases_is_not_verified()
    {
        using var empty = new SamplePublication();

        var (code, said) = await ToolProcess.Run("verify", "--data", empty.Path);

        Assert.Equal(1, code);
        Assert.StartsWith("There is no release in ", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_is_not_as_it_was_sealed_is_not_said_to_be_unknown_to_the_log()
    {
        await File.AppendAllTextAsync(folder.Of("releases/2026-03-02/release.json"), " ", TestContext.Current.CancellationToken);

        var (code, said) = await ToolProcess.Run("verify", "--data", folder.Path);

        Assert.Equal(1, code);
        Assert.Contains("2026-03-02/release.json: the manifest is not as it was sealed.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("line of the log", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_key_of_a_sum_is_answered_with_the_keys_of_its_parts()
    {
        var (code, said) = await ToolProcess.Run(
            "withdraw",
            "sample/people/north/2026",
            "--reason",
            "Counted twice.",
            "--data",
            folder.Path
        );

        Assert.Equal(1, code);
        Assert.StartsWith(
            "sample/people/north/2026, 1,450, is the sum of 2 figures: sample/people/north/2026-01, "
                + "sample/people/north/2026-02. "
                + "Name those of them that are wrong, such as sample/people/north/2026-02: "
                + "publicstats withdraw sample/people/north/2026-02\n",
            said,
            StringComparison.Ordinal
        );
    }
}
