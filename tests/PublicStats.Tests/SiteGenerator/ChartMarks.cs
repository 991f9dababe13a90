using System.Globalization;
using PublicStats.Data.Figures;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>Every chart of every release, wide and narrow, read back and compared with the API's figures of that release.</summary>
public sealed class ChartMarks(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Fact]
    public async Task Every_mark_and_every_label_says_the_figure_it_stands_for()
    {
        var releases = (await service.Json("/v1/releases"))
            .GetProperty("releases")
            .EnumerateArray()
            .Select(release => release.GetProperty("id").GetString()!)
            .Order(StringComparer.Ordinal)
            .ToList();
        var pictures = 0;
        for (var i = 0; i < releases.Count; i++)
        {
            var figures = new ReleaseFigures(service.Http, releases[i], i == 0 ? null : releases[i - 1]);
            foreach (var page in await Pages(releases[i]))
            {
                pictures += await ChartCheck.HoldPage(service.Http, page, figures);
            }
        }

        Assert.True(pictures > 16 * releases.Count, $"Only {pictures} pictures were found in {releases.Count} releases.");
    }

    [Theory]
    [InlineData("crossings/charts/people-by-month", "month")]
    [InlineData("crossings-prevented/charts/people-by-week", "week")]
    public async Task A_long_strip_puts_each_period_at_its_own_time(string chart, string frequency)
    {
        var wide = ChartPicture.Read(chart, await Get($"/{chart}-wide.svg"));
        var sequence = wide.Marks.Select(mark => (At: Start(mark.Key).DayNumber, mark.Box.Left)).ToList();
        var step = (sequence[^1].Left - sequence[0].Left) / (sequence.Count - 1);
        for (var i = 0; i < sequence.Count; i++)
        {
            Assert.Equal(sequence[0].Left + (i * step), sequence[i].Left, ChartCheck.Rounding);
            Assert.True(i == 0 || sequence[i].At > sequence[i - 1].At, $"{wide.Marks[i].Key} is out of order.");
        }

        var narrow = ChartPicture.Read(chart, await Get($"/{chart}-narrow.svg"));
        var place = frequency == "week" ? (Func<DateOnly, int>)(day => ISOWeek.GetWeekOfYear(day.ToDateTime(default))) : day => day.Month;
        var year = frequency == "week" ? (Func<DateOnly, int>)(day => ISOWeek.GetYear(day.ToDateTime(default))) : day => day.Year;
        var marks = narrow.Marks.Select(mark => (mark.Key, mark.Box, Place: place(Start(mark.Key)), Year: year(Start(mark.Key)))).ToList();
        var (first, last) = (marks.MinBy(mark => mark.Place), marks.MaxBy(mark => mark.Place));
        var places = (last.Box.Left - first.Box.Left) / (last.Place - first.Place);
        var axis = narrow.Lines.First(line => line.Top == line.Bottom);
        Assert.Equal(1, first.Place);
        Assert.InRange(first.Box.Left, axis.Left, axis.Left + places);
        foreach (var mark in marks)
        {
            Assert.Equal(first.Box.Left + ((mark.Place - 1) * places), mark.Box.Left, ChartCheck.Rounding);
            var row = narrow.Texts.Single(text => text.Role == "name" && text.Words == $"{mark.Year}");
            Assert.Equal(row.Y + 2, mark.Box.Bottom, ChartCheck.Rounding);
        }
    }

    private static DateOnly Start(string key) =>
        FigureKey.PeriodOf(key) is var code && code.Contains('W')
            ? DateOnly.FromDateTime(ISOWeek.ToDateTime(Whole(code[..4]), Whole(code[6..]), DayOfWeek.Monday))
            : DateOnly.ParseExact(code + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static int Whole(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private Task<string> Get(string path) => service.Http.GetStringAsync(path, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<string>> Pages(string release)
    {
        var datasets = (await service.Json($"/v1/releases/{release}"))
            .GetProperty("datasets")
            .EnumerateArray()
            .Select(dataset => dataset.GetProperty("name").GetString());
        return [$"/releases/{release}/", .. datasets.Select(dataset => $"/releases/{release}/{dataset}/")];
    }
}
