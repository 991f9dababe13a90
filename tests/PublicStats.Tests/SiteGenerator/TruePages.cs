using System.Text.RegularExpressions;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>Pages say nothing of the figures that is not so.</summary>
public partial class TruePages(ShippedSite service) : IClassFixture<ShippedSite>
{
    private static readonly string[] Paths =
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
        "/nowhere",
        "/calendar/",
        "/revisions/",
        "/releases/",
        "/releases/2026-06-05/",
        "/releases/2026-07-24/",
        "/crossings/people/2025/",
        "/crossings-prevented/people/2026-W16/",
        "/releases/2026-05-01/crossings-prevented/",
        "/releases/2026-05-01/removals/",
        "/releases/2026-05-01/crossings-prevented/people/2026-W16/",
    ];

    [Fact]
    public async Task No_page_has_an_id_twice_and_every_page_has_an_icon()
    {
        foreach (var path in Paths)
        {
            using var response = await service.Http.GetAsync(path, TestContext.Current.CancellationToken);
            var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var ids = Id().Matches(page).Select(match => match.Groups["id"].Value).ToList();

            var twice = ids.GroupBy(id => id).Where(id => id.Count() > 1).Select(id => id.Key).ToList();
            Assert.True(twice.Count == 0, $"{path}: {string.Join(", ", twice)}");
            Assert.Contains("<link rel=\"icon\" href=\"/favicon.svg\" type=\"image/svg+xml\">", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_code_in_brackets_is_explained_where_it_is_shown_and_nowhere_else()
    {
        // The method page explains every code; a figure's own page shows its code where it explains it.
        var paths = Paths.Where(path => path is not ("/method/" or "/nowhere") && !path.Contains("/people/", StringComparison.Ordinal));
        foreach (var path in paths)
        {
            var page = await service.Http.GetStringAsync(path, TestContext.Current.CancellationToken);
            var explained = Explained().Matches(page).Select(match => match.Groups["code"].Value).Distinct();

            var tables = string.Concat(Table().Matches(page).Select(table => table.Value));
            Assert.All(explained, code => Assert.True(tables.Contains($"[{code}]", StringComparison.Ordinal), $"{path}: [{code}]"));
        }
    }

    [Theory]
    [InlineData("/", "Every number here was published")]
    [InlineData("/", "January 2018 to July 2026</td><td data-is=\"Counted by\">Home Office, from French authorities")]
    [InlineData("/", "Each body counts its own")]
    [InlineData("/method/", "are left out even where they were published")]
    [InlineData("/arrests/", "see the column")]
    [InlineData("/arrests/arrests/home-office-pilots/2022/", "Who counted what")]
    [InlineData("/releases/2026-05-01/crossings/", "The first link of each gives the latest release")]
    [InlineData("/releases/2026-05-01/crossings/", "for ever")]
    [InlineData("/releases/", "sealed before it is published")]
    [InlineData("/releases/", "30 releases of the past were sealed later, as its page says")]
    [InlineData("/releases/2026-05-22/crossings-prevented/", "1 events of prevention were recorded")]
    [InlineData("/arrivals/", "As the Home Office publishes quarterly statistics")]
    [InlineData("/removals/", "(secondary copy). Secondary copy")]
    [InlineData("/method/", "A code in square brackets stands in the place of a number")]
    [InlineData("/", "that link will say so in five years")]
    public async Task A_page_does_not_say_what_is_not_so(string path, string text)
    {
        var page = await service.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.DoesNotContain(text, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "April 2024 to July 2026</td><td data-is=\"Counted by\">Home Office, from French authorities")]
    [InlineData("/", "One dataset is illustrative")]
    [InlineData("/method/", "many of their counts are of a single person")]
    [InlineData("/arrivals/", "<h3 id=\"notes-small-counts\">Small counts</h3>")]
    [InlineData("/releases/2026-05-01/crossings/", "Each file is the one of this release, and never changes.")]
    public async Task A_page_says_what_is_so(string path, string text) =>
        Assert.Contains(text, await service.Http.GetStringAsync(path, TestContext.Current.CancellationToken), StringComparison.Ordinal);

    [Fact]
    public async Task A_dataset_covers_the_days_of_its_first_and_last_value()
    {
        var dataset = await service.Json("/v1/datasets/crossings-prevented");

        Assert.Equal("2024-04-29", dataset.GetProperty("firstDay").GetString());
        Assert.Equal("2026-07-19", dataset.GetProperty("lastDay").GetString());
    }

    [Fact]
    public async Task Programs_that_run_in_a_page_can_read_the_file_for_robots()
    {
        using var page = await service.Http.GetAsync("/", TestContext.Current.CancellationToken);

        Assert.Contains("connect-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(
            "User-agent: *\nAllow: /\n\nSitemap: https://publicstats.example/sitemap.xml\n",
            await service.Http.GetStringAsync("/robots.txt", TestContext.Current.CancellationToken)
        );
        using var icon = await service.Http.GetAsync("/favicon.svg", TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", icon.Content.Headers.ContentType!.MediaType);
    }

    [GeneratedRegex(" id=\"(?<id>[^\"]+)\"")]
    private static partial Regex Id();

    [GeneratedRegex("\\[(?<code>[a-z]+)\\] (?:not applicable|not available|confidential|revised|provisional|illustrative|estimated)")]
    private static partial Regex Explained();

    [GeneratedRegex("<table.*?</table>", RegexOptions.Singleline)]
    private static partial Regex Table();
}
