using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>
/// What the page of a figure says that it counts: in title, heading, description, sentence and citation, and in the API's.
/// </summary>
public class FigurePages(ShippedSite service) : IClassFixture<ShippedSite>
{
    public static TheoryData<string, string> Sentences =>
        new()
        {
            { "arrivals/people/albania/total/total/2022", "12,658 people from Albania arrived in the UK in small boats in 2022" },
            {
                "arrivals/people/albania+iran/female/18-to-24/2022-Q1",
                "14 people from Albania or Iran, recorded as female, aged 18 to 24, arrived in the UK in small boats from "
                    + "January to March 2022"
            },
            {
                "arrivals/people/asia-central/total/25-to-39/2022",
                "2,831 people from Central Asia, aged 25 to 39, arrived in the UK in small boats in 2022"
            },
            { "crossings/uncontrolled-landings/2024", "There were 0 uncontrolled landings of small boats in 2024" },
            { "crossings/people/2026", "13,007 people crossed the Channel in small boats from 1 January to 23 July 2026" },
            { "crossings/boats/2018-01-31", "1 small boat arrived on 31 January 2018" },
            {
                "crossings-prevented/people/2026-W16",
                "390 people were prevented from crossing the Channel in the week ending 19 April 2026, by the estimate of "
                    + "French authorities"
            },
            { "arrests/arrests/home-office-pilots/2022", "There were 109 small boat pilots arrested, counted by the Home Office, in 2022" },
            {
                "arrests/arrests/joint-intelligence-cell/2022",
                "There were around 400 arrests by the UK-France Joint Intelligence Cell and French partners, "
                    + "as a minister counted them, in 2022"
            },
            {
                "arrests/arrests/nca-social-media/2024-05",
                "There was 1 arrest of people suspected of promoting crossings on social media, "
                    + "counted by the National Crime Agency, in May 2024"
            },
            {
                "removals/removed/meta-x-youtube/2021-11--2024-04-22",
                "There were over 9,000 posts, pages and accounts removed on Meta, X and YouTube together, from November 2021 "
                    + "to 22 April 2024"
            },
            {
                "removals/share-removed/all/2021-11--2024-04-22",
                "Platforms removed 98% of flagged content, as stated for November 2021 to 22 April 2024"
            },
            { "removals/advertised-price/tiktok/2022-07-27", "A crossing was advertised for £4,500 a person on TikTok on 27 July 2022" },
        };

    [Theory]
    [MemberData(nameof(Sentences))]
    public async Task One_sentence_says_what_a_figure_counts_wherever_it_is_named(string key, string sentence)
    {
        var page = WebUtility.HtmlDecode(await service.Http.GetStringAsync($"/{key}/", TestContext.Current.CancellationToken));
        var answer = await service.Json("/v1/figures/" + key);

        Assert.Contains($"<title>{sentence} - PublicStats</title>", page, StringComparison.Ordinal);
        Assert.Contains($"<meta name=\"description\" content=\"{sentence}. ", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{sentence}</h1>", page, StringComparison.Ordinal);
        Assert.Contains($"<p class=\"quote\">{sentence}.</p>", page, StringComparison.Ordinal);
        Assert.Contains($"<dd>{sentence}. ", page, StringComparison.Ordinal);
        Assert.StartsWith(sentence + ". ", answer.GetProperty("cite").GetString(), StringComparison.Ordinal);
        Assert.Contains($"<dd>{answer.GetProperty("cite").GetString()}</dd>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_is_never_said_twice_and_no_figure_is_left_without_what_it_counts()
    {
        foreach (var dataset in new[] { "removals", "arrests" })
        {
            foreach (var figure in (await service.Json($"/v1/datasets/{dataset}/figures")).GetProperty("figures").EnumerateArray())
            {
                var cite = (await service.Json("/v1/figures/" + figure.GetProperty("key").GetString())).GetProperty("cite").GetString()!;

                Assert.DoesNotContain("% per cent", cite, StringComparison.Ordinal);
                Assert.False(cite.Contains('£') && cite.Contains("pounds", StringComparison.Ordinal), cite);
                Assert.DoesNotContain('{', cite);
                Assert.DoesNotContain("  ", cite, StringComparison.Ordinal);
                Assert.DoesNotContain(",,", cite, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("crossings/uncontrolled-landings/2022", "Not available: uncontrolled landings of small boats in 2022")]
    [InlineData(
        "crossings-prevented/people/2018-W01",
        "Not available: people who were prevented from crossing the Channel in the week ending 7 January 2018, "
            + "by the estimate of French authorities"
    )]
    public async Task A_figure_without_a_value_says_why_and_is_no_plain_number(string key, string heading)
    {
        var page = await service.Http.GetStringAsync($"/{key}/", TestContext.Current.CancellationToken);

        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("There is no value: not available.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("plain number", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"quote\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("crossings/people/2025", "A sum made here, of the figures that were published by day.")]
    [InlineData("crossings/people/2025-06-14", "A plain number: its publisher wrote no")]
    [InlineData("removals/social-media-use/all/2025-08-02", "The publisher wrote “around”. The word is part of the figure.")]
    [InlineData("arrests/arrests/french-authorities/2024", "It has a bound, “more than”, which is part of the figure.")]
    public async Task A_figure_says_how_exact_it_is(string key, string text)
    {
        var page = await service.Http.GetStringAsync($"/{key}/", TestContext.Current.CancellationToken);

        Assert.Contains(text, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invented_figure_is_not_offered_to_quote()
    {
        const string path = "/removals-by-platform/removed/all/all/2023/";
        var page = await service.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("class=\"quote\"", page, StringComparison.Ordinal);
    }
}
