using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace PublicStats.Tests.Oracle;

/// <summary>A code, with the code above it and, for a set, its members.</summary>
internal sealed record OracleCode(string Name, string Parent, string[] Members);

/// <summary>A figure of the file, or of an answer.</summary>
/// <param name="Codes">A code for each dimension.</param>
internal sealed record OracleFigure(
    OraclePeriod Period,
    string[] Codes,
    string Measure,
    decimal? Value,
    string Bound,
    IReadOnlySet<string> Status
)
{
    /// <summary>What is compared of it.</summary>
    public override string ToString() =>
        $"{Period.Code} {string.Join('/', Codes)} {Measure} {Value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "-"} {Bound} "
        + $"[{string.Join(' ', Status.Order(StringComparer.Ordinal))}]";
}

/// <summary>One dataset of a sealed release, read from the release's own files without the library.</summary>
/// <param name="Frequency">Null for statements.</param>
/// <param name="Additivity">Of each measure: none, dimensions or all.</param>
internal sealed record OracleDataset(
    string Name,
    string? Frequency,
    bool IsSparse,
    string[] Dimensions,
    OracleCode[][] Codes,
    string[] Measures,
    string[] Additivity,
    OracleFigure[] Figures
)
{
    /// <summary>The codes of each dimension that any figure has.</summary>
    public HashSet<string>[] Present { get; } =
    [.. Dimensions.Select((_, dimension) => Figures.Select(figure => figure.Codes[dimension]).ToHashSet())];

    /// <summary>Every period that any figure has, in order.</summary>
    public OraclePeriod[] Periods { get; } = [.. Figures.Select(figure => figure.Period).Distinct().Order()];

    /// <summary>The place of each code in its dimension's list.</summary>
    public Dictionary<string, int>[] Places { get; } =
    [.. Codes.Select(list => list.Select((code, place) => (code.Name, place)).ToDictionary())];

    /// <summary>The code above each code of a dimension; empty at the top.</summary>
    public Dictionary<string, string>[] Parents { get; } =
    [.. Codes.Select(list => list.ToDictionary(code => code.Name, code => code.Parent))];

    /// <summary>Every dataset of a release.</summary>
    /// <param name="releases">The folder of the releases.</param>
    public static IReadOnlyList<OracleDataset> OfRelease(string releases, string id)
    {
        using var manifest = JsonDocument.Parse(File.ReadAllText(Path.Combine(releases, id, "release.json")));
        var digests = manifest
            .RootElement.GetProperty("files")
            .EnumerateArray()
            .ToDictionary(file => file.GetProperty("path").GetString()!, file => file.GetProperty("sha256").GetString()!);
        string Text(string path)
        {
            using var packed = new GZipStream(
                File.OpenRead(Directory.GetFiles(Path.Combine(releases, "objects"), digests[path] + ".*")[0]),
                CompressionMode.Decompress
            );
            return new StreamReader(packed, Encoding.UTF8).ReadToEnd();
        }

        return
        [
            .. manifest
                .RootElement.GetProperty("datasets")
                .EnumerateArray()
                .Select(dataset => Read(dataset.GetProperty("name").GetString()!, Text)),
        ];
    }

    private static OracleDataset Read(string name, Func<string, string> text)
    {
        using var descriptor = JsonDocument.Parse(text($"datasets/{name}/datapackage.json"));
        var about = descriptor.RootElement.GetProperty("publicstats");
        string[] dimensions =
        [
            .. about.GetProperty("dimensions").EnumerateArray().Select(dimension => dimension.GetProperty("name").GetString()!),
        ];
        var measures = about.GetProperty("measures").EnumerateArray().ToList();
        var codes = dimensions
            .Select(dimension =>
                Rows(text($"datasets/{name}/{dimension}.csv"))
                    .OrderBy(row => int.Parse(row["order"], CultureInfo.InvariantCulture))
                    .Select(row => new OracleCode(
                        row["code"],
                        row["parent"],
                        row.GetValueOrDefault("members", "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    ))
                    .ToArray()
            )
            .ToArray();
        var frequency = about.GetProperty("frequency").GetString();
        return new(
            name,
            frequency == "statement" ? null : frequency,
            about.GetProperty("sparse").GetBoolean(),
            dimensions,
            codes,
            [.. measures.Select(measure => measure.GetProperty("name").GetString()!)],
            [.. measures.Select(measure => measure.GetProperty("additivity").GetString()!)],
            [
                .. Rows(text($"datasets/{name}/figures.csv"))
                    .Select(row => new OracleFigure(
                        OraclePeriod.Parse(row["period"]),
                        [.. dimensions.Select(dimension => row[dimension])],
                        row["measure"],
                        row["value"].Length == 0 ? null : decimal.Parse(row["value"], CultureInfo.InvariantCulture),
                        row.GetValueOrDefault("bound", "") is { Length: > 0 } bound ? bound : "exact",
                        row.GetValueOrDefault("status", "").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet()
                    )),
            ]
        );
    }

    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Cells).ToList();
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var character in line + ",")
        {
            if (character == '"')
            {
                quoted = !quoted;
            }
            else if (character == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(character);
            }
        }

        return cells;
    }
}
