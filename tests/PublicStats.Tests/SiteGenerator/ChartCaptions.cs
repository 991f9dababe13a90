using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>What is said beside a chart: alternative text, sentence, table, source line; and the chart on paper.</summary>
public sealed partial class ChartCaptions(ShippedSite service) : IClassFixture<ShippedSite>
{
    private static readonly string[] Tables =
    [
        "/crossings/",
        "/crossings-prevented/",
        "/removals/",
        "/arrests/",
        "/arrivals/",
        "/removals-by-platform/",
        "/releases/2026-05-01/",
        "/releases/2026-06-05/",
        "/releases/2026-07-24/",
        "/revisions/",
    ];

    [Theory]
    [InlineData("people", "13,007 people", "23,666", "10,659 fewer (45.0%)")]
    [InlineData("boats", "196 boats", "404", "208 fewer (51.5%)")]
    public async Task The_same_date_of_the_year_before_is_in_the_picture_the_table_the_sentence_and_the_alternative_text(
        string measure,
        string part,
        string before,
        string difference
    )
    {
        var page = await Page("/crossings/");
        var charts = $"/crossings/charts/{measure}-by-year";
        var sentence = $"<p>{part} from 1 January to 23 July 2026; to the same date in 2025: {before}. That is {difference}.</p>";

        Assert.Contains(sentence, page, StringComparison.Ordinal);
        Assert.Contains(
            $"<th scope=\"row\">To the same date in 2025 (1 January to 23 July 2025)</th><td class=\"n\">"
                + $"<a class=\"fig\" href=\"/crossings/{measure}/2025-01-01--2025-07-23/\">{before}</a>",
            page,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"{part.Split(' ')[0]}; to the same date in 2025: {before}.",
            string.Join(' ', Alternatives(page)),
            StringComparison.Ordinal
        );
        Assert.Contains($">to the same date in 2025: {before}</text>", await Page(charts + "-narrow.svg"), StringComparison.Ordinal);
        Assert.Contains($">in 2025: {before}</text>", await Page(charts + "-wide.svg"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "crossings",
        "Columns. People, by year: 299 people in 2018; a peak of 45,755 in 2022; down to 29,437 in 2023; 41,472 in 2025, the latest. "
            + "From 1 January to 23 July 2026, part of a year: 13,007; to the same date in 2025: 23,666. The values are in the table below."
    )]
    [InlineData(
        "arrests",
        "Statements. 109 small boat pilots arrested in 2022; 63 small boat pilots arrested from January to October 2023; "
            + "80 small boat pilots arrested from 1 January to 29 November 2023; 86 arrests of small boat pilots in 2023. "
            + "The words are in the table below."
    )]
    [InlineData(
        "removals",
        "Statements. More than 3,300 posts, pages or accounts removed or suspended from December 2021 to 24 April 2023; "
            + "around 3,300 posts, pages or accounts removed or suspended from December 2021 to April 2023; "
            + "over 9,000 posts, pages and accounts removed from November 2021 to 22 April 2024; "
            + "almost 12,000 posts, pages and accounts removed from December 2021 to June 2024; "
            + "more than 16,500 accounts taken down from December 2021 to December 2024; "
            + "more than 27,000 items taken down from social media from the last quarter of 2021 to December 2025. "
            + "The words are in the table below."
    )]
    [InlineData(
        "arrivals",
        "Columns. People, by year: 299 people in 2018; a peak of 45,774 in 2022; 29,437 in 2023, the latest. "
            + "The values are in the table below."
    )]
    public async Task An_alternative_text_says_kind_unit_start_peak_turn_latest_and_part(string dataset, string alt) =>
        Assert.Contains(alt, Alternatives(await Page($"/{dataset}/")));

    [Fact]
    public async Task A_chart_of_panels_says_the_course_of_each_panel_and_never_of_their_total()
    {
        var page = await Page("/removals-by-platform/");
        var alt = Assert.Single(Alternatives(page));

        Assert.StartsWith("Panels. ILLUSTRATIVE: invented figures.", alt, StringComparison.Ordinal);
        Assert.Contains(
            "Platform C: 1,032 posts, pages or accounts from January to March 2022; "
                + "a peak of 1,478 from January to March 2024; 1,471 from April to June 2024, the latest.",
            alt,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("All four platforms", alt, StringComparison.Ordinal);
        Assert.DoesNotContain("<td>All four platforms</td>", page, StringComparison.Ordinal);
        Assert.Contains(
            ">Invented numbers of posts, pages and accounts removed, by invented platform and quarter, 2022 to June 2024. "
                + "ILLUSTRATIVE</caption>",
            page,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("arrests/charts/pilots", "Source: Home Office. PublicStats, release of 24 July 2026.")]
    [InlineData(
        "removals/charts/years",
        "Source: National Crime Agency, as reported; National Crime Agency. PublicStats, release of 24 July 2026. "
            + "Fades and arrows have no length."
    )]
    [InlineData(
        "crossings-prevented/charts/people-by-week",
        "Source: Home Office, from French authorities. Operational estimates. PublicStats, release of 24 July 2026."
    )]
    [InlineData(
        "removals-by-platform/charts/by-platform",
        "Illustrative: invented figures. Source: PublicStats: invented. PublicStats, release of 24 July 2026."
    )]
    public async Task A_source_line_names_the_publishers_of_the_figures_shown_and_the_marks_drawn(string chart, string line)
    {
        foreach (var width in new[] { "wide", "narrow" })
        {
            var picture = ChartPicture.Read(chart, await Page($"/{chart}-{width}.svg"));

            Assert.Equal(line, string.Join(' ', picture.Texts.Where(text => text.Role == "source").Select(text => text.Words)));
        }
    }

    [Fact]
    public async Task A_code_is_explained_under_a_table_where_it_stands_and_nowhere_else()
    {
        var tables = 0;
        foreach (var path in Tables)
        {
            foreach (Match table in TableWithKey().Matches(await Page(path)))
            {
                var met = Codes(table.Groups[1].Value);
                met.Remove("[withdrawn]");
                Assert.True(met.SetEquals(Codes(table.Groups[2].Value)), $"{path}: {table.Groups[2].Value}");
                tables++;
            }
        }

        Assert.True(tables > 20, $"Only {tables} tables were found.");
    }

    [Fact]
    public async Task A_chart_is_printed_over_the_whole_width_of_the_paper_from_a_narrow_window_too()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await Pages.Open(playwright);
        var page = await browser.NewPageAsync(
            new()
            {
                ViewportSize = new() { Width = 500, Height = 800 },
            }
        );
        var asked = new List<string>();
        page.Request += (_, request) => asked.Add(request.Url);
        await page.GotoAsync(service.Address + "/crossings/");
        Assert.DoesNotContain(asked, address => address.EndsWith("-wide.svg", StringComparison.Ordinal));

        await page.PdfAsync();
        Assert.Equal(3, asked.Count(address => address.EndsWith("-wide.svg", StringComparison.Ordinal)));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.SetViewportSizeAsync(718, 1000);
        var widths = await page.EvaluateAsync<double[]>(
            """
            [...document.querySelectorAll('.chart')].map(chart => [...chart.querySelectorAll('img')]
                .filter(image => image.getClientRects().length)
                .map(image => image.currentSrc.endsWith('-wide.svg') ? image.clientWidth / chart.clientWidth : 0).join()).map(Number)
            """
        );

        Assert.Equal([1, 1, 1], widths);
    }

    private static HashSet<string> Codes(string html) => Code().Matches(html).Select(code => code.Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<string> Alternatives(string page) =>
        Alternative().Matches(page).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    private Task<string> Page(string path) => service.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

    [GeneratedRegex(" alt=\"([^\"]+)\"")]
    private static partial Regex Alternative();

    [GeneratedRegex("<tbody>(.*?)</table></div>\\s*((?:<p class=\"small\">\\[.*?</p>)?)", RegexOptions.Singleline)]
    private static partial Regex TableWithKey();

    [GeneratedRegex("\\[[a-z]+\\]")]
    private static partial Regex Code();
}
