using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Embargo;

public class TurnOver
{
    private const string Figure = "/v1/figures/sample/people/north/2026-02";

    private static readonly string[] Addresses =
    [
        Figure,
        "/v1/datasets/sample/figures",
        "/v1/datasets/sample/figures.csv",
        "/sample/",
        "/sample/people/north/2026-02/",
        "/v1/headlines",
        "/v1",
        "/v1/releases",
        "/releases/",
        "/health/ready",
        "/openapi/v1.json",
        "/releases.atom",
    ];

    [Fact]
    public async Task Sixteen_callers_across_the_moment_see_the_old_release_then_the_new_and_never_a_mixture()
    {
        using var folder = new SamplePublication();
        var desk = new ReleaseWorkflow(folder.Path, TimeProvider.System);
        var old = Release(desk.Seal(new(null, "Old", "A sample.", "editor")));
        Release(desk.Approve(old.Id, "approver"));
        folder.Change("2026-02,north,people,750", "2026-02,north,people,740");
        folder.Change("2026-02,south,people,550", "2026-02,south,people,560");
        var moment = DateTimeOffset.UtcNow.AddSeconds(4);
        moment = moment.AddTicks(-(moment.Ticks % TimeSpan.TicksPerSecond));
        var coming = Release(
            desk.Seal(new(moment.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), "New", "A sample.", "editor"))
        );
        Release(desk.Approve(coming.Id, "approver"));
        await using var surface = await Surface.Open(folder, TimeProvider.System);
        var heard = new ConcurrentQueue<(string Address, DateTimeOffset Asked, DateTimeOffset Answered, Answer Answer)>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(caller =>
                    Task.Run(async () =>
                    {
                        for (var i = caller; DateTimeOffset.UtcNow < moment.AddSeconds(2); i++)
                        {
                            var asked = DateTimeOffset.UtcNow;
                            var answer = await Answer.To(surface.Http, new("GET", Addresses[i % Addresses.Length]));
                            heard.Enqueue((Addresses[i % Addresses.Length], asked, DateTimeOffset.UtcNow, answer));
                        }
                    })
                )
        );

        Assert.True(heard.Count > 1000, $"Only {heard.Count} answers.");
        foreach (var address in Addresses)
        {
            var answers = heard.Where(pair => pair.Address == address).ToList();
            var early = answers.Where(answer => answer.Answered < moment).ToList();
            var late = answers.Where(answer => answer.Asked >= moment.AddSeconds(1)).ToList();
            Assert.NotEmpty(early);
            Assert.NotEmpty(late);
            // One answer before and one after, whole: what lies between is one or the other to the byte, validator included.
            Assert.Empty(early.Select(pair => pair.Answer.Against(early[0].Answer)).OfType<string>().Distinct());
            Assert.Empty(late.Select(pair => pair.Answer.Against(late[0].Answer)).OfType<string>().Distinct());
            Assert.All(
                answers,
                pair =>
                    Assert.True(
                        pair.Answer.Against(early[0].Answer) is null
                            || (pair.Answer.Against(late[0].Answer) is null && pair.Answered >= moment),
                        address
                    )
            );
            Assert.All(
                answers,
                pair =>
                    Assert.True(
                        pair.Answer.Status < 400 || address.EndsWith("atom", StringComparison.Ordinal),
                        $"{address}: {pair.Answer.Status}"
                    )
            );
        }

        Assert.Equal((750m, old.Id), Said(heard.First(pair => pair.Address == Figure && pair.Answered < moment).Answer));
        Assert.Equal((740m, coming.Id), Said(heard.Last(pair => pair.Address == Figure && pair.Asked >= moment.AddSeconds(1)).Answer));
        Assert.Empty(surface.Log.All);
    }

    [Fact]
    public async Task A_server_that_starts_late_has_caught_up_and_a_clock_set_back_takes_nothing_back()
    {
        using var offices = new TwoOffices();
        offices.Seal("a figure that was revised");
        offices.Clock.SetUtcNow(TwoOffices.Moment.AddHours(2));
        await using var surface = await Surface.Open(offices.Sealed, offices.Clock);
        var before = await Answer.To(surface.Http, new("GET", Figure));
        Assert.Equal((730m, TwoOffices.Future), Said(before));

        offices.Clock.AdjustTime(TwoOffices.Moment.AddDays(-2));

        foreach (var address in Addresses.Append($"/v1/releases/{TwoOffices.Future}"))
        {
            Assert.True((await Answer.To(surface.Http, new("GET", address))).Status is 200 or 404, address);
        }

        Assert.Null((await Answer.To(surface.Http, new("GET", Figure))).Against(before));
    }

    [Fact]
    public async Task Releases_that_arrive_file_by_file_are_served_once_whole_and_without_a_restart()
    {
        using var offices = new TwoOffices();
        var release = offices.Seal("a figure that was revised");
        offices.Clock.SetUtcNow(TwoOffices.Moment.AddHours(1));
        await using var surface = await Surface.Open(offices.Plain, offices.Clock);
        Assert.Equal(740m, Said(await Answer.To(surface.Http, new("GET", Figure))).Value);

        // In the order that is right: objects, then manifests, then the log.
        var (from, to) = (offices.Sealed.Of("releases"), offices.Plain.Of("releases"));
        var files = Directory
            .GetFiles(from, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(from, path))
            .Where(name => !File.Exists(Path.Combine(to, name)) || name == "log.jsonl")
            .OrderBy(name =>
                name == "log.jsonl" ? 2
                : name.EndsWith("release.json", StringComparison.Ordinal) ? 1
                : 0
            )
            .ToList();
        Assert.Equal("log.jsonl", files[^1]);
        foreach (var file in files)
        {
            Assert.Equal(740m, Said(await Answer.To(surface.Http, new("GET", Figure))).Value);
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, file))!);
            File.Copy(Path.Combine(from, file), Path.Combine(to, file), overwrite: true);
        }

        await AtNextLook(offices.Clock, async () => Said(await Answer.To(surface.Http, new("GET", Figure))) == (730m, release.Id));
        Assert.Equal(200, (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status);
    }

    [Fact]
    public async Task A_log_that_another_program_holds_for_a_while_changes_no_answer()
    {
        using var offices = new TwoOffices();
        await using var surface = await Surface.Open(offices.Plain, offices.Clock);
        var before = await Answer.To(surface.Http, new("GET", Figure));
        using (var held = new FileStream(offices.Plain.Of("releases/log.jsonl"), FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            File.SetLastWriteTimeUtc(held.SafeFileHandle, DateTime.UtcNow.AddSeconds(1));
            await AtNextLook(offices.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 503);
            Assert.Null((await Answer.To(surface.Http, new("GET", Figure))).Against(before));
        }

        await AtNextLook(offices.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 200);
        Assert.Null((await Answer.To(surface.Http, new("GET", Figure))).Against(before));
        Assert.Empty(surface.Log.All);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task A_log_that_is_gone_or_cut_short_takes_nothing_back_while_the_server_runs(int lines)
    {
        using var offices = new TwoOffices();
        await using var surface = await Surface.Open(offices.Plain, offices.Clock);
        var before = await Answer.To(surface.Http, new("GET", Figure));
        var log = await File.ReadAllLinesAsync(offices.Plain.Of("releases/log.jsonl"), TestContext.Current.CancellationToken);
        File.Delete(offices.Plain.Of("releases/log.jsonl"));
        if (lines > 0)
        {
            await File.WriteAllLinesAsync(offices.Plain.Of("releases/log.jsonl"), log.Take(lines), TestContext.Current.CancellationToken);
        }

        await AtNextLook(offices.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 503);
        Assert.Null((await Answer.To(surface.Http, new("GET", Figure))).Against(before));
        await File.WriteAllLinesAsync(offices.Plain.Of("releases/log.jsonl"), log, TestContext.Current.CancellationToken);
        await AtNextLook(offices.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 200);
        Assert.Null((await Answer.To(surface.Http, new("GET", Figure))).Against(before));
    }

    [Theory]
    [InlineData("objects")]
    [InlineData(TwoOffices.Future)]
    public async Task A_release_part_of_which_has_not_arrived_is_not_served_and_health_says_so_until_it_has(string folder)
    {
        using var offices = new TwoOffices();
        var release = offices.Seal("a figure that was revised");
        var (there, away) = (offices.Sealed.Of("releases/" + folder), offices.Sealed.Of("away"));
        var missing =
            folder == "objects"
                ? Path.Combine(
                    offices.Sealed.Of("releases"),
                    release.Manifest.Files.Single(file => file.Path == "datasets/sample/figures.csv").ObjectPath
                )
                : Path.Combine(there, "release.json");
        File.Move(missing, away);
        // That one is missing is told the day after: where the manifest is not there, nobody can know the hour.
        offices.Clock.SetUtcNow(TwoOffices.Moment.AddDays(1));
        await using var surface = await Surface.Open(offices.Sealed, offices.Clock);

        Assert.Equal((740m, TwoOffices.Past[1]), Said(await Answer.To(surface.Http, new("GET", Figure))));
        Assert.Equal(503, (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status);
        foreach (var address in Addresses.Append($"/v1/releases/{TwoOffices.Future}/headlines"))
        {
            Assert.NotEqual(500, (await Answer.To(surface.Http, new("GET", address))).Status);
        }

        File.Move(away, missing);
        await AtNextLook(offices.Clock, async () => (await Answer.To(surface.Http, new("GET", "/health/ready"))).Status == 200);
        Assert.Equal((730m, TwoOffices.Future), Said(await Answer.To(surface.Http, new("GET", Figure))));
    }

    internal static (decimal Value, string Release) Said(Answer answer)
    {
        var json = JsonDocument.Parse(answer.Text).RootElement;
        return (json.GetProperty("figure").GetProperty("value").GetDecimal(), json.GetProperty("release").GetProperty("id").GetString()!);
    }

    /// <summary>Asserts what is so once the server has looked at its folder again.</summary>
    internal static async Task AtNextLook(FakeTimeProvider clock, Func<Task<bool>> happens)
    {
        clock.Advance(PublishedReleases.LookAgainAfter);
        Assert.True(await happens(), "It did not happen at the next look.");
    }

    private static Release Release(ActResult act)
    {
        Assert.Empty(act.Faults);
        return act.Release!;
    }
}
