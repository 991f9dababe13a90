using System.Net;
using Microsoft.Extensions.Time.Testing;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Site;
using PublicStats.Tests.Data.Reading;

namespace PublicStats.Tests.Api;

public class BrokenWork
{
    [Fact]
    public async Task While_an_editors_files_are_broken_the_API_serves_what_was_sealed()
    {
        using var folder = new SampleFolder();
        var at = new DateTimeOffset(2026, 3, 6, 9, 30, 0, TimeSpan.Zero);
        var order = new SealOrder(at.DateTime, "Sample", "A sample.", "editor", "approver");
        Sealing.Seal(folder.Path, order, TimeProvider.System);
        await using var app = SiteHost.Create(folder.Path, "http://127.0.0.1:0", new FakeTimeProvider(at));
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };

        await File.WriteAllTextAsync(folder.Of("datasets/sample/figures.csv"), "nonsense", TestContext.Current.CancellationToken);
        var sealing = Sealing.Seal(folder.Path, order with { PublishedAt = at.DateTime.AddDays(7) }, TimeProvider.System);
        using var answer = await http.GetAsync("/v1/figures/sample/people/all/2026-01", TestContext.Current.CancellationToken);

        Assert.NotEmpty(sealing.Faults);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("1,200", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_is_served_from_its_moment_on_and_no_sooner()
    {
        using var folder = new SampleFolder();
        var at = new DateTimeOffset(2026, 3, 6, 9, 30, 0, TimeSpan.Zero);
        Sealing.Seal(folder.Path, new(at.DateTime, "Sample", "A sample.", "editor", "approver"), TimeProvider.System);
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
