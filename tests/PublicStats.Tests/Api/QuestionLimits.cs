using System.Net;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class QuestionLimits(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Fact]
    public async Task Every_code_of_every_dimension_may_be_named()
    {
        foreach (var dataset in (await service.Json("/v1/datasets")).GetProperty("datasets").EnumerateArray())
        {
            var name = dataset.GetProperty("name").GetString();
            foreach (var dimension in (await service.Json($"/v1/datasets/{name}")).GetProperty("dimensions").EnumerateArray())
            {
                var codes = dimension.GetProperty("codes").EnumerateArray().Select(code => code.GetProperty("code").GetString());
                await service.Json($"/v1/datasets/{name}/figures?{dimension.GetProperty("name")}={string.Join(',', codes)}&limit=1");
            }
        }
    }

    [Fact]
    public async Task A_parameter_with_more_values_than_the_catalogue_says_is_refused_as_one_fault()
    {
        var limits = (await service.Json("/v1")).GetProperty("limits");
        var most = limits.GetProperty("valuesInAParameterAtMost").GetInt32();

        await service.Json($"/v1/datasets/crossings/figures?limit=1&period={Values(most, "2024")}");
        var problem = await service.Json($"/v1/datasets/crossings/figures?period={Values(most + 1, "2024")}", HttpStatusCode.BadRequest);

        Assert.Equal(
            $"The parameter period has {most + 1} values. At most {most} are allowed. Ask in several questions, or leave it out for all.",
            problem.GetProperty("detail").GetString()
        );
        Assert.False(problem.TryGetProperty("errors", out _));
    }

    [Theory]
    [InlineData("value,-value", "The sort key value is given twice. The first one decides: leave the other out.")]
    [InlineData("period,value,measure,period", "The sort key period is given twice. The first one decides: leave the other out.")]
    [InlineData("a,b,c,d,e,f,g,h,i", "There are 9 sort keys. At most 8 are allowed.")]
    public async Task Sort_keys_are_few_and_each_is_given_once(string sort, string reason)
    {
        var problem = await service.Json("/v1/datasets/crossings/figures?sort=" + sort, HttpStatusCode.BadRequest);

        Assert.Equal(reason, problem.GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_first_faults_are_listed_and_the_others_counted()
    {
        var codes = string.Join(',', Enumerable.Range(0, 150));
        var problem = await service.Json("/v1/datasets/arrivals/figures?nationality=" + codes, HttpStatusCode.BadRequest);

        Assert.Equal("150 faults in the parameters.", problem.GetProperty("title").GetString());
        Assert.EndsWith(" The first 20 of 150 faults are listed.", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(20, problem.GetProperty("errors").GetArrayLength());
    }

    [Theory]
    [InlineData("measure")]
    [InlineData("period")]
    [InlineData("frequency")]
    [InlineData("by")]
    [InlineData("sort")]
    [InlineData("limit")]
    [InlineData("cursor")]
    [InlineData("nonsense")]
    public async Task A_long_value_is_not_sent_back_whole(string parameter)
    {
        var problem = await service.Json($"/v1/datasets/crossings/figures?{parameter}={new string('y', 3000)}", HttpStatusCode.BadRequest);

        Assert.True(problem.GetRawText().Length < 2000, problem.GetRawText());
        Assert.True(problem.GetProperty("value").GetString()!.Length <= 101);
    }

    [Theory]
    [InlineData("-value,period", "crossings/people/2022,crossings/people/2025")]
    [InlineData("value", "crossings/people/2018,crossings/people/2019")]
    [InlineData("measure,-period", "crossings/people/2025,crossings/people/2024")]
    public async Task An_answer_is_in_the_order_of_its_sort_keys(string sort, string keys)
    {
        const string Years = "/v1/datasets/crossings/figures?measure=people&frequency=year&period=2018..2025&limit=2&sort=";
        var answer = await service.Json(Years + sort);
        var figures = answer.GetProperty("figures").EnumerateArray();

        Assert.Equal(keys, string.Join(',', figures.Select(figure => figure.GetProperty("key").GetString())));
    }

    private static string Values(int count, string value) => string.Join(',', Enumerable.Repeat(value, count));
}
