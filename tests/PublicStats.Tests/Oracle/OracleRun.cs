using System.Net;
using System.Text;
using System.Text.Json;

namespace PublicStats.Tests.Oracle;

/// <summary>Asks random questions over HTTP and compares every answer with the oracle's.</summary>
internal static class OracleRun
{
    private const int MostShown = 5;

    /// <summary>Asks the questions; fails with the seed, the question and both answers where the two differ.</summary>
    public static async Task Ask(HttpClient http, IReadOnlyList<OracleDataset> datasets, int questions)
    {
        var seed = Random.Shared.Next();
        var random = new Random(seed);
        var (wrong, answered, refused) = (new List<string>(), 0, 0);
        for (var number = 0; number < questions; number++)
        {
            var question = OracleQuestion.Make(random, datasets[random.Next(datasets.Count)]);
            var expected = OracleAnswer.To(question);
            using var response = await http.GetAsync(new Uri(question.Address, UriKind.Relative), TestContext.Current.CancellationToken);
            var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            (answered, refused) = expected.Refusal is null ? (answered + 1, refused) : (answered, refused + 1);
            if (Difference(question, expected, response.StatusCode, body) is { } difference)
            {
                wrong.Add($"Question {number}: {question.Address}\n{difference}");
            }
        }

        var summary = $"{questions} questions with seed {seed}: {answered} to be answered, {refused} to be refused, {wrong.Count} wrong.";
        TestContext.Current.TestOutputHelper?.WriteLine(summary);
        Assert.True(wrong.Count == 0, summary + "\n" + string.Join("\n", wrong.Take(MostShown)));
    }

    private static string? Difference(OracleQuestion question, OracleAnswer expected, HttpStatusCode status, string body)
    {
        if (expected.Refusal is { } why)
        {
            return status == HttpStatusCode.BadRequest ? null : $"  It should be refused ({why}), and is answered with {(int)status}.";
        }

        if (status != HttpStatusCode.OK)
        {
            return $"  It should be answered, and is refused with {(int)status}: {(body.Length > 400 ? body[..400] : body)}";
        }

        using var answer = JsonDocument.Parse(body);
        var total = answer.RootElement.GetProperty("total").GetInt32();
        string[] figures =
        [
            .. answer.RootElement.GetProperty("figures").EnumerateArray().Select(figure => Read(question.Dataset, figure).ToString()),
        ];
        string[] wanted = [.. expected.Figures.Select(figure => figure.ToString())];
        if (total == expected.Total && figures.SequenceEqual(wanted))
        {
            return null;
        }

        var text = new StringBuilder(
            $"  {total} figures in all, expected {expected.Total}; {figures.Length} here, expected " + $"{wanted.Length}."
        );
        var at = figures.Zip(wanted).TakeWhile(pair => pair.First == pair.Second).Count();
        return text.Append($"\n  At {at}: answer   {figures.ElementAtOrDefault(at) ?? "none"}")
            .Append($"\n  At {at}: expected {wanted.ElementAtOrDefault(at) ?? "none"}")
            .ToString();
    }

    private static OracleFigure Read(OracleDataset dataset, JsonElement figure) =>
        new(
            OraclePeriod.Parse(figure.GetProperty("period").GetString()!),
            [.. dataset.Dimensions.Select(dimension => figure.GetProperty(dimension).GetString()!)],
            figure.GetProperty("measure").GetString()!,
            figure.GetProperty("value").ValueKind == JsonValueKind.Null ? null : figure.GetProperty("value").GetDecimal(),
            figure.GetProperty("bound").GetString()!,
            figure.GetProperty("status").EnumerateArray().Select(status => status.GetString()!).ToHashSet()
        );
}
