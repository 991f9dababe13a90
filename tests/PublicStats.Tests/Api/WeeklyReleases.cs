using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

/// <summary>What each shipped release says, held against the spreadsheets that were published then.</summary>
public class WeeklyReleases(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Theory]
    [InlineData("2025-11-14", "2025-11-14T12:15:13Z", "2025-11-13", 39075, 633, 0, 0)]
    [InlineData("2025-11-21", "2025-11-21T10:21:39Z", "2025-11-20", 39292, 636, 0, 0)]
    [InlineData("2025-11-28", "2025-11-28T09:20:22Z", "2025-11-27", 39292, 636, 0, 0)]
    [InlineData("2025-12-05", "2025-12-05T12:36:34Z", "2025-12-04", 39292, 636, 0, 0)]
    [InlineData("2025-12-12", "2025-12-12T13:39:06Z", "2025-12-11", 39292, 636, 0, 0)]
    [InlineData("2025-12-19", "2025-12-19T14:31:53Z", "2025-12-18", 40652, 658, 0, 0)]
    [InlineData("2025-12-31", "2025-12-31T11:38:40Z", "2025-12-28", 41472, 672, 0, 0)]
    [InlineData("2026-01-09", "2026-01-09T16:46:25Z", "2026-01-08", 41472, 672, 32, 1)]
    [InlineData("2026-01-16", "2026-01-16T11:11:01Z", "2026-01-15", 41472, 672, 203, 4)]
    [InlineData("2026-01-23", "2026-01-23T07:48:50Z", "2026-01-22", 41472, 672, 933, 15)]
    [InlineData("2026-01-30", "2026-01-30T15:09:07Z", "2026-01-29", 41472, 672, 933, 15)]
    [InlineData("2026-02-06", "2026-02-06T15:34:35Z", "2026-02-05", 41472, 672, 989, 16)]
    [InlineData("2026-02-20", "2026-02-20T16:12:44Z", "2026-02-19", 41472, 672, 1530, 24)]
    [InlineData("2026-02-27", "2026-02-27T11:51:54Z", "2026-02-26", 41472, 672, 2209, 35)]
    [InlineData("2026-03-06", "2026-03-06T14:00:09Z", "2026-03-05", 41472, 672, 2754, 43)]
    [InlineData("2026-03-27", "2026-03-27T15:59:17Z", "2026-03-26", 41472, 672, 4441, 70)]
    [InlineData("2026-04-10", "2026-04-10T14:00:18Z", "2026-04-09", 41472, 672, 5136, 80)]
    [InlineData("2026-04-24", "2026-04-24T15:24:22Z", "2026-04-23", 41472, 672, 6077, 94)]
    [InlineData("2026-05-01", "2026-05-01T15:05:04Z", "2026-04-30", 41472, 672, 6416, 100)]
    [InlineData("2026-05-15", "2026-05-15T10:15:10Z", "2026-05-14", 41472, 672, 7576, 119)]
    [InlineData("2026-05-22", "2026-05-22T13:40:20Z", "2026-05-21", 41472, 672, 7576, 119)]
    [InlineData("2026-05-29", "2026-05-29T14:45:08Z", "2026-05-28", 41472, 672, 8778, 136)]
    [InlineData("2026-06-05", "2026-06-05T15:10:40Z", "2026-06-04", 41472, 672, 9142, 142)]
    [InlineData("2026-06-12", "2026-06-12T14:35:24Z", "2026-06-11", 41472, 672, 9142, 142)]
    [InlineData("2026-06-19", "2026-06-19T12:29:39Z", "2026-06-18", 41472, 672, 10244, 159)]
    [InlineData("2026-06-26", "2026-06-26T13:14:39Z", "2026-06-25", 41472, 672, 11638, 179)]
    [InlineData("2026-07-03", "2026-07-03T15:31:41Z", "2026-07-02", 41472, 672, 11884, 182)]
    [InlineData("2026-07-10", "2026-07-10T11:40:46Z", "2026-07-09", 41472, 672, 12214, 187)]
    [InlineData("2026-07-17", "2026-07-17T14:07:42Z", "2026-07-16", 41472, 672, 12469, 190)]
    [InlineData("2026-07-24", "2026-07-24T15:12:55Z", "2026-07-23", 41472, 672, 13007, 196)]
    public async Task Every_week_can_be_read_as_it_was_published(
        string release,
        string made,
        string lastDay,
        int people2025,
        int boats2025,
        int people2026,
        int boats2026
    )
    {
        var then = await service.Json($"/v1/datasets/crossings/figures?frequency=year&by=period&period=2025,2026&asOf={made}");
        var values = then.GetProperty("figures")
            .EnumerateArray()
            .ToDictionary(element => element.GetProperty("key").GetString()!, element => element.GetProperty("value"));

        Assert.Equal(release, then.GetProperty("release").GetProperty("id").GetString());
        Assert.Equal((people2025, boats2025), (values["crossings/people/2025"].GetInt32(), values["crossings/boats/2025"].GetInt32()));
        Assert.Equal(
            people2026 > 0 ? (people2026, boats2026) : (0, 0),
            values.TryGetValue("crossings/people/2026", out var people)
                ? (people.GetInt32(), values["crossings/boats/2026"].GetInt32())
                : (0, 0)
        );
        Assert.Equal(lastDay, (await service.Json($"/v1/releases/{release}/datasets/crossings")).GetProperty("lastDay").GetString());
    }

    [Fact]
    public async Task No_release_holds_a_statement_whose_source_was_not_out_yet()
    {
        foreach (var release in (await service.Json("/v1/releases")).GetProperty("releases").EnumerateArray())
        {
            var (id, day) = (release.GetProperty("id").GetString(), release.GetProperty("publishedAt").GetString()![..10]);
            foreach (
                var dataset in release.GetProperty("datasets").EnumerateArray().Select(element => element.GetProperty("name").GetString())
            )
            {
                var sources = (await service.Json($"/v1/releases/{id}/datasets/{dataset}")).GetProperty("sources").EnumerateArray();
                Assert.All(
                    sources,
                    element => Assert.True(string.CompareOrdinal(element.GetProperty("published").GetString(), day) <= 0, $"{id} {element}")
                );
            }
        }
    }
}
