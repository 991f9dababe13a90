using Microsoft.Playwright;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class DocumentationPage(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("GetFigure", "/v1/figures/", "41,472")]
    [InlineData("ListFiguresOfRemovals", "/v1/datasets/removals/figures", "almost 12,000")]
    [InlineData("DownloadFigures", "/v1/datasets/crossings/figures.csv", "Download file")]
    public async Task A_caller_who_tries_an_address_as_it_stands_gets_its_figures(string operation, string address, string text)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = "/usr/bin/chromium",
                Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
            }
        );
        var page = await browser.NewPageAsync();
        await page.GotoAsync(service.Address + "/docs");
        var block = page.Locator($"[id$='-{operation}']");

        await block.Locator(".opblock-summary-control").ClickAsync();
        await block.Locator(".try-out__btn").ClickAsync();
        await block.Locator(".execute").ClickAsync();
        await block.Locator(".live-responses-table .response-col_status").First.WaitForAsync();

        Assert.Contains(address, Uri.UnescapeDataString(await block.Locator(".request-url").InnerTextAsync()), StringComparison.Ordinal);
        Assert.Contains(
            "200",
            await block.Locator(".live-responses-table tbody .response-col_status").First.InnerTextAsync(),
            StringComparison.Ordinal
        );
        Assert.Contains(text, await block.Locator(".live-responses-table").InnerTextAsync(), StringComparison.Ordinal);
    }
}
