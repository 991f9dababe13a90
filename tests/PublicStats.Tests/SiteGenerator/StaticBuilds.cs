using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Build;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>The site as files: everything that is published, and nothing else.</summary>
public sealed partial class StaticBuilds : IDisposable
{
    private readonly SamplePublication folder = new();
    private readonly string output = Directory.CreateTempSubdirectory("site-").FullName;

    public void Dispose()
    {
        folder.Dispose();
        Directory.Delete(output, recursive: true);
    }

    [Fact]
    public async Task A_sealed_and_approved_release_leaves_no_byte_before_its_time()
    {
        folder.Publish("2026-03-02 12:00");
        await Build();
        var before = Files();

        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1301,,,\n2026-02,north,people,751");
        folder.Publish("2026-03-09 09:30", "Not yet");
        Directory.Delete(output, recursive: true);
        await Build();

        Assert.Equal(before, Files());
    }

    [Fact]
    public async Task What_was_published_stays_the_same_bytes_when_a_release_follows_and_is_not_made_again()
    {
        folder.Publish("2026-03-02 12:00");
        await Build();
        var before = Files().Where(IsKept).ToList();
        folder.Clock.Advance(TimeSpan.FromDays(7));
        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1301,,,\n2026-02,north,people,751");
        folder.Publish("2026-03-09 12:00");
        await Build();
        var after = Files();

        Assert.NotEmpty(before);
        Assert.Contains(before, pair => pair.Path == "releases/2026-03-02/sample/people/all/2026-01/index.html");
        Assert.Contains(before, pair => pair.Path == "v1/releases/2026-03-02/datasets/sample/figures.csv");
        Assert.All(before, pair => Assert.Contains(pair, after));
        foreach (
            var path in new[]
            {
                "releases/2026-03-02/index.html",
                "releases/2026-03-09/sample/index.html",
                "v1/releases.json",
                "v1/releases/2026-03-09.json",
                "v1/releases/2026-03-09/changes.json",
                "v1/releases/2026-03-09/changes.csv",
                "v1/datasets/sample/revisions.json",
                "v1/releases/2026-03-09/files/datasets/sample/figures.csv",
                "calendar/index.html",
                "revisions/index.html",
            }
        )
        {
            Assert.Contains(after, pair => pair.Path == path);
        }

        // The incremental build and a fresh one are the same.
        Directory.Delete(output, recursive: true);
        await Build();
        Assert.Equal(after, Files());
        Assert.Equal(0, (await Build()).Written);
    }

    [Fact]
    public async Task A_page_of_a_figure_that_was_kept_once_is_made_again_by_a_newer_program_though_no_page_leads_to_it()
    {
        const string Page = "releases/2026-03-02/sample/people/total/2026-01/index.html";
        folder.Publish("2026-03-02 12:00");
        await Build();
        Assert.DoesNotContain(Files(), pair => pair.Path == Page);

        // As the build of a time when a page led to it left it, by a program that is not this one.
        var list = Path.Combine(output, ".publicstats-files");
        var lines = await File.ReadAllLinesAsync(list, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(
            list,
            [.. lines.Where(line => !line.StartsWith("# kept", StringComparison.Ordinal)), Page],
            TestContext.Current.CancellationToken
        );
        await Build();

        Assert.Contains(
            "1,200 people, January 2026",
            await File.ReadAllTextAsync(Path.Combine(output, Page), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.Contains(Files(), pair => pair.Path == "v1/releases/2026-03-02/figures/sample/people/total/2026-01.json");
    }

    [Fact]
    public async Task What_was_purged_is_gone_from_the_folder_and_its_record_stays()
    {
        folder.Publish("2026-03-02 12:00");
        await Build();
        folder.Clock.Advance(TimeSpan.FromDays(7));
        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1301,,,\n2026-02,north,people,751");
        folder.Publish("2026-03-09 12:00");
        await Build();
        Assert.Contains(Files(), pair => pair.Path == "v1/releases/2026-03-02/files/datasets/sample/figures.csv");
        Assert.Empty(folder.Workflow.Purge("2026-03-02", "It could identify somebody.", "editor", "head of statistics").Faults);
        await File.WriteAllTextAsync(
            Path.Combine(output, "v1/releases/2026-03-02/files/left-by-a-build-cut-short.csv"),
            "",
            TestContext.Current.CancellationToken
        );
        await Build();

        Assert.Equal(
            ["releases/2026-03-02/index.html", "v1/releases/2026-03-02.json", "v1/releases/2026-03-02/manifest.json"],
            Files().Select(file => file.Path).Where(path => path.Contains("2026-03-02", StringComparison.Ordinal))
        );
        Assert.Contains(
            "It could identify somebody.",
            await File.ReadAllTextAsync(Path.Combine(output, "releases/2026-03-02/index.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_clock_set_back_does_not_take_a_release_back()
    {
        folder.Publish("2026-03-02 12:00");
        folder.Clock.Advance(TimeSpan.FromDays(7));
        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1301,,,\n2026-02,north,people,751");
        folder.Publish("2026-03-09 12:00");
        await Build();
        var before = Files();
        var back = new FakeTimeProvider(new(2026, 3, 5, 0, 0, 0, TimeSpan.Zero));

        var refused = await Assert.ThrowsAsync<OutputRefusedException>(() =>
            StaticSite.Write(folder.Path, output, back, TestContext.Current.CancellationToken)
        );

        Assert.Contains(
            "The folder holds release 2026-03-09, which is published on 9 March 2026 at 12:00. "
                + "By this machine's clock it is 5 March 2026 at 00:00, and 2026-03-02 is the latest.",
            refused.Message,
            StringComparison.Ordinal
        );
        Assert.Equal(before, Files());
        Assert.Equal(
            "2026-03-02",
            (await StaticSite.Write(folder.Path, output, back, TestContext.Current.CancellationToken, force: true)).Release
        );
        Assert.DoesNotContain(Files(), pair => pair.Path.Contains("2026-03-09", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_link_of_a_kept_page_stays_in_its_release_but_those_to_the_record_and_to_the_latest()
    {
        folder.Publish("2026-03-02 12:00");
        await Build();

        foreach (var path in Directory.GetFiles(Path.Combine(output, "releases/2026-03-02/sample"), "*.html", SearchOption.AllDirectories))
        {
            var html = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            var live =
                "/"
                + Path.GetRelativePath(Path.Combine(output, "releases/2026-03-02"), path)
                    .Replace("index.html", "", StringComparison.Ordinal);
            var astray = Link()
                .Matches(html)
                .Select(match => match.Groups[1].Value)
                .Where(value =>
                    value != live
                    && !value.StartsWith("/releases", StringComparison.Ordinal)
                    && !value.StartsWith("/v1/releases/2026-03-02/", StringComparison.Ordinal)
                    && !value.StartsWith("/revisions/", StringComparison.Ordinal)
                    && value is not ("/style.css" or "/favicon.svg" or "/calendar.ics")
                );

            Assert.Empty(astray);
            Assert.Contains($"<link rel=\"canonical\" href=\"https://sample.example{live}\">", html, StringComparison.Ordinal);
            Assert.Contains("<meta name=\"robots\" content=\"noindex\">", html, StringComparison.Ordinal);
            Assert.Contains("<strong>As published on 2 March 2026.</strong>", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_calendar_says_what_is_announced_and_nothing_that_is_only_sealed()
    {
        await File.WriteAllTextAsync(
            folder.Of("calendar.csv"),
            "at,title,state\n2026-03-09 09:30,Sample to February,confirmed\n2026-03-16 09:30,Sample to March,provisional\n",
            TestContext.Current.CancellationToken
        );
        folder.Publish("2026-03-02 12:00");
        folder.Change("2026-02,all,people,1300,,,\n2026-02,north,people,750", "2026-02,all,people,1301,,,\n2026-02,north,people,751");
        folder.Publish("2026-03-08 09:30", "Sealed and not said");
        await Build();

        var calendar = await File.ReadAllTextAsync(Path.Combine(output, "calendar/index.html"), TestContext.Current.CancellationToken);
        Assert.Contains(
            "Monday 9 March 2026 at 09:30</th><td data-is=\"What\">Sample to February</td><td data-is=\"State\">Confirmed</td>",
            calendar,
            StringComparison.Ordinal
        );
        Assert.Contains("Provisional: the time may change", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain("Sealed and not said", calendar, StringComparison.Ordinal);
        Assert.Contains(
            "Next: 9 March 2026",
            await File.ReadAllTextAsync(Path.Combine(output, "index.html"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    private static bool IsKept((string Path, string Hash) file) =>
        file.Path.StartsWith("releases/2026-03-02/sample/", StringComparison.Ordinal)
        || file.Path.StartsWith("v1/releases/2026-03-02/", StringComparison.Ordinal);

    private Task<BuiltSite> Build() => StaticSite.Write(folder.Path, output, folder.Clock, TestContext.Current.CancellationToken);

    private List<(string Path, string Hash)> Files() =>
        [
            .. Directory
                .GetFiles(output, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetRelativePath(output, path), ReleaseManifest.Hash(File.ReadAllBytes(path)))),
        ];

    [GeneratedRegex("(?:href|src|srcset)=\"(/[^\"]*)\"")]
    private static partial Regex Link();
}
