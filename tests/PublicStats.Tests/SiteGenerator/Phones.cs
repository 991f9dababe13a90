using Microsoft.Playwright;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>Pages on a small phone, in a real browser.</summary>
public class Phones(ShippedSite service) : IClassFixture<ShippedSite>
{
    private static readonly string[] Paths =
    [
        "/",
        "/crossings/",
        "/removals/",
        "/arrests/",
        "/releases/",
        "/releases/2026-06-05/",
        "/releases/2026-07-24/",
        "/releases/2026-05-01/crossings/",
        "/revisions/",
        "/calendar/",
        "/method/",
        "/crossings/people/2025/",
        "/arrivals/people/albania/total/total/2022/",
    ];

    // A link inside a sentence is as high as the sentence's line; every other one is a target of its own.
    private const string SmallTargets = """
        [...document.querySelectorAll('a, summary')].filter(target => !target.classList.contains('skip'))
            .filter(target => getComputedStyle(target).display !== 'inline'
                || target.parentElement.textContent.trim() === target.textContent.trim())
            .filter(target => { const box = target.getBoundingClientRect(); return box.width > 0 && (box.width < 24 || box.height < 24); })
            .map(target => target.outerHTML)
        """;

    // Tables of words stack on a phone; only tables of numbers may scroll inside their own region.
    private const string CutTables = """
        [...document.querySelectorAll('.scroll:has(> table.words)')].filter(region => region.scrollWidth > region.clientWidth + 1)
            .map(region => region.querySelector('caption').textContent)
        """;

    [Theory]
    [InlineData(320)]
    [InlineData(360)]
    public async Task A_reader_on_a_phone_can_touch_every_link_and_sees_every_cell_whole(int width)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Pages.Open(playwright);
        await using var context = await browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = 800 },
            }
        );
        var page = await context.NewPageAsync();
        foreach (var path in Paths)
        {
            await page.GotoAsync(service.Address + path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(details => details.open = true)");

            var small = await page.EvaluateAsync<string[]>(SmallTargets);
            Assert.True(small.Length == 0, $"{path} has a target smaller than 24 px: {string.Join(" ", small)}");
            var cut = await page.EvaluateAsync<string[]>(CutTables);
            Assert.True(cut.Length == 0, $"{path} cuts the table: {string.Join("; ", cut)}");
        }
    }
}
