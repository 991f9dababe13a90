using PublicStats.Data.Releases;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

public class BadDisk
{
    // By name, as the system says it to any program: no user, not even the one who owns everything, gets past it.
    [Theory]
    [InlineData("fsync:error=ENOSPC", "No space left on device")]
    [InlineData("fsync:error=EIO", "Input/output error")]
    [InlineData("rename:error=EROFS", "Read-only file system")]
    [InlineData("mkdir:error=EACCES:when=1", "denied")]
    [InlineData("openat:error=EROFS .lock", "Read-only file system")]
    [InlineData("openat:error=ENOSPC .lock", "No space left on device")]
    public async Task A_disk_that_is_full_or_read_only_is_a_failure_in_plain_words_and_nothing_has_happened(string inject, string said)
    {
        using var folder = new SamplePublication();
        if (!inject.StartsWith("mkdir", StringComparison.Ordinal))
        {
            folder.Publish("2026-03-06 09:30");
        }

        var (code, wrong) = await Killing.Run(
            folder,
            ["seal", "--at", "2099-03-06 09:30", "--title", "Next", "--reason", "A sample.", "--yes"],
            inject
        );

        Assert.Equal(1, code);
        Assert.StartsWith("Nothing was sealed: ", wrong, StringComparison.Ordinal);
        Assert.Contains(said, wrong, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", wrong, StringComparison.Ordinal);
        Assert.Equal(inject.StartsWith("mkdir", StringComparison.Ordinal) ? 0 : 1, folder.Store.History().Releases.Count);
        Assert.Empty(folder.Store.Verify());
    }

    [Fact]
    public async Task Two_people_who_seal_at_the_same_moment_end_with_one_release_or_two_and_a_whole_log()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        var runs = await Task.WhenAll(
            Enumerable
                .Range(0, 3)
                .Select(index =>
                    Killing.Run(
                        folder,
                        ["seal", "--at", $"2099-03-0{index + 1} " + $"09:30", "--title", "Next", "--reason", "A sample.", "--yes"],
                        null,
                        mayFail: true
                    )
                )
        );

        Assert.Contains(runs, pair => pair.Code == 0);
        Assert.All(
            runs.Where(run => run.Code != 0),
            pair =>
                Assert.True(
                    pair.Wrong.Contains("Somebody else", StringComparison.Ordinal)
                        || pair.Wrong.Contains("published at that time or later", StringComparison.Ordinal),
                    pair.Wrong
                )
        );
        Assert.Equal(1 + runs.Count(run => run.Code == 0), folder.Store.History().Releases.Count);
        Assert.Empty(folder.Store.Verify());
    }
}
