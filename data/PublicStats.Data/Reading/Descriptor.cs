using System.Text.Json;
using System.Text.Json.Serialization;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Periods;

namespace PublicStats.Data.Reading;

/// <summary>publication.json, as it is written.</summary>
internal sealed record PublicationPart(
    string Name,
    string Title,
    string Subtitle,
    string Summary,
    string Publisher,
    string Language,
    string TimeZone,
    string Address,
    Contact Contact,
    Licence Licence,
    IReadOnlyList<string> Datasets,
    IReadOnlyList<string> Headlines
);

/// <summary>datapackage.json: what we read of the standard's part, and ours.</summary>
internal sealed record DescriptorPart(
    string Name,
    string Title,
    string Description,
    [property: JsonPropertyName("publicstats")] StatisticsPart Statistics
);

/// <summary>What the Data Package standard has no word for.</summary>
internal sealed record StatisticsPart(
    string Frequency,
    bool Sparse,
    bool Illustrative,
    string Source,
    string Updates,
    string Publisher,
    string Exactness,
    string Subject,
    IReadOnlyList<DimensionDescription> Dimensions,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<Headline> Headlines,
    IReadOnlyList<ChartPart> Charts,
    IReadOnlyList<string> Counted,
    IReadOnlyList<string> NotCounted,
    string? Notice = null,
    string? Breaks = null,
    string? Rounding = null,
    string? Disclosure = null
);

internal sealed record ChartPart(
    string Id,
    ChartKind Kind,
    string Measure,
    IReadOnlyDictionary<string, string> Codes,
    string Subtitle,
    string? Frequency = null,
    string? By = null,
    IReadOnlyList<string>? Keys = null,
    string? Title = null
);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(PublicationPart))]
[JsonSerializable(typeof(DescriptorPart))]
internal sealed partial class DescriptorJson : JsonSerializerContext;

internal static class Descriptor
{
    /// <summary>Reads a JSON file; null, with a fault, when it is not as it should be.</summary>
    public static T? Read<T>(FileSet files, string path, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, Faults faults)
        where T : class
    {
        if (!files.Has(path))
        {
            faults.Add(path, 1, "file", "The file is not there.", "Put it back.");
            return null;
        }

        if (TextLines.Read(files, path, faults) is not { } lines)
        {
            return null;
        }

        var text = string.Join('\n', lines);
        if (!JsonScanner.TryRead(text, out var root, out var line, out var reason))
        {
            faults.Add(path, line, "file", reason);
            return null;
        }

        var before = faults.Count;
        new JsonShape(
            path,
            (type.UnmappedMemberHandling ?? type.Options.UnmappedMemberHandling) == JsonUnmappedMemberHandling.Skip,
            faults
        ).Check(root, type, "");
        if (faults.Count > before)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(text, type);
        }
        catch (JsonException exception)
        {
            faults.Add(
                path,
                (int)(exception.LineNumber ?? 0) + 1,
                "file",
                "A value of this line cannot be read.",
                "Compare it with the same line in another dataset's file."
            );
            return null;
        }
    }

    /// <summary>A JSON file with the lines of its parts; null when it is not there or its syntax is wrong.</summary>
    public static JsonPart? Parts(FileSet files, string path) =>
        files.Has(path)
        && TextLines.Read(files, path, new()) is { } lines
        && JsonScanner.TryRead(string.Join('\n', lines), out var part, out _, out _)
            ? part
            : null;

    /// <summary>The kind of period a word names; null for statements. A wrong word is a fault.</summary>
    public static Frequency? Frequency(string word, string path, Faults faults)
    {
        if (word != "statement" && !Frequencies.TryParse(word, out _))
        {
            faults.Add(
                path,
                1,
                "frequency",
                $"\"{word}\" is not a frequency.",
                "Write day, week, month, quarter, year, financial-year or statement."
            );
        }

        return Frequencies.TryParse(word, out var frequency) ? frequency : null;
    }

    /// <summary>What the descriptor says, with its words read.</summary>
    public static DatasetDescription Describe(DescriptorPart part, string path, Faults faults)
    {
        var ours = part.Statistics;
        return new(
            part.Name,
            part.Title,
            new(part.Description, ours.Notice, ours.Publisher, ours.Updates, ours.Exactness, ours.Subject),
            new(Frequency(ours.Frequency, path, faults), ours.Sparse, ours.Illustrative, ours.Source, ours.Dimensions, ours.Measures),
            new(ours.Counted, ours.NotCounted, ours.Breaks, ours.Rounding, ours.Disclosure),
            new(ours.Headlines, [.. ours.Charts.Select(chart => Describe(chart, path, faults))])
        );
    }

    private static Chart Describe(ChartPart chart, string path, Faults faults) =>
        new(
            chart.Id,
            chart.Kind,
            chart.Measure,
            chart.Codes,
            chart.Frequency is { } word ? Frequency(word, path, faults) : null,
            chart.By,
            chart.Keys ?? [],
            chart.Title,
            chart.Subtitle
        );
}
