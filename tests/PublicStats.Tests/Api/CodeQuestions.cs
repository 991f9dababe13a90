using System.Net;
using System.Text.Json;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class CodeQuestions(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("by=nationality&period=2022", "arrivals/people/africa-north/total/total/2022 3347")]
    [InlineData(
        "by=nationality,sex,age,period&period=2023-Q4&sex=male&age=18-to-24",
        "arrivals/people/africa-north/male/18-to-24/2023-Q4 112"
    )]
    [InlineData("period=2023-Q4&sex=female&age=18-to-24", "arrivals/people/africa-north/female/18-to-24/2023-Q4 1")]
    [InlineData("frequency=year&period=2022&by=nationality", "arrivals/people/africa-north/total/total/2022 3347")]
    [InlineData("frequency=year&period=2022&sex=female&age=18-to-24", "arrivals/people/africa-north/female/18-to-24/2022 10")]
    public async Task A_region_without_figures_of_its_own_is_one_row_in_every_form_of_question(string question, string row) =>
        Assert.Equal([row], await Rows($"/v1/datasets/arrivals/figures?nationality=africa-north&{question}"));

    [Fact]
    public async Task Every_row_of_a_region_has_the_value_that_its_key_answers_with()
    {
        foreach (var row in await Rows("/v1/datasets/arrivals/figures?nationality=africa-north,algeria&period=2022-Q1"))
        {
            var (key, value) = (row.Split(' ')[0], row.Split(' ')[1]);
            Assert.Equal(value, (await service.Json("/v1/figures/" + key)).GetProperty("figure").GetProperty("value").ToString());
        }
    }

    [Fact]
    public async Task A_region_and_one_of_its_countries_are_a_row_each_and_a_total_counts_each_figure_once()
    {
        const string Both = "/v1/datasets/arrivals/figures?nationality=africa-north,algeria&period=2022";

        Assert.Equal(
            ["arrivals/people/africa-north/total/total/2022 3347", "arrivals/people/algeria/total/total/2022 133"],
            await Rows(Both + "&by=nationality")
        );
        Assert.Equal(["arrivals/people/africa-north+algeria/total/total/2022 3347"], await Rows(Both + "&by=total"));
        var figure = (await service.Json("/v1/figures/arrivals/people/africa-north+algeria/total/total/2022")).GetProperty("figure");
        Assert.Equal("3347", Value(figure));
    }

    [Theory]
    [InlineData("africa-north")]
    [InlineData("nationality:africa-north")]
    [InlineData("Nationality:AFRICA-NORTH")]
    public async Task The_countries_of_a_region_are_asked_for_with_parent(string parent)
    {
        var countries = await Rows($"/v1/datasets/arrivals/figures?parent={parent}&by=nationality&period=2022");

        Assert.Equal(8, countries.Count);
        Assert.Contains("arrivals/people/algeria/total/total/2022 133", countries);
        Assert.Equal(3347, countries.Sum(country => int.Parse(country.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Parents_of_two_dimensions_select_in_both()
    {
        var rows = await Rows("/v1/datasets/removals-by-platform/figures?parent=platform:all,kind:all&period=2022-01");

        Assert.Equal(12, rows.Count);
        Assert.DoesNotContain(rows, row => row.Contains("/all/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("removals-by-platform/figures?parent=all", "parent", "all", "Write platform:all or kind:all.")]
    [InlineData(
        "arrivals/figures?parent=algeria",
        "parent",
        "algeria",
        "has no codes below it. Ask for the code itself: nationality=algeria."
    )]
    [InlineData("arrivals/figures?parent=africa-nort", "parent", "africa-nort", "Did you mean africa-north?")]
    [InlineData("arrivals/figures?parent=sex:africa-north", "parent", "sex:africa-north", "is not a code with codes below it")]
    [InlineData("arrivals/figures?parent=africa-north&nationality=egypt", "parent", "africa-north", "Give one of the two.")]
    [InlineData("crossings/figures?parent=all", "parent", "all", "have no codes below them. Leave parent out.")]
    public async Task A_parent_that_selects_nothing_definite_is_refused(string question, string parameter, string value, string reason)
    {
        var problem = await service.Json("/v1/datasets/" + question, HttpStatusCode.BadRequest);

        Assert.Equal((parameter, value), (problem.GetProperty("parameter").GetString(), problem.GetProperty("value").GetString()));
        Assert.Contains(reason, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("removals/figures?platform=TikTok&measure=Removed", "removals/figures?platform=tiktok&measure=removed")]
    [InlineData("crossings/figures?period=2026-w28&measure=people", "crossings/figures?period=2026-W28&measure=people")]
    [InlineData(
        "crossings/figures?period=fy2024-25&frequency=Financial-Year",
        "crossings/figures?period=FY2024-25&frequency=financial-year"
    )]
    [InlineData("crossings/figures?period=LAST-3&sort=-Value&by=PERIOD", "crossings/figures?period=last-3&sort=-value&by=period")]
    public async Task Codes_and_words_in_a_question_are_read_in_any_case_and_answered_in_their_own(string asked, string canonical) =>
        Assert.Equal(await Rows("/v1/datasets/" + canonical), await Rows("/v1/datasets/" + asked));

    private async Task<List<string>> Rows(string path) =>
        [
            .. (await service.Json(path))
                .GetProperty("figures")
                .EnumerateArray()
                .Select(figure => $"{figure.GetProperty("key")} {Value(figure)}"),
        ];

    private static string Value(JsonElement figure) => figure.GetProperty("value").ToString();
}
