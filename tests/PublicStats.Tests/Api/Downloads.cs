using System.Text;
using System.Text.Json;
using PublicStats.Api.Formats;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;
using PublicStats.Data.Reading;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class Downloads(ShippedSite service) : IClassFixture<ShippedSite>
{
    private const StringComparison Ordinal = StringComparison.Ordinal;

    [Theory]
    [InlineData("crossings/figures.csv", "crossings-2026-07-24.csv")]
    [InlineData("crossings/figures.csv?release=2026-05-01", "crossings-2026-05-01.csv")]
    [InlineData("crossings/figures.csv?measure=People&period=2024..", "crossings-people-since-2024-2026-07-24.csv")]
    [InlineData("crossings/figures.csv?period=2024-01..2024-06&frequency=month", "crossings-by-month-2024-01-to-2024-06-2026-07-24.csv")]
    [InlineData("crossings/figures.csv?limit=10&sort=-value,period", "crossings-first-10-sorted-by-value-descending-period-2026-07-24.csv")]
    [InlineData("removals/figures.csv?platform=tiktok", "removals-tiktok-2026-07-24.csv")]
    [InlineData("removals-by-platform/figures.csv?platform=platform-a", "removals-by-platform-illustrative-platform-a-2026-07-24.csv")]
    public async Task A_file_is_saved_under_a_name_that_says_what_is_in_it(string address, string name)
    {
        using var response = await service.Http.GetAsync("/v1/datasets/" + address, TestContext.Current.CancellationToken);

        Assert.Equal($"attachment; filename=\"{name}\"", Assert.Single(response.Content.Headers.GetValues("Content-Disposition")));
    }

    [Fact]
    public async Task Two_long_questions_have_two_short_names()
    {
        var dimensions = (await service.Json("/v1/datasets/arrivals")).GetProperty("dimensions").EnumerateArray();
        var codes = dimensions
            .First(dimension => dimension.GetProperty("name").GetString() == "nationality")
            .GetProperty("codes")
            .EnumerateArray()
            .Select(code => code.GetProperty("code").GetString())
            .ToList();
        var names = new List<string>();
        foreach (var count in (int[])[20, 21])
        {
            var address = $"/v1/datasets/arrivals/figures.csv?nationality={string.Join(',', codes.Take(count))}";
            using var response = await service.Http.GetAsync(address, TestContext.Current.CancellationToken);
            names.Add(response.Content.Headers.ContentDisposition!.FileName!);
        }

        Assert.NotEqual(names[0], names[1]);
        Assert.All(names, name => Assert.InRange(name.Length, 20, 130));
    }

    [Fact]
    public async Task Every_format_of_a_change_says_bound_status_and_text_before_and_after()
    {
        using var folder = new SamplePublication();
        Write(folder, "2026-01,all,people,1200,under,p,,", "2026-02,all,people,1300,,,,");
        folder.Publish("2026-03-06 09:30");
        Write(folder, "2026-01,all,people,,,c,,", "2026-02,all,people,1310,over,,,\n2025-12,all,people,10700,about,,,");
        folder.Publish("2026-03-13 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 14, 0, 0, 0, TimeSpan.Zero));
        await using var served = await ServedSite.Of(folder);

        var csv = (await served.Text("/v1/releases/2026-03-13/changes.csv")).Split('\n');
        var json = (await served.Json("/v1/releases/2026-03-13/changes")).GetProperty("changes").EnumerateArray().ToList();
        var revisions = (await served.Json("/v1/datasets/sample/revisions")).GetProperty("revisions").EnumerateArray().ToList();
        var feed = (await served.Json("/releases.json")).GetProperty("items")[0].GetProperty("content_text").GetString()!;
        var history = (await served.Json("/v1/figures/sample/people/all/2026-01")).GetProperty("history").EnumerateArray().ToList();

        Assert.Equal(
            [
                "key,change,was,now,difference,share,reason,was_bound,was_status,was_text,now_bound,now_status,now_text",
                "sample/people/all/2025-12,added,,10700,,,First published.,,,,about,,\"about 10,700\"",
                "sample/people/all/2026-01,revised,1200,,,,No reason given.,under,p,\"almost 1,200\",exact,r c,[c]",
                "sample/people/all/2026-02,revised,1300,1310,,,No reason given.,exact,,\"1,300\",over,r,\"more than 1,310\"",
                "",
            ],
            csv
        );
        Assert.Equal(["1200 under p almost 1,200", " exact r,c [c]"], Said(json[1], "was", "now"));
        Assert.Equal(["1300 exact  1,300", "1310 over r more than 1,310"], Said(revisions[1], "firstPublished", "now"));
        Assert.Equal(["1200 under p almost 1,200", " exact r,c [c]"], history.Select(Said));
        Assert.Contains("almost 1,200 before, confidential: withheld so that nobody can be identified now.", feed, Ordinal);
        Assert.Contains("1,300 before, more than 1,310 now.", feed, Ordinal);
    }

    [Fact]
    public async Task A_text_sealed_before_it_was_a_fault_is_not_run_as_a_formula_by_a_spreadsheet()
    {
        using var folder = new SamplePublication();
        Write(folder, "2026-01,all,people,1200,,,\"=HYPERLINK(\"\"x\"\",1)\",+44", "2026-02,all,people,1300,,,@me,-");
        var publication = PublicationReader.Read(FileSet.OfFolder(folder.Path), new())!;

        var dataset = publication.Datasets[0];
        Assert.True(QueryParser.TryParse([], dataset, "", out var query, out _));
        Assert.True(QueryExecutor.TrySelect(dataset, query, out var all, out _));
        using var bytes = new MemoryStream();

        await FigureFormat
            .All.Single(format => format.Title == "CSV")
            .Write(new(null!, dataset, all, null), bytes, new(), TestContext.Current.CancellationToken);
        var csv = Encoding.UTF8.GetString(bytes.ToArray()).Split('\n');

        Assert.Equal("sample/people/all/2026-01,2026-01,all,people,1200,exact,,people,book,\"'=HYPERLINK(\"\"x\"\",1)\",'+44,,,,", csv[1]);
        Assert.Equal("sample/people/all/2026-02,2026-02,all,people,1300,exact,,people,book,'@me,'-,,,,", csv[2]);
    }

    [Fact]
    public async Task A_number_below_zero_stays_a_number()
    {
        var csv = await service.Http.GetStringAsync("/v1/releases/2026-05-01/changes.csv", TestContext.Current.CancellationToken);

        Assert.Contains("crossings-prevented/people/2026-W16,revised,390,322,-68,-0.1744,", csv, Ordinal);
    }

    [Theory]
    [InlineData("DownloadFigures")]
    [InlineData("DownloadChanges")]
    public async Task The_description_says_what_is_put_before_a_formula(string operation)
    {
        var described = (await service.Json("/openapi/v1.json"))
            .GetProperty("paths")
            .EnumerateObject()
            .Select(path => path.Value.GetProperty("get"))
            .Single(get => get.GetProperty("operationId").GetString() == operation)
            .GetProperty("description")
            .GetString()!;

        Assert.Contains("has an apostrophe before it", described, Ordinal);
    }

    private static void Write(SamplePublication folder, params string[] rows) =>
        File.WriteAllText(
            folder.Of("datasets/sample/figures.csv"),
            $"period,area,measure,value,bound,status,quote,note\n{string.Join('\n', rows)}\n"
        );

    private static IEnumerable<string> Said(JsonElement change, params string[] names) =>
        names.Select(name => Said(change.GetProperty(name)));

    private static string Said(JsonElement value) =>
        string.Join(
            ' ',
            value.GetProperty("value"),
            value.GetProperty("bound"),
            string.Join(',', value.GetProperty("status").EnumerateArray()),
            value.GetProperty("text")
        );
}
