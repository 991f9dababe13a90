using System.Net;
using System.Text.Json;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Tests.SiteGenerator;

/// <summary>A figure as the API gives it.</summary>
/// <param name="Text">Without the word "illustrative", which a chart says once for all of its figures.</param>
/// <param name="Period">The period's label.</param>
/// <param name="Name">The label of the period, and of the codes where the API gives them.</param>
internal sealed record PictureFigure(decimal? Value, string Bound, string Text, string Period, string Name);

/// <summary>The API's figures of one release, each asked for once.</summary>
internal sealed class ReleaseFigures(HttpClient http, string release, string? before)
{
    private readonly Dictionary<string, PictureFigure> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> askedFor = new(StringComparer.Ordinal);

    /// <summary>A figure of the release.</summary>
    public Task<PictureFigure> Of(string key) => Ask(release, key);

    /// <summary>The same figure in the release before.</summary>
    public Task<PictureFigure> Was(string key) => Ask(before!, key);

    private async Task<PictureFigure> Ask(string asked, string key)
    {
        var period = Period.Parse(FigureKey.PeriodOf(key));
        if (!known.ContainsKey($"{asked}/{key}") && period.Frequency is Frequency.Week or Frequency.Month or Frequency.Quarter)
        {
            await AskSeries(asked, FigureKey.Parse(key), period.Frequency);
        }

        if (!known.TryGetValue($"{asked}/{key}", out var figure))
        {
            var answer = await Json($"/v1/releases/{asked}/figures/{key}");
            var means = answer.GetProperty("means").EnumerateObject();
            var words = means.Where(part => part.Value.ValueKind == JsonValueKind.String);
            var name = string.Join(", ", words.Select(part => part.Value.GetString()));
            figure = Keep(asked, answer.GetProperty("figure"), name);
            Assert.Equal(key, answer.GetProperty("figure").GetProperty("key").GetString());
        }

        return figure;
    }

    // A strip has a hundred figures or more: they are asked for together. Statements have no frequency to ask for.
    private async Task AskSeries(string asked, FigureKey key, Frequency frequency)
    {
        var address = $"/v1/releases/{asked}/datasets/{key.Dataset}/figures?measure={key.Measure}&frequency={frequency.Word()}";
        if (!askedFor.Add(address))
        {
            return;
        }

        using var response = await http.GetAsync(address, TestContext.Current.CancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest)
        {
            return;
        }

        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
        foreach (var found in answer.GetProperty("figures").EnumerateArray())
        {
            Keep(asked, found, "");
        }
    }

    private async Task<JsonElement> Json(string path) =>
        JsonDocument.Parse(await http.GetStringAsync(path, TestContext.Current.CancellationToken)).RootElement;

    private PictureFigure Keep(string asked, JsonElement found, string name)
    {
        var value = found.GetProperty("value");
        var period = Period.Parse(found.GetProperty("period").GetString()!).Label;
        return known[$"{asked}/{found.GetProperty("key").GetString()}"] = new(
            value.ValueKind == JsonValueKind.Null ? null : value.GetDecimal(),
            found.GetProperty("bound").GetString()!,
            found.GetProperty("text").GetString()!.Replace(" (illustrative)", "", StringComparison.Ordinal),
            period,
            name + period
        );
    }
}
