using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>A preview in a real browser.</summary>
public sealed class PreviewsInBrowser : IDisposable
{
    private readonly SamplePublication folder = new();

    public PreviewsInBrowser() => folder.Publish("2026-03-02 12:00");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_open_page_reloads_by_itself_and_meets_no_obstacle()
    {
        var (office, address) = await ToolProcess.Start("preview", "--data", folder.Path, "--at", "2026-03-09 09:30", "--port", "0");
        using var _ = office;
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );
        await using var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = 360, Height = 800 },
            }
        );
        var page = await context.NewPageAsync();
        var refused = new List<string>();
        page.Console += (_, message) => refused.Add(message.Text);
        await page.GotoAsync(address + "/sample/");
        Assert.Equal("sticky", await page.Locator(".pv-bar").EvaluateAsync<string>("bar => getComputedStyle(bar).position"));

        folder.Change("2026-01,all,people,1200", "2026-01,all,people,1260");
        folder.Change("2026-01,north,people,700", "2026-01,north,people,760");
        await page.GetByText("1,260 people in January 2026").First.WaitForAsync();
        folder.Change("2026-01,all,people,1260", "2026-01,all,people,oops");
        await page.GetByText("figures.csv:2").First.WaitForAsync();

        Assert.DoesNotContain(refused, name => name.Contains("Security Policy", StringComparison.Ordinal));
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "It scrolls sideways.");
        await using var bypassing = await browser.NewContextAsync(new() { BypassCSP = true });
        var read = await bypassing.NewPageAsync();
        await read.GotoAsync(address + "/sample/");
        Assert.Empty((await read.RunAxe()).Violations.Select(item => $"{item.Id} {item.Nodes[0].Html}"));
    }
}
