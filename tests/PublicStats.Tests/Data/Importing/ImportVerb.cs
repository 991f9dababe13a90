using System.Diagnostics;
using System.Text.Json.Nodes;
using PublicStats.Data.Importing;
using PublicStats.Tests.Infra;
using static PublicStats.Tests.Infra.SampleSheets;

namespace PublicStats.Tests.Data.Importing;

public sealed class ImportVerb : IDisposable
{
    private readonly ImportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void An_editor_sees_what_changes_and_how_to_undo_it()
    {
        folder.Good("first.ods", "2026-07-17");
        folder.Tool("import", "crossings", "crossings-prevented", "first.ods", "--yes");
        folder.Good("second.ods", "2026-07-24", people: "150");

        var (code, said, error) = folder.Tool("import", "crossings", "crossings-prevented", "second.ods", "--yes");

        const string lateCrossings =
            "crossings ends with 16 July 2026. The file of 17 July 2026 ended with 16 July 2026: "
            + "one of 24 July 2026 should go on to 23 July 2026.";
        const string latePrevented =
            "crossings-prevented ends with week ending 12 July 2026. The file of 17 July 2026 ended with week ending 12 July 2026: "
            + "one of 24 July 2026 should go on to week ending 19 July 2026.";
        Assert.Equal("", error);
        Assert.Equal(0, code);
        Assert.Equal(
            $$"""
            second.ods, made on 24 July 2026

            crossings, from sheet SB_01
              added      0
              revised    1
              removed    0
              unchanged  8

              Revised               was  now  difference   share
              People, 15 July 2026  120  150         +30  +25.0%

            crossings-prevented, from sheet SB_02
              added      0
              revised    0
              removed    0
              unchanged  4

            home-office-small-boats in sources.csv: published 17 July 2026, now 24 July 2026

            Look at this: {{lateCrossings}}
            Look at this: {{latePrevented}}

            Written:
              data/datasets/crossings/figures.csv
              data/sources.csv
            To undo it:
              copy data/datasets/crossings/.before-import/0001-figures.csv
                over data/datasets/crossings/figures.csv
              copy data/.before-import/0002-sources.csv
                over data/sources.csv
            Next: publicstats diff

            """,
            said
        );
        Assert.Contains(
            "2026-07-15,people,120,",
            File.ReadAllText(folder.Of("datasets/crossings/.before-import/0001-figures.csv")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Nothing_is_written_until_somebody_says_yes()
    {
        folder.Good();

        var (code, said, _) = folder.Tool("import", "crossings", "good.ods");

        Assert.Equal(3, code);
        Assert.Contains("  added      9  3 days, 14 July 2026 to 16 July 2026\n", said, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was written. To write it, add --yes.\n", said, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Of("datasets/crossings/figures.csv")));
    }

    [Theory]
    [InlineData("y", 0)]
    [InlineData("n", 3)]
    [InlineData("", 3)]
    public void At_a_terminal_the_tool_asks(string answer, int exit)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "Needs the program script, which makes a terminal.");
        folder.Good();
        using var terminal = Process.Start(
            new ProcessStartInfo(
                "/usr/bin/script",
                ["-qec", $"dotnet {Path.Combine(AppContext.BaseDirectory, "publicstats.dll")} import crossings good.ods", "/dev/null"]
            )
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                WorkingDirectory = folder.Root,
            }
        )!;
        terminal.StandardInput.WriteLine(answer);
        var said = terminal.StandardOutput.ReadToEnd();
        terminal.WaitForExit();

        Assert.Contains("Write this? [y/N]", said, StringComparison.Ordinal);
        Assert.Equal(exit, terminal.ExitCode);
        Assert.Equal(exit == 0, File.Exists(folder.Of("datasets/crossings/figures.csv")));
    }

    [Fact]
    public void Many_figures_are_removed_only_by_who_says_how_many()
    {
        Ods(
            folder.Sheet("long.ods"),
            "2026-07-17",
            (
                "SB_01",
                [
                    ImportFolder.Header(ImportFolder.Daily),
                    .. Enumerable.Range(1, 16).Select(day => ImportFolder.Day($"2026-07-{day:00}", "1", "1")),
                ]
            )
        );
        Ods(
            folder.Sheet("short.ods"),
            "2026-07-17",
            (
                "SB_01",
                [
                    ImportFolder.Header(ImportFolder.Daily),
                    .. Enumerable.Range(7, 10).Select(day => ImportFolder.Day($"2026-07-{day:00}", "1", "1")),
                ]
            )
        );
        folder.Tool("import", "crossings", "long.ods", "--yes");
        var before = folder.Figures();

        var (code, said, _) = folder.Tool("import", "crossings", "short.ods", "--yes");
        Assert.Equal(3, code);
        Assert.EndsWith(
            "Nothing was written: 18 figures would be removed. If that is right, add --yes --allow-removals 18.\n",
            said,
            StringComparison.Ordinal
        );
        Assert.Equal(3, folder.Tool("import", "crossings", "short.ods", "--yes", "--allow-removals", "17").Code);
        Assert.Equal(before, folder.Figures());

        Assert.Equal(0, folder.Tool("import", "crossings", "short.ods", "--yes", "--allow-removals", "18").Code);
        Assert.NotEqual(before, folder.Figures());
    }

    [Fact]
    public void The_same_file_again_changes_nothing_and_says_so()
    {
        folder.Good();
        folder.Tool("import", "crossings", "good.ods", "--yes");
        var written = File.GetLastWriteTimeUtc(folder.Of("datasets/crossings/figures.csv"));

        var (code, said, _) = folder.Tool("import", "crossings", "good.ods", "--yes");

        Assert.Equal(0, code);
        Assert.EndsWith("Nothing changes: these figures have been imported already.\n", said, StringComparison.Ordinal);
        Assert.Equal(written, File.GetLastWriteTimeUtc(folder.Of("datasets/crossings/figures.csv")));
        Assert.Single(Directory.GetFiles(folder.Of(".before-import")));
    }

    [Fact]
    public void One_fault_in_one_dataset_keeps_the_others_from_being_written()
    {
        Ods(
            folder.Sheet("week.ods"),
            "2026-07-17",
            ("SB_01", [ImportFolder.Header(ImportFolder.Daily), ImportFolder.Day("2026-07-14", "0", "0")]),
            ("SB_02", [ImportFolder.Header(ImportFolder.Weekly), Row(Date("2026-07-12"), Empty(3), Text("12,000+"), Number("18"))])
        );

        var (code, said, error) = folder.Tool("import", "crossings", "crossings-prevented", "week.ods", "--yes");

        Assert.Equal((1, ""), (code, said));
        Assert.Equal(
            "week.ods: SB_02!E2: \"12,000+\" is text, not a number. Write the number alone, or \"-\" when it is not "
                + "available.\n\n1 fault. Nothing was written.\n",
            error
        );
        Assert.False(File.Exists(folder.Of("datasets/crossings/figures.csv")));
    }

    [Fact]
    public void A_program_gets_one_JSON_object()
    {
        folder.Good();

        var seen = folder.Tool("import", "crossings", "good.ods", "--json");
        var done = JsonNode.Parse(folder.Tool("import", "crossings", "good.ods", "--json", "--yes").Out)!;

        Assert.Equal(3, seen.Code);
        Assert.False((bool)JsonNode.Parse(seen.Out)!["written"]!);
        Assert.True((bool)done["written"]!);
        Assert.Equal(9, (int)done["datasets"]![0]!["added"]!);
        Assert.Equal("2026-07-16", (string)done["datasets"]![0]!["lastAdded"]!);
        Assert.Equal("2026-07-24", (string)done["sources"]![0]!["was"]!);
    }

    [Theory]
    [InlineData("There is no dataset crossing. Did you mean crossings?", "import", "crossing", "good.ods")]
    [InlineData("There is no file missing.ods.", "import", "crossings", "missing.ods")]
    [InlineData("\"24/07/2026\" is not a day. Write it like 2026-07-24.", "import", "crossings", "good.ods", "--made", "24/07/2026")]
    [InlineData("", "import", "crossings")]
    public void A_command_that_is_not_understood_ends_with_2(string words, params string[] arguments)
    {
        folder.Good();

        var (code, _, error) = folder.Tool(arguments);

        Assert.Equal(2, code);
        Assert.StartsWith(words, error, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_editors_at_once_never_overwrite_each_other()
    {
        File.WriteAllText(folder.Of("datasets/crossings/figures.csv"), "period,measure,value,status\n2026-07-14,people,1,p\n");
        var import = folder.Import(folder.Good(), "crossings", "crossings-prevented");
        File.AppendAllText(folder.Of("datasets/crossings/figures.csv"), "2026-07-15,people,2,p\n");

        var written = ImportWriting.Write(folder.Data, import);

        Assert.Equal(
            "datasets/crossings/figures.csv:1: file: It was changed on the disk while the import was running. Nothing was "
                + "written. Look at the change, and import again.",
            Assert.Single(written.Faults).ToString()
        );
        Assert.EndsWith("2026-07-15,people,2,p\n", folder.Figures(), StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Of("datasets/crossings-prevented/figures.csv")));
    }

    [Fact]
    public void An_import_that_is_being_written_keeps_the_next_one_waiting()
    {
        folder.Good();
        using var other = new FileStream(folder.Of(".lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        var (code, _, error) = folder.Tool("import", "crossings", "good.ods", "--yes");

        Assert.Equal(1, code);
        Assert.Contains("Another import is being written at this moment. Wait for it, and import again.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(folder.Of("datasets/crossings/figures.csv")));
    }

    [Fact]
    public void Copies_of_old_files_are_never_overwritten_and_never_kept_twice()
    {
        foreach (var people in new[] { "120", "150", "120", "150", "180" })
        {
            ImportWriting.Write(folder.Data, folder.Import(folder.Good(people: people)));
        }

        Assert.Equal(
            ["0001-datapackage.json", "0001-figures.csv", "0002-figures.csv"],
            Directory.GetFiles(folder.Of("datasets/crossings/.before-import")).Select(path => Path.GetFileName(path)).Order()
        );
        Assert.Contains(
            "people,120,",
            File.ReadAllText(folder.Of("datasets/crossings/.before-import/0001-figures.csv")),
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["figures.csv"],
            Directory.GetFiles(folder.Of("datasets/crossings"), "*figures*").Select(path => Path.GetFileName(path))
        );
    }
}
