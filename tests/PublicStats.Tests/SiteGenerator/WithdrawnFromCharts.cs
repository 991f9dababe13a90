using System.Net;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.SiteGenerator.Build;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>The real publication, from which figures that stand in charts, headlines and prose are withdrawn.</summary>
public sealed class WithdrawnFromCharts : IDisposable
{
    private const string Statement = "removals/removed/meta-tiktok-x-youtube/2021-12--2024-06";
    private const string Day = "crossings/people/2025-06-14";
    private const string Week = "crossings-prevented/people/2024-W35";

    private readonly string folder = Directory.CreateTempSubdirectory("publicstats-").FullName;
    private readonly FakeTimeProvider clock = new(TimeProvider.System.GetUtcNow().AddDays(1));

    public WithdrawnFromCharts()
    {
        foreach (
            var file in Directory
                .GetFiles(RepositoryFiles.Data, "*", SearchOption.AllDirectories)
                .Where(name =>
                    Path.GetRelativePath(RepositoryFiles.Data, name) is var path
                    && (path == "publication.json" || path.StartsWith("releases", StringComparison.Ordinal))
                )
        )
        {
            var to = Path.Combine(folder, Path.GetRelativePath(RepositoryFiles.Data, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_reader_meets_a_gap_and_never_a_broken_page()
    {
        var desk = new ReleaseWorkflow(folder, clock);
        var sealing = desk.Withdraw([Statement, Day, Week], null, "The publisher took it back.", "editor");
        Assert.Empty(sealing.Faults);
        Assert.Empty(desk.Approve(sealing.Release!.Id, "approver").Faults);
        await using var site = await ServedSite.Of(folder, clock);

        var crossings = await site.Text("/crossings/");
        Assert.DoesNotContain("[x] people", crossings, StringComparison.Ordinal);
        Assert.Contains("<strong>1 figure withdrawn.</strong> The publisher took it back.", crossings, StringComparison.Ordinal);
        Assert.DoesNotContain("More people in 2025", crossings, StringComparison.Ordinal);
        Assert.Contains("[x]", crossings, StringComparison.Ordinal);
        Assert.Contains("[x]", await site.Text("/crossings/charts/people-by-year-wide.svg"), StringComparison.Ordinal);
        Assert.DoesNotContain("the most was", await site.Text("/crossings-prevented/"), StringComparison.Ordinal);
        var home = await site.Text("/");
        Assert.Contains("[withdrawn]", home, StringComparison.Ordinal);
        Assert.Contains("<strong>2 figures withdrawn.</strong> The publisher took it back.", home, StringComparison.Ordinal);
        Assert.Contains($"<li><a href=\"/{Statement}/\">", home, StringComparison.Ordinal);
        Assert.Contains($"<li><a href=\"/{Day}/\">", home, StringComparison.Ordinal);
        const string inItsPlace =
            "People in a year: <a href=\"/crossings/people/2025/\">not given, because a figure in it is withdrawn</a>";
        Assert.Contains(inItsPlace, home, StringComparison.Ordinal);
        Assert.DoesNotContain("[x] people", await site.Text("/"), StringComparison.Ordinal);
        foreach (
            var path in new[]
            {
                "/removals/",
                "/arrests/",
                "/arrivals/",
                "/method/",
                "/journalists/",
                "/releases/",
                "/calendar/",
                "/revisions/",
                $"/releases/{sealing.Release.Id}/",
            }
        )
        {
            await site.Text(path);
        }

        Assert.Contains(
            "The publisher took it back.",
            await site.Text("/removals/removed/all/2021-12--2024-06/", HttpStatusCode.Gone),
            StringComparison.Ordinal
        );
        foreach (var key in new[] { Statement, Day, Week })
        {
            Assert.Contains("The publisher took it back.", await site.Text($"/{key}/", HttpStatusCode.Gone), StringComparison.Ordinal);
        }

        var output = Path.Combine(folder, "dist");
        Assert.Equal(sealing.Release.Id, (await StaticSite.Write(folder, output, clock, TestContext.Current.CancellationToken)).Release);
        Assert.Contains(
            "withdrawn-figure",
            await File.ReadAllTextAsync(Path.Combine(output, $"v1/figures/{Day}.json"), TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }
}
