using PublicStats.Tests.Infra;

namespace PublicStats.Tests.Api;

/// <summary>Every value that a figure had, and what each release changed.</summary>
public class FigureHistory(ShippedSite service) : IClassFixture<ShippedSite>
{
    [Fact]
    public async Task One_answer_has_every_value_a_figure_had_with_the_release_that_gave_it()
    {
        var answer = await service.Json("/v1/figures/crossings-prevented/people/2026-W16");

        Assert.Equal(
            ["2026-04-24 390", "2026-05-01 322", "2026-06-05 390"],
            answer
                .GetProperty("history")
                .EnumerateArray()
                .Select(element => $"{element.GetProperty("release").GetString()} {element.GetProperty("text").GetString()}")
        );
        Assert.Contains("r", answer.GetProperty("figure").GetProperty("status").EnumerateArray().Select(element => element.GetString()));
    }

    [Fact]
    public async Task A_figure_that_went_and_came_back_tells_all_of_it()
    {
        var history = (await service.Json("/v1/figures/crossings-prevented/people/2026-W16"))
            .GetProperty("history")
            .EnumerateArray()
            .ToList();
        var revision = (await service.Json("/v1/datasets/crossings-prevented/revisions"))
            .GetProperty("revisions")
            .EnumerateArray()
            .Single(element => element.GetProperty("key").GetString() == "crossings-prevented/people/2026-W16");

        Assert.Equal(
            [("2026-04-24", 390), ("2026-05-01", 322), ("2026-06-05", 390)],
            history.Select(element => (element.GetProperty("release").GetString()!, element.GetProperty("value").GetInt32()))
        );
        Assert.Equal(
            (390, 390, 0, 2),
            (
                revision.GetProperty("firstPublished").GetProperty("value").GetInt32(),
                revision.GetProperty("now").GetProperty("value").GetInt32(),
                revision.GetProperty("difference").GetInt32(),
                revision.GetProperty("timesRevised").GetInt32()
            )
        );
    }

    [Fact]
    public async Task Changes_are_the_same_as_JSON_and_as_CSV()
    {
        var json = (await service.Json("/v1/releases/2026-05-01/changes")).GetProperty("changes").EnumerateArray().ToList();
        var csv = (await service.Http.GetStringAsync("/v1/releases/2026-05-01/changes.csv", TestContext.Current.CancellationToken))
            .TrimEnd('\n')
            .Split('\n');

        Assert.Equal("key,change,was,now,difference,share,reason,was_bound,was_status,was_text,now_bound,now_status,now_text", csv[0]);
        Assert.Contains(
            "crossings-prevented/people/2026-W16,revised,390,322,-68,-0.1744,"
                + "Marked as revised by the publisher. No reason given.,exact,p,390,exact,p r,322",
            csv
        );
        Assert.Equal(
            json.Select(change =>
                string.Join(
                    ',',
                    change.GetProperty("key"),
                    change.GetProperty("change"),
                    Value(change, "was"),
                    Value(change, "now"),
                    change.GetProperty("difference"),
                    change.GetProperty("share"),
                    change.GetProperty("reason"),
                    Said(change, "was"),
                    Said(change, "now")
                )
            ),
            csv.Skip(1)
        );
    }

    private static string Said(System.Text.Json.JsonElement change, string name)
    {
        if (change.GetProperty(name) is not { ValueKind: System.Text.Json.JsonValueKind.Object } figure)
        {
            return ",,";
        }

        var status = string.Join(' ', figure.GetProperty("status").EnumerateArray());
        return $"{figure.GetProperty("bound")},{status},{figure.GetProperty("text")}";
    }

    private static string Value(System.Text.Json.JsonElement change, string name) =>
        change.GetProperty(name) is { ValueKind: System.Text.Json.JsonValueKind.Object } figure
            ? figure.GetProperty("value").ToString()
            : "";
}
