using PublicStats.SiteGenerator.Build;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

/// <summary>The real tool, killed while it builds a site over an older one, or out of disk space.</summary>
public sealed class KilledBuilds : IDisposable
{
    private readonly SamplePublication folder = new();
    private readonly string above = Directory.CreateTempSubdirectory("sites-").FullName;

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(above, recursive: true);
    }

    [Theory]
    [InlineData("link:signal=SIGKILL:when=1", false)]
    [InlineData("mkdir:signal=SIGKILL:when=10", false)]
    [InlineData("renameat2:signal=SIGKILL:when=1", false)]
    [InlineData("unlink:signal=SIGKILL:when=1", true)]
    [InlineData("unlink:signal=SIGKILL:when=40", true)]
    [InlineData("mkdir:error=ENOSPC:when=8+", false)]
    [InlineData("renameat2:error=EBUSY", false)]
    public async Task A_build_that_is_cut_short_leaves_the_old_site_whole_or_the_new_one(string inject, bool isNew)
    {
        var (old, done) = await Sites();
        var output = Path.Combine(above, "dist");
        await BuildOld(output);
        await File.WriteAllTextAsync(Path.Combine(output, "CNAME"), "figures.example", TestContext.Current.CancellationToken);

        var (code, said) = await Killing.Run(folder, ["build", "--out", output], inject);

        Assert.NotEqual(0, code);
        Assert.Equal(isNew ? done : old, Files(output));
        Assert.True(inject.Contains("SIGKILL", StringComparison.Ordinal) || said.EndsWith(".\n", StringComparison.Ordinal), said);
        Assert.DoesNotContain("   at ", said, StringComparison.Ordinal);

        // The next build ends what that one began, and nothing of either lies about.
        await Killing.Run(folder, ["build", "--out", output], null);
        Assert.Equal(done, Files(output));
        Assert.Equal([output], Directory.GetFileSystemEntries(above));
        Assert.True(File.Exists(Path.Combine(output, "CNAME")));
        Assert.False(File.Exists(Path.Combine(output, ".publicstats-building")));
    }

    private async Task<(string Old, string Done)> Sites()
    {
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        folder.Publish("2026-03-09 09:30");
        var (old, done) = (Path.Combine(above, "old"), Path.Combine(above, "done"));
        await BuildOld(old);
        await Killing.Run(folder, ["build", "--out", done], null);
        var sites = (Files(old), Files(done));
        Assert.NotEqual(sites.Item1, sites.Item2);
        Directory.Delete(old, recursive: true);
        Directory.Delete(done, recursive: true);
        return sites;
    }

    // As it was built before the second release.
    private Task<BuiltSite> BuildOld(string output) =>
        StaticSite.Write(folder.Path, output, folder.Clock, TestContext.Current.CancellationToken);

    private static string Files(string output) =>
        string.Join(
            '\n',
            Directory
                .GetFiles(output, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Where(file =>
                    !Path.GetFileName(file).StartsWith(".publicstats", StringComparison.Ordinal) && Path.GetFileName(file) != "CNAME"
                )
                .Select(file =>
                    $"{Path.GetRelativePath(output, file)} {PublicStats.Data.Releases.ReleaseManifest.Hash(File.ReadAllBytes(file))}"
                )
        );
}
