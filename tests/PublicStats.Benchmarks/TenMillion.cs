using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;

namespace PublicStats.Benchmarks;

/// <summary>Ten million figures: 1,000 areas by 10 kinds by 1,000 days, the same in our table and in Parquet.</summary>
internal static class TenMillion
{
    private const int Areas = 1000;
    private const int Kinds = 10;
    private const int Days = 1000;

    public static Dataset Dataset()
    {
        Dimension[] dimensions = [Codes("area", Areas), Codes("kind", Kinds)];
        Measure[] measures = [new("people", "People", "people", "person", 0, Additivity.All, "People.")];
        var about = new DatasetDescription(
            "bench",
            "Bench",
            new("", null, "", "", "", ""),
            new(Frequency.Day, false, false, "s", [], measures),
            new([], [], null, null, null),
            new([], [])
        );
        var builder = new FigureTableBuilder("bench", dimensions, measures);
        var first = new DateOnly(2020, 1, 1);
        for (var day = 0; day < Days; day++)
        {
            var period = Period.Of(Frequency.Day, first.AddDays(day));
            for (var area = 0; area < Areas; area++)
            {
                for (var kind = 0; kind < Kinds; kind++)
                {
                    builder.Add(period, [area, kind], 0, new(Value(day, area, kind), Bound.Exact, FigureStatus.None));
                }
            }
        }

        return new(about, dimensions, [], builder.Build(), "");
    }

    public static string Parquet(string path) =>
        $"""
            COPY (SELECT DATE '2020-01-01' + d::INTEGER AS period, 'area-' || a AS area, 'kind-' || k AS kind,
                  ((d * 31 + a * 7 + k * 3) % 1000)::BIGINT AS value
                  FROM range({Days}) t(d), range({Areas}) u(a), range({Kinds}) v(k) ORDER BY period, a, k) TO '{path}' (FORMAT PARQUET)
            """;

    private static int Value(int day, int area, int kind) => ((day * 31) + (area * 7) + (kind * 3)) % 1000;

    private static Dimension Codes(string name, int count) =>
        new(name, name, [.. Enumerable.Range(0, count).Select(index => new Code($"{name}-{index}", $"{name} {index}", null, null, []))]);
}
