using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Releases;
using PublicStats.Tests.Data.Reading;
using PublicStats.Tests.Repository;

namespace PublicStats.Tests.Data.Releases;

public class SealedReleases
{
    private static readonly DateTimeOffset At = new(2026, 3, 6, 9, 30, 0, TimeSpan.Zero);
    private static readonly SealOrder Order = new(At, "Sample", "A sample.", "editor", "approver");
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
        var (none, whole) = (0, 0);
        for (var delay = 40; delay <= 400; delay += 15)
        {
            using var folder = new SampleFolder();
            using var seal = Start(folder.Path);
            await Task.Delay(delay, TestContext.Current.CancellationToken);
            seal.Kill(entireProcessTree: true);
            await seal.WaitForExitAsync(TestContext.Current.CancellationToken);

            var store = new ReleaseStore(folder.Of("releases"));
            Assert.Empty(store.Verify());
            _ = store.History().Count == 0 ? none++ : whole++;
            Assert.NotNull(Sealing.Seal(folder.Path, Order, Clock).Manifest);
            Assert.Empty(store.Verify());
        }

        Assert.True(none > 0, $"Every kill came too late: {whole} whole releases.");
    }

    private static Process Start(string folder) => Process.Start(new ProcessStartInfo("dotnet",
        [Path.Combine(AppContext.BaseDirectory, "publicstats.dll"), "seal", "--data", folder, "--at", "2026-03-06 09:30", "--title", "Sample", "--reason", "A sample."])
    { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = House.Root })!;

    private static string Contents(SampleFolder folder) => string.Join('\n', Directory.GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal).Select(each => Path.GetRelativePath(folder.Path, each) + " " + ReleaseManifest.Hash(File.ReadAllBytes(each))));
}
