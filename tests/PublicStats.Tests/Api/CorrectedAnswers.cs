using System.Text.Json;
using PublicStats.Data.Publishing;
using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

public class CorrectedAnswers
{
    [Theory]
    [InlineData("/v1/figures/sample/people/north/2026-02", true)]
    [InlineData("/v1/figures/sample/people/all/2026-02", true)]
    [InlineData("/v1/figures/sample/people/all/2026-01--2026-02", true)]
    [InlineData("/v1/figures/sample/people/north/2026-01--2026-02", true)]
    [InlineData("/v1/datasets/sample", true)]
    [InlineData("/v1/datasets/sample/revisions", true)]
    [InlineData("/v1/datasets/sample/figures", true)]
    [InlineData("/v1/datasets/sample/figures?area=north", true)]
    [InlineData("/v1/datasets/sample/figures?area=north,south&by=total", true)]
    [InlineData("/v1/releases/2026-03-09/figures/sample/people/north/2026-02", true)]
    [InlineData("/v1/figures/sample/people/south/2026-02", false)]
    [InlineData("/v1/figures/sample/people/north/2026-01", false)]
    [InlineData("/v1/figures/sample/people/south/2026-01--2026-02", false)]
    [InlineData("/v1/datasets/sample/figures?area=south", false)]
    [InlineData("/v1/datasets/sample/figures?period=2026-01&by=total", false)]
    [InlineData("/v1/releases/2026-03-06/figures/sample/people/north/2026-02", false)]
    [InlineData("/v1/figures/sample/people/north/2026-02?asOf=2026-03-08", false)]
    public async Task A_correction_stands_in_every_answer_that_holds_a_corrected_figure_and_in_no_other(string path, bool stands)
    {
        using var folder = new SamplePublication();
        Correct(folder);
        await using var served = await ServedSite.Of(folder);

        var answer = await served.Json(path);

        Assert.Equal(stands, answer.TryGetProperty("corrections", out var corrections));
        if (stands)
        {
            var correction = Assert.Single(corrections.EnumerateArray());
            Assert.Equal(
                ("2026-03-09", "February was too low.", "Ten people were left out.", "Whoever used February."),
                (Said(correction, "release"), Said(correction, "wrong"), Said(correction, "why"), Said(correction, "affected"))
            );
            Assert.Equal(
                ["sample/people/all/2026-02", "sample/people/north/2026-02"],
                correction.GetProperty("keys").EnumerateArray().Select(element => element.GetString())
            );
        }
    }

    internal static void Correct(SamplePublication folder)
    {
        folder.Publish("2026-03-06 09:30");
        folder.Clock.SetUtcNow(new(2026, 3, 8, 9, 0, 0, TimeSpan.Zero));
        folder.Change("2026-02,all,people,1300", "2026-02,all,people,1310");
        folder.Change("2026-02,north,people,750", "2026-02,north,people,760");
        Assert.Empty(
            folder
                .Correct(
                    "2026-03-09 09:30",
                    "Correction",
                    new("February was too low.", "Ten people were left out.", "Whoever used February."),
                    "sample/people/all/2026-02",
                    "sample/people/north/2026-02"
                )
                .Faults
        );
        Assert.Empty(folder.Workflow.Approve("2026-03-09", "approver").Faults);
        folder.Clock.SetUtcNow(new(2026, 3, 10, 0, 0, 0, TimeSpan.Zero));
    }

    private static string? Said(JsonElement correction, string part) => correction.GetProperty(part).GetString();
}
