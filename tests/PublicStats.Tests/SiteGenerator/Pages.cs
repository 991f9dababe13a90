using System.Net;
using System.Text.RegularExpressions;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using PublicStats.SiteGenerator.Build;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

public partial class Pages(ShippedSite service) : IClassFixture<ShippedSite>
{
    private static readonly string[] Main =
    [
        "/",
        "/crossings/",
        "/removals/",
        "/arrests/",
        "/arrivals/",
        "/crossings-prevented/",
        "/removals-by-platform/",
        "/method/",
        "/journalists/",
        "/crossings/people/2025/",
        "/nowhere",
        "/releases/",
        "/releases/2026-06-05/",
        "/releases/2025-11-14/",
        "/calendar/",
        "/revisions/",
        "/crossings-prevented/people/2026-W16/",
        "/releases/2026-05-01/crossings-prevented/",
        "/releases/2026-05-01/crossings-prevented/people/2026-W16/",
    ];

    [Theory]
    [InlineData(ColorScheme.Light, 1280)]
    [InlineData(ColorScheme.Dark, 320)]
    public async Task A_reader_with_a_screen_reader_or_a_phone_meets_no_obstacle(ColorScheme scheme, int width)
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Open(playwright);
        // The page's own policy lets no script in; axe is one.
        await using var context = await browser.NewContextAsync(
            new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = 800 },
                BypassCSP = true,
            }
        );
        var page = await context.NewPageAsync();
        foreach (var path in Main)
        {
            await page.GotoAsync(service.Address + path);
            await page.EvaluateAsync("document.querySelectorAll('details').forEach(part => part.open = true)");

            var violations = (await page.RunAxe()).Violations;
            Assert.True(
                violations.Length == 0,
                path + ": " + string.Join("; ", violations.Select(item => $"{item.Id} {item.Nodes[0].Html}"))
            );
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"),
                path + " scrolls sideways."
            );
            Assert.True(
                await page.EvaluateAsync<bool>(
                    "[...document.images].filter(image => image.getClientRects().length > 0).every(image => image.complete && "
                        + "image.naturalWidth > 0)"
                ),
                path + " has a picture that does not load."
            );
        }
    }

    [Fact]
    public async Task The_documentation_page_shows_every_route()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Open(playwright);
        var page = await browser.NewPageAsync();

        await page.GotoAsync(service.Address + "/docs");
        await page.WaitForSelectorAsync(".opblock");

        var routes = (await service.Json("/openapi/v1.json"))
            .GetProperty("paths")
            .EnumerateObject()
            .Sum(property => property.Value.EnumerateObject().Count());
        Assert.Equal(routes, await page.Locator(".opblock").CountAsync());
    }

    [Fact]
    public async Task Every_link_of_every_page_leads_somewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { "/" };
        var next = new Queue<string>(seen);
        while (next.TryDequeue(out var path))
        {
            using var response = await service.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{path} answers {(int)response.StatusCode}.");
            if (response.Content.Headers.ContentType!.MediaType != "text/html")
            {
                continue;
            }

            var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            foreach (var link in Link().Matches(html).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value)))
            {
                Assert.True(
                    !link.StartsWith('#') || html.Contains($"id=\"{link[1..]}\"", StringComparison.Ordinal),
                    $"{path} has no {link}."
                );
                if (link.StartsWith('/') && IsFollowed(link) && seen.Add(link.Split('#')[0]))
                {
                    next.Enqueue(link.Split('#')[0]);
                }
            }
        }

        Assert.True(seen.Count > 500, $"Only {seen.Count} addresses were found.");
    }

    [Theory]
    [InlineData("/", "<a class=\"fig\" href=\"/removals/removed/meta-tiktok-x-youtube/2021-12--2024-06/\">almost 12,000</a>")]
    [InlineData("/removals/", "“By the end of June 2024 almost 12,000 had been removed”")]
    [InlineData("/crossings/", "<h1>41,472 people crossed the Channel in small boats in 2025</h1>")]
    [InlineData("/removals-by-platform/", "Nobody has published removals by platform.")]
    [InlineData(
        "/removals-by-platform/removed/all/all/2023/",
        "<h1>Illustrative: 25,588 posts, pages or accounts were removed in 2023</h1>"
    )]
    [InlineData(
        "/crossings/people/2024-07-05--2024-07-22/",
        "<h1>2,258 people crossed the Channel in small boats from 5 to 22 July 2024</h1>"
    )]
    [InlineData("/crossings/people/2026/", "<h1>13,007 people crossed the Channel in small boats from 1 January to 23 July 2026</h1>")]
    [InlineData(
        "/releases/2025-11-14/crossings/people/2025/",
        "<h1>39,075 people crossed the Channel in small boats from 1 January to 13 November 2025</h1>"
    )]
    public async Task A_page_says_what_the_release_holds(string path, string text) =>
        Assert.Contains(text, await service.Http.GetStringAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public async Task A_reader_of_a_figure_meets_what_it_is_before_what_it_was()
    {
        var page = await service.Http.GetStringAsync("/crossings/people/2026/", TestContext.Current.CancellationToken);

        Assert.InRange(
            page.IndexOf("About this figure", StringComparison.Ordinal),
            1,
            page.IndexOf("Every value it had", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task An_address_that_leads_nowhere_says_so()
    {
        using var response = await service.Http.GetAsync("/nowhere", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains(
            "There is nothing at this address",
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Two_builds_are_the_same_bytes_and_hold_the_answers_of_the_API()
    {
        var (one, other) = (Directory.CreateTempSubdirectory("site-").FullName, Directory.CreateTempSubdirectory("site-").FullName);
        await StaticSite.Write(RepositoryFiles.Data, one, TimeProvider.System, TestContext.Current.CancellationToken);
        await StaticSite.Write(RepositoryFiles.Data, other, TimeProvider.System, TestContext.Current.CancellationToken);

        Assert.Equal(Files(one), Files(other));
        Assert.Equal(
            await service.Http.GetByteArrayAsync("/v1/figures/crossings/people/2025", TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(Path.Combine(one, "v1/figures/crossings/people/2025.json"), TestContext.Current.CancellationToken)
        );
        Directory.Delete(one, recursive: true);
        Directory.Delete(other, recursive: true);
    }

    // Thirty releases are kept alike: of their pages, those of one old release and of the latest are followed.
    private static bool IsFollowed(string link) =>
        Kept().Match(link) is not { Success: true } kept || kept.Groups[1].Value is "2026-05-01" or "2026-07-24";

    internal static Task<IBrowser> Open(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
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

    private static List<(string, string)> Files(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .Select(path =>
                    (Path.GetRelativePath(folder, path), PublicStats.Data.Releases.ReleaseManifest.Hash(File.ReadAllBytes(path)))
                ),
        ];

    [GeneratedRegex("^(?:/v1)?/releases/([^/]+)/.")]
    private static partial Regex Kept();

    [GeneratedRegex("(?:href|src|srcset)=\"([^\"]+)\"")]
    private static partial Regex Link();
}
