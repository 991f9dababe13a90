using System.Diagnostics;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

/// <summary>The real tool, killed at its Nth call of the system that changes a disk.</summary>
public class Killing
{
    private static readonly Dictionary<string, (Action<SamplePublication> Before, string[] Act)> Acts = new(StringComparer.Ordinal)
    {
        ["seal"] = (Changed, ["seal", "--at", "2099-03-06 09:30", "--title", "Next", "--reason", "A sample.", "--yes"]),
        ["approve"] = (Waiting, ["approve", "2099-03-05", "--by", "approver", "--yes"]),
        ["correct"] = (Changed, [.. Correction("2099-03-06 09:30", "sample/people/north/2026-02", "sample/people/south/2026-02")]),
        ["correct, ahead of two"] = (
            TwoWaiting,
            [.. Correction("2099-03-05 09:00", "sample/people/all/2026-01", "sample/people/north/2026-01")]
        ),
        ["withdraw, ahead of two"] = (
            TwoWaiting,
            [
                "withdraw",
                "sample/people/south/2026-01",
                "--at",
                "2099-03-01 09:30",
                "--reason",
                "Counted twice.",
                "--void",
                "2099-03-09",
                "--yes",
            ]
        ),
        ["withdraw"] = (
            _ => { },
            ["withdraw", "sample/people/south/2026-02", "--at", "2099-03-06 09:30", "--reason", "Counted twice.", "--yes"]
        ),
        ["reschedule"] = (Waiting, ["reschedule", "2099-03-05", "--at", "2099-03-06 09:30", "--reason", "Late.", "--yes"]),
        ["cancel"] = (Waiting, ["cancel", "2099-03-05", "--reason", "A mistake."]),
        ["purge"] = (_ => { }, ["withdraw", "--purge", "2026-03-06", "--reason", "It disclosed.", "--approved-by", "approver", "--yes"]),
    };

    [Theory]
    [InlineData("seal", "fsync")]
    [InlineData("approve", "fsync")]
    [InlineData("correct", "fsync")]
    [InlineData("withdraw", "fsync")]
    [InlineData("correct, ahead of two", "fsync")]
    [InlineData("correct, ahead of two", "unlink")]
    [InlineData("withdraw, ahead of two", "fsync")]
    [InlineData("reschedule", "fsync")]
    [InlineData("reschedule", "unlink")]
    [InlineData("cancel", "fsync")]
    [InlineData("cancel", "unlink")]
    [InlineData("purge", "fsync")]
    [InlineData("purge", "unlink")]
    public async Task Killed_at_any_point_an_act_is_done_or_not_done_and_can_be_done_again(string act, string call)
    {
        using var prepared = new SamplePublication();
        prepared.Publish("2026-03-06 09:30");
        prepared.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        prepared.Change("2026-02,north,people,750", "2026-02,north,people,740");
        prepared.Change("2026-02,south,people,550", "2026-02,south,people,560");
        prepared.Publish("2026-03-09 09:30");
        prepared.Clock.SetUtcNow(new(2026, 3, 12, 9, 0, 0, TimeSpan.Zero));
        Acts[act].Before(prepared);
        using var whole = new SamplePublication();
        whole.Copy(prepared.Path);
        await Run(whole, Acts[act].Act, null);
        var (old, done) = (Public(prepared), Public(whole));
        Assert.NotEqual(old, done);
        var (midway, late, code) = (0, 0, -1);
        for (var at = 1; code != 0; at++)
        {
            Assert.True(at < 40, "The act never comes to its end: is strace there, and may it trace?");
            using var folder = new SamplePublication();
            folder.Copy(prepared.Path);
            (code, _) = await Run(folder, Acts[act].Act, $"{call}:signal=SIGKILL:when={at}");
            var now = Public(folder);
            Assert.True(now == old || now == done, $"{act}, {call} {at}: {now}");
            Assert.Empty(folder.Store.Verify());
            midway +=
                code != 0 && now == old && Surface.Contents(folder.Of("releases")) != Surface.Contents(prepared.Of("releases")) ? 1 : 0;
            late += code != 0 && now == done ? 1 : 0;
            Assert.True(now == done || code != 0, $"{act}, {call} {at}: {code}");
            await Again(folder, act, done, isDone: now == done || at % 2 == 0);
        }

        // Flushing comes before and after each rename, deleting only after the act is done.
        Assert.True(
            call == "unlink" ? late > 0 : midway + late > 1 && late > 0,
            $"{act}: {midway} kills came midway, {late} after the act."
        );
    }

    private static async Task Again(SamplePublication folder, string act, string done, bool isDone)
    {
        var now = Public(folder);
        if (!isDone)
        {
            await Run(folder, Acts[act].Act, null);
            Assert.Equal(now = done, Public(folder));
        }

        // What the next act takes away is nowhere in the way, and nothing is left of it then.
        _ = folder.Workflow.Approve("2026-03-09", "approver");
        Assert.Empty(OrphanedFiles.Of(folder.Store, folder.Store.History()));
        Assert.Empty(folder.Store.Verify());
        Assert.Equal(now, Public(folder));
    }

    // All that can ever be seen: every release there is and will be, and what it holds; not the time at which somebody sealed or
    // approved it.
    private static string Public(SamplePublication folder) =>
        string.Join(
            '\n',
            folder
                .Store.History()
                .Releases.Select(release =>
                    $"{release.Id} {release.Manifest.About.Kind} {release.Manifest.About.Title} {release.PublishedAt:O} "
                    + $"{release.ApprovedBy} {release.Purge?.Reason} {string.Join(',', release.Manifest.Withdrawals)} "
                    + $"{release.Manifest.Corrections.Count} "
                    + (
                        release.Purge is not null
                            ? ""
                            : string.Join(',', folder.Store.Open(release).Manifest.Files.Select(file => file.Sha256[..6]))
                    )
                )
        );

    internal static async Task<(int Code, string Wrong)> Run(SamplePublication folder, string[] act, string? inject, bool mayFail = false)
    {
        string[] tool = ["dotnet", Path.Combine(AppContext.BaseDirectory, "publicstats.dll"), .. act, "--data", folder.Path];
        string[] only = inject?.Split(' ') is [_, var file] ? ["-P", folder.Of($"releases/{file}")] : [];
        string[] whole = inject is null
            ? tool
            :
            [
                "strace",
                "-f",
                "-qq",
                "-o",
                "/dev/null",
                .. only,
                "-e",
                $"trace={inject.Split(':')[0]}",
                "-e",
                $"inject={inject.Split(' ')[0]}",
                .. tool,
            ];
        using var process = Process.Start(
            new ProcessStartInfo(whole[0], whole[1..])
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                WorkingDirectory = RepositoryFiles.Root,
                // The runtime's own files for debuggers are none of ours, and would be counted.
                Environment = { ["DOTNET_EnableDiagnostics"] = "0", ["DOTNET_TieredPGO"] = "0" },
            }
        )!;
        var said = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var wrong = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        _ = await said;
        Assert.True(process.ExitCode == 0 || inject is not null || mayFail, wrong);
        return (process.ExitCode, wrong);
    }

    private static void Changed(SamplePublication folder)
    {
        folder.Change("2026-02,north,people,740", "2026-02,north,people,730");
        folder.Change("2026-02,south,people,560", "2026-02,south,people,570");
    }

    private static string[] Correction(string at, params string[] figures) =>
        [
            "correct",
            .. figures.SelectMany(key => new[] { "--figure", key }),
            "--at",
            at,
            "--wrong",
            "It was 740.",
            "--why",
            "A slip.",
            "--affected",
            "Nobody.",
            "--yes",
        ];

    // One waits for the very day of the correction, the other for a day of its own; both are approved.
    private static void TwoWaiting(SamplePublication folder)
    {
        Waiting(folder);
        Assert.Empty(folder.Workflow.Approve("2099-03-05", "approver").Faults);
        folder.Change("2026-02,north,people,730", "2026-02,north,people,720");
        folder.Change("2026-02,south,people,570", "2026-02,south,people,580");
        Assert.Empty(folder.Workflow.Seal(new("2099-03-09 09:30", "Later", "A sample.", "editor")).Faults);
        Assert.Empty(folder.Workflow.Approve("2099-03-09", "approver").Faults);
        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1210");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,710");
    }

    private static void Waiting(SamplePublication folder)
    {
        Changed(folder);
        Assert.Empty(folder.Workflow.Seal(new("2099-03-05 09:30", "Waiting", "A sample.", "editor")).Faults);
    }
}
