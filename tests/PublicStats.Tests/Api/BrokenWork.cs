using System.Net;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Publishing;
using PublicStats.SiteGenerator.Serving;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class BrokenWork
{
    [Fact]
    public async Task While_an_editors_files_are_broken_the_API_serves_what_was_sealed()
    {
        using var folder = new SamplePublication();
        folder.Publish("2026-03-06 09:30");
        folder.Clock.Advance(TimeSpan.FromDays(5));
        await using var app = SiteHost.Create(folder.Path, "http://127.0.0.1:0", folder.Clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };

        await File.WriteAllTextAsync(folder.Of("datasets/sample/figures.csv"), "nonsense", TestContext.Current.CancellationToken);
        var sealing = folder.Workflow.Seal(new("2026-03-13 09:30", "Sample", "A sample.", "editor"));
        using var answer = await http.GetAsync("/v1/figures/sample/people/all/2026-01", TestContext.Current.CancellationToken);

        Assert.NotEmpty(sealing.Faults);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("1,200", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_served_from_its_moment_on_and_no_sooner()
    {
        using var folder = new SamplePublication();
        var at = new DateTimeOffset(2026, 3, 6, 9, 30, 0, TimeSpan.Zero);
        folder.Publish("2026-03-06 09:30");
        var clock = new FakeTimeProvider(at.AddSeconds(-1));
        await using var app = SiteHost.Create(folder.Path, "http://127.0.0.1:0", clock);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };

        using var before = await http.GetAsync("/v1/figures/sample/people/all/2026-01", TestContext.Current.CancellationToken);
        clock.Advance(TimeSpan.FromSeconds(1));
        using var after = await http.GetAsync("/v1/figures/sample/people/all/2026-01", TestContext.Current.CancellationToken);

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (before.StatusCode, after.StatusCode));
    }
}
