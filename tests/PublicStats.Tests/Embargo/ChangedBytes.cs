using PublicStats.Data.Releases;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

public class ChangedBytes
{
    private const string Figure = "/v1/figures/sample/people/north/2026-02";

    private static readonly string[] Ids = ["2026-03-06", "2026-03-09", "2026-03-11"];

    private static readonly decimal[] Values = [750, 740, 730];

    [Fact]
    public void Every_byte_of_the_log_and_of_a_manifest_is_held()
    {
        using var folder = ThreeReleases.Make();
        foreach (var file in (string[])["log.jsonl", "2026-03-09/release.json"])
        {
            var path = folder.Of("releases/" + file);
            var bytes = File.ReadAllBytes(path);
            for (var at = 0; at < bytes.Length; at++)
            {
                bytes[at] ^= (byte)(1 << (at % 8));
                File.WriteAllBytes(path, bytes);
                bytes[at] ^= (byte)(1 << (at % 8));
                Assert.Contains(folder.Store.History().Faults, mismatch => mismatch.Place.StartsWith(file, StringComparison.Ordinal));
            }

            File.WriteAllBytes(path, bytes);
            Assert.Empty(folder.Store.Verify());
        }
    }

    [Fact]
    public void One_changed_byte_of_any_file_is_named()
    {
        using var folder = ThreeReleases.Make();
        var random = new Random(20260306);
        foreach (
            var path in Directory
                .GetFiles(folder.Of("releases"), "*", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith(".lock", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        )
        {
            var bytes = File.ReadAllBytes(path);
            // The head and the tail of a packed file hold what unpacking does not need: a time, a system, a checksum.
            foreach (
                var at in Enumerable
                    .Range(0, 10)
                    .Concat(Enumerable.Range(bytes.Length - 8, 8))
                    .Concat(Enumerable.Range(0, 4).Select(_ => random.Next(bytes.Length)))
            )
            {
                bytes[at] ^= (byte)(1 << random.Next(8));
                var changed = bytes[at];
                File.WriteAllBytes(path, bytes);
                Assert.Contains(
                    folder.Store.Verify(),
                    mismatch =>
                        mismatch.ToString().Contains(
                            Path.GetFileName(path) is "log.jsonl" or "release.json"
                                ? Path.GetRelativePath(folder.Of("releases"), path)
                                : Path.GetFileName(path),
                            StringComparison.Ordinal
                        )
                );
                bytes = File.ReadAllBytes(path);
                Assert.Equal(changed, bytes[at]);
                File.WriteAllBytes(path, bytes = Whole(folder, path));
            }
        }

        Assert.Empty(folder.Store.Verify());
    }

    [Theory]
    [InlineData("2026-03-06/release.json", false, 2, 0)]
    [InlineData("2026-03-09/release.json", false, 2, 1)]
    [InlineData("2026-03-11/release.json", false, 1, -1)]
    [InlineData("2026-03-06/release.json", true, 2, 0)]
    [InlineData("2026-03-09/release.json", true, 2, 1)]
    [InlineData("2026-03-11/release.json", true, 1, 2)]
    [InlineData("figures of 0", false, 2, 0)]
    [InlineData("figures of 1", false, 2, 1)]
    [InlineData("figures of 2", false, 1, 2)]
    [InlineData("figures of 0", true, 2, 0)]
    [InlineData("figures of 1", true, 2, 1)]
    [InlineData("figures of 2", true, 1, 2)]
    [InlineData("log.jsonl", false, 2, -1)]
    [InlineData("log.jsonl", true, 2, -1)]
    public async Task A_damaged_release_is_not_served_the_last_good_one_is_and_health_says_so(
        string file,
        bool whileRunning,
        int served,
        int refused
    )
    {
        using var folder = ThreeReleases.Make();
        var path = folder.Of("releases/" + (file.StartsWith("figures", StringComparison.Ordinal) ? Figures(folder, file[^1] - '0') : file));
        var surface = whileRunning ? await Surface.Open(folder, folder.Clock) : null;
        foreach (var address in whileRunning ? Addresses() : [])
        {
            Assert.Equal(200, (await Answer.To(surface!.Http, new("GET", address))).Status);
        }

        var whole = File.ReadAllBytes(path);
        var bytes = whole.ToArray();
        bytes[bytes.Length / 2] ^= 4;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        surface ??= await Surface.Open(folder, folder.Clock);
        await using (surface)
        {
            await TurnOver.AtNextLook(folder.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 503);
            Assert.Equal((Values[served], Ids[served]), TurnOver.Said(await Answer.To(surface.Http, new("GET", Figure))));
            var health = (await Answer.To(surface.Http, new("GET", "/health/ready"))).Text;
            Assert.Contains(refused < 0 ? "not" : Ids[refused], health, StringComparison.Ordinal);
            foreach (var address in Addresses())
            {
                var status = (await Answer.To(surface.Http, new("GET", address))).Status;
                // What a release says of itself is its manifest's to say; what it holds is not served at all.
                var isOf = refused >= 0 && address.Contains(Ids[refused], StringComparison.Ordinal);
                Assert.True(
                    isOf && address.Count(character => character == '/') > 3
                        ? status == 503
                        : status == 200 || (isOf && status == 503) || (refused < 0 && status == 404),
                    $"{address}: {status}"
                );
            }

            await File.WriteAllBytesAsync(path, whole, TestContext.Current.CancellationToken);
            await TurnOver.AtNextLook(folder.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 200);
            Assert.Equal((Values[2], Ids[2]), TurnOver.Said(await Answer.To(surface.Http, new("GET", Figure))));
            Assert.Empty(surface.Log.All);
        }
    }

    [Fact]
    public async Task What_is_answered_while_a_release_is_damaged_is_kept_by_nobody_and_is_whole_once_the_release_is()
    {
        using var folder = ThreeReleases.Make();
        var path = folder.Of("releases/" + Figures(folder, 0));
        string[] addresses =
        [
            "/releases/",
            "/releases/2026-03-06/",
            "/revisions/",
            Figure,
            "/sample/people/north/2026-02/",
            "/v1/releases/2026-03-09/figures/sample/people/north/2026-02",
            "/releases/2026-03-09/sample/people/north/2026-02/",
        ];
        await using var whole = await Surface.Open(folder, folder.Clock);
        var right = new List<Answer>();
        foreach (var address in addresses)
        {
            right.Add(await Answer.To(whole.Http, new("GET", address)));
        }

        File.Move(path, folder.Of("away"));
        await using var surface = await Surface.Open(folder, folder.Clock);
        foreach (var address in addresses)
        {
            var answer = await Answer.To(surface.Http, new("GET", address));
            Assert.Contains("Cache-Control: no-store", answer.Headers, StringComparison.Ordinal);
            Assert.DoesNotContain("ETag:", answer.Headers, StringComparison.Ordinal);
        }

        File.Move(folder.Of("away"), path);
        await TurnOver.AtNextLook(folder.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 200);
        for (var i = 0; i < addresses.Length; i++)
        {
            Assert.True((await Answer.To(surface.Http, new("GET", addresses[i]))).Against(right[i]) is null, addresses[i]);
        }
    }

    [Fact]
    public async Task A_site_built_while_a_release_is_damaged_keeps_what_was_built_of_it_and_is_whole_once_the_release_is()
    {
        using var folder = ThreeReleases.Make();
        var into = Directory.CreateTempSubdirectory("publicstats-");
        var path = folder.Of("releases/" + Figures(folder, 0));
        try
        {
            var whole = await Surface.Static(folder, folder.Clock, into.FullName);
            File.Move(path, folder.Of("away"));
            await Surface.Static(folder, folder.Clock, into.FullName);
            Assert.True(File.Exists(Path.Combine(into.FullName, "releases/2026-03-06/sample/index.html")));

            // In an empty folder there is nothing to keep, so all of it is made again later.
            into.Delete(recursive: true);
            await Surface.Static(folder, folder.Clock, into.FullName);
            File.Move(folder.Of("away"), path);
            Assert.Equal(whole, await Surface.Static(folder, folder.Clock, into.FullName));
        }
        finally
        {
            into.Delete(recursive: true);
        }
    }

    private static string[] Addresses() =>
        [
            Figure,
            "/",
            "/sample/",
            "/v1",
            "/v1/releases",
            "/releases/",
            "/v1/headlines",
            "/v1/datasets/sample/revisions",
            "/v1/timemap/headlines",
            .. Ids.SelectMany(id =>
                new[]
                {
                    $"/v1/releases/{id}",
                    $"/v1/releases/{id}/headlines",
                    $"/v1/releases/{id}/datasets/sample/figures",
                    $"/v1/releases/{id}/figures/sample/people/north/2026-02",
                    $"/releases/{id}/sample/",
                }
            ),
        ];

    private static string Figures(SamplePublication folder, int release) =>
        folder.Store.History().Releases[release].Manifest.Files.Single(file => file.Path == "datasets/sample/figures.csv").ObjectPath;

    private static byte[] Whole(SamplePublication folder, string path) =>
        File.ReadAllBytes(folder.Of("whole/" + Path.GetRelativePath(folder.Of("releases"), path)));
}
