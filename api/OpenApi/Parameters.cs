using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.OpenApi;

/// <summary>
/// The parameters of a query. Their examples are in the schemas: the page to try the API on fills in an example that is beside a parameter,
/// and a query with every example in it at once has no answer.
/// </summary>
internal static class Parameters
{
    private const int LongestList = 60;

    /// <summary>What the figures of a dataset are asked with; for any dataset when it is null.</summary>
    public static IEnumerable<OpenApiParameter> Questions(string release, Dataset? dataset)
    {
        var latest = dataset?.Figures.Periods.Max().Code;
        foreach (var dimension in dataset?.Dimensions ?? [])
        {
            yield return List(
                dimension.Name,
                dimension.Codes.Count <= LongestList
                    ? $"{dimension.Label}: these codes, with commas between."
                    : $"{dimension.Label}: these codes, with commas between. "
                        + $"There are {dimension.Codes.Count}: {ApiAddresses.Dataset(dataset!.Name)} lists them.",
                dimension.Codes.Select(code => code.Name),
                dimension.Codes[0].Name
            );
        }

        if (dataset is not null && ParentReader.IsOffered(dataset))
        {
            var parents = ParentReader.Values(dataset);
            yield return List(
                "parent",
                "The codes directly below these, with commas between, such as the countries of a region. Not together with the "
                    + "parameter of the same dimension. A code that several dimensions have is written dimension:code.",
                parents,
                parents[0]
            );
        }

        string[] names = [.. dataset?.Dimensions.Select(dimension => dimension.Name) ?? []];
        yield return List(
            "measure",
            "Measures, with commas between.",
            dataset?.Measures.Select(measure => measure.Name),
            dataset?.Measures[0].Name ?? "people"
        );
        yield return List(
            "period",
            "Periods or ranges, with commas between: 2024 or 2024-01..2024-06 or 2024.. or latest or last-12. Together they are one set "
                + "of days. latest, or last-12, means the last periods of all that is selected, the same for the whole answer, also where "
                + "series end on different days: in JSON, periodNote then says how many series have a figure there. With ranges beside it, "
                + "it means the last periods within them. Periods are in order of their first day, then of their last.",
            null,
            latest ?? "latest"
        );
        string[] frequencies = dataset is null ? [.. Frequencies.Words.Where(word => word != "interval")] : [.. RollUps(dataset)];
        if (frequencies.Length > 0)
        {
            yield return Query(
                "frequency",
                "Sum up to this kind of period. Refused where a sum would not be true.",
                OneOf(frequencies),
                frequencies.Contains("year") ? "year" : frequencies[0]
            );
        }

        if (dataset is null || dataset.Measures.Any(measure => measure.Additivity != Additivity.None))
        {
            yield return List(
                "by",
                "What to keep, with commas between: dimensions, measure and period. The rest of what is selected is summed; total, "
                    + "alone, sums it all.",
                dataset is null ? null : [.. names, "period", "measure", "total"],
                "period"
            );
        }

        var sort = List(
            "sort",
            $"What to order by, with commas between: period, value, measure or a dimension, at most {QueryLimits.SortKeys}, each once; "
                + "a hyphen before one turns it round.",
            dataset is null ? null : names.Concat(["period", "value", "measure"]).SelectMany(name => new[] { name, "-" + name }),
            "-period"
        );
        ((OpenApiSchema)sort.Schema!).MaxItems = QueryLimits.SortKeys;
        yield return sort;
        yield return Query(
            "limit",
            $"How many figures at most. An answer that is cut says so. {string.Join("; ", FigureFormat.All.Select(DefaultLimit))}.",
            new()
            {
                Type = JsonSchemaType.Integer,
                Minimum = "1",
                Maximum = FigureQuery.GreatestLimit.ToString(CultureInfo.InvariantCulture),
            },
            100
        );
        yield return Query(
            "cursor",
            "Where the next page starts, as next gives it. It belongs to one release.",
            new() { Type = JsonSchemaType.String },
            $"{release}.100"
        );
    }

    /// <summary>How the past is asked for: by a release, by a date, or by a header.</summary>
    public static IEnumerable<OpenApiParameter> TimeTravel(ReleaseView view)
    {
        var published = view.Shown.PublishedAt;
        yield return Query(
            "release",
            "Answer as this release had it: an id, as /v1/releases lists it. Not together with asOf.",
            new() { Type = JsonSchemaType.String, Pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[0-9]+)?$" },
            view.Shown.Manifest.Id
        );
        yield return Query(
            "asOf",
            "Answer as it was answered then: a day (to its end), or a time, 2026-05-01T09:29, "
                + $"of {view.Shown.Publication.About.TimeZone} unless it has an offset. Not in the future.",
            new() { Type = JsonSchemaType.String },
            published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );
        var header = Query(
            "Accept-Datetime",
            "Be sent to the frozen address of the release that was the latest then (RFC 7089). Before the first, the first.",
            new() { Type = JsonSchemaType.String },
            published.UtcDateTime.ToString("r", CultureInfo.InvariantCulture)
        );
        header.In = ParameterLocation.Header;
        yield return header;
    }

    /// <summary>A text that is one of these.</summary>
    public static OpenApiSchema OneOf(IEnumerable<string> words) =>
        new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => (JsonNode)JsonValue.Create(word))] };

    // The kinds of period that the figures of a dataset can be summed up to; none where that is always refused.
    private static IEnumerable<string> RollUps(Dataset dataset) =>
        dataset.About.Structure.Frequency is { } own && dataset.Measures.Any(measure => measure.Additivity == Additivity.All)
            ? Enum.GetValues<Frequency>()
                .Where(frequency => frequency != own && own.CanRollUpTo(frequency))
                .Select(frequency => frequency.Word())
            : [];

    private static string DefaultLimit(FigureFormat format) =>
        format.DefaultLimit == int.MaxValue
            ? $"{format.Title} gives all"
            : $"{format.Title} gives {format.DefaultLimit.ToString("#,##0", CultureInfo.InvariantCulture)} unless asked";

    private static OpenApiParameter List(string name, string description, IEnumerable<string>? words, string example)
    {
        var known = words?.ToList();
        var parameter = Query(
            name,
            description,
            new()
            {
                Type = JsonSchemaType.Array,
                MaxItems = QueryLimits.Values,
                Items = known is { Count: <= LongestList } ? OneOf(known) : new OpenApiSchema { Type = JsonSchemaType.String },
            },
            new JsonArray(example)
        );
        (parameter.Style, parameter.Explode) = (ParameterStyle.Form, false);
        return parameter;
    }

    private static OpenApiParameter Query(string name, string description, OpenApiSchema schema, JsonNode example)
    {
        schema.Examples = [example];
        return new()
        {
            Name = name,
            In = ParameterLocation.Query,
            Description = description,
            Schema = schema,
        };
    }
}
