using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Releases;
using PublicStats.Tests.Data.Reading;
using PublicStats.Tests.Repository;

namespace PublicStats.Tests.Data.Releases;

public class SealedReleases
{
    private static readonly DateTimeOffset At = new(2026, 3, 6, 9, 30, 0, TimeSpan.Zero);
    private static readonly SealOrder Order = new(At.DateTime, "Sample", "A sample.", "editor", "approver");
    private static readonly FakeTimeProvider Clock = new(At.AddDays(-1));

    [Fact]
    public void Sealing_the_same_again_changes_no_byte()
    {
        using var folder = new SampleFolder();
        Assert.True(Sealing.Seal(folder.Path, Order, Clock).IsNew);
        var before = Contents(folder);

        Assert.False(Sealing.Seal(folder.Path, Order, TimeProvider.System).IsNew);
        Assert.Equal(before, Contents(folder));
    }

    [Fact]
    public void Two_folders_of_the_same_files_seal_to_the_same_bytes()
    {
        using var one = new SampleFolder();
        using var other = new SampleFolder();
        Sealing.Seal(one.Path, Order, Clock);
        Sealing.Seal(other.Path, Order, Clock);

        Assert.Equal(Contents(one), Contents(other));
    }

    [Fact]
    public void A_sealed_release_is_never_replaced_by_another_of_its_day()
    {
        using var folder = new SampleFolder();
        Sealing.Seal(folder.Path, Order, Clock);
        File.AppendAllText(folder.Of("datasets/sample/notes.md"), "More.\n");

        var result = Sealing.Seal(folder.Path, Order, Clock);

        Assert.Null(result.Manifest);
        Assert.Equal("releases/2026-03-06:1: release: A release of that day is sealed already, with other content. A sealed release never changes. Choose another day.", result.Faults.Single().ToString());
    }

    [Theory]
    [InlineData("2026-03-27T09:30", "2026-03-27T09:30:00+00:00")]
    [InlineData("2026-03-30T09:30", "2026-03-30T08:30:00+00:00")]
    [InlineData("2026-03-29T01:30", null)]
    [InlineData("2026-10-25T01:30", null)]
    public void A_time_is_the_publications_own_across_both_changes_of_the_clocks(string civil, string? moment)
    {
        using var folder = new SampleFolder();
        var result = Sealing.Seal(folder.Path, Order with { PublishedAt = DateTime.Parse(civil, CultureInfo.InvariantCulture) }, Clock);

        Assert.Equal(moment, result.Manifest?.PublishedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture));
        Assert.Equal(moment is null, result.Faults.Count == 1);
    }

    [Fact]
    public void One_changed_byte_is_named()
    {
        using var folder = new SampleFolder();
        Sealing.Seal(folder.Path, Order, Clock);
        var store = new ReleaseStore(folder.Of("releases"));
        Assert.Empty(store.Verify());
        var file = store.History()[0].Files.First(each => each.Path.EndsWith("figures.csv", StringComparison.Ordinal));
        var path = Path.Combine(store.Folder, file.ObjectPath);
        var bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Contains("datasets/sample/figures.csv", Assert.Single(store.Verify()), StringComparison.Ordinal);
        Assert.Throws<BrokenReleaseException>(() => store.Open(store.History()[0]));
    }

    [Fact]
    public void Nothing_of_a_release_is_current_before_its_time_and_all_of_it_is_at_its_time()
    {
        using var folder = new SampleFolder();
        Sealing.Seal(folder.Path, Order, Clock);
        var clock = new FakeTimeProvider(At.AddTicks(-1));
        var current = new CurrentRelease(new(folder.Of("releases")), clock);

        Assert.Empty(current.Published());
        Assert.Throws<BrokenReleaseException>(current.Now);
        clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal("2026-03-06", current.Now().Manifest.Id);
    }

    [Fact]
    public async Task Killed_at_any_point_a_seal_leaves_no_release_or_a_whole_one()
    {
        var midway = 0;
        for (var objects = 0; objects < 24; objects += 2)
        {
            using var folder = new SampleFolder();
            AddWeight(folder);
            using var seal = Start(folder.Path);
            while (!seal.HasExited && Objects(folder) < objects)
            {
                await Task.Delay(1, TestContext.Current.CancellationToken);
            }

            seal.Kill(entireProcessTree: true);
            await seal.WaitForExitAsync(TestContext.Current.CancellationToken);

            var store = new ReleaseStore(folder.Of("releases"));
            Assert.Empty(store.Verify());
            midway += store.History().Count == 0 && Objects(folder) > 0 ? 1 : 0;
            Assert.NotNull(Sealing.Seal(folder.Path, Order, Clock).Manifest);
            Assert.Empty(store.Verify());
        }

        Assert.True(midway > 3, $"Only {midway} kills came midway.");
    }

    private static int Objects(SampleFolder folder) =>
        Directory.Exists(folder.Of("releases/objects")) ? Directory.GetFiles(folder.Of("releases/objects")).Length : 0;

    // Many objects, hard to compress: a seal that takes long enough to be killed in the middle.
    private static void AddWeight(SampleFolder folder)
    {
        var random = new Random(1);
        for (var file = 0; file < 16; file++)
        {
            var bytes = new byte[150_000];
            random.NextBytes(bytes);
            File.WriteAllText(folder.Of($"datasets/sample/weight-{file}.csv"), Convert.ToBase64String(bytes));
        }
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "publicstats.dll"), "seal", "--data", folder, "--at", "2026-03-06 09:30", "--title", "Sample", "--reason", "A sample."])
    { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = House.Root })!;

    private static string Contents(SampleFolder folder) => string.Join('\n', Directory.GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(each => Path.GetRelativePath(folder.Path, each) + " " + ReleaseManifest.Hash(File.ReadAllBytes(each))));
}
