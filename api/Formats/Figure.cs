using System.Text.Json.Serialization;
using PublicStats.Data.Figures;

namespace PublicStats.Api.Formats;

/// <summary>One figure. The code of each dimension is under the dimension's name, after period.</summary>
[JsonConverter(typeof(DimensionedConverter<Figure, FigureMembers>))]
internal sealed record Figure(FigureMembers Members, FigureRow Row) : IDimensioned<FigureMembers>
{
    /// <inheritdoc/>
    public static string After => "period";

    /// <inheritdoc/>
    public IEnumerable<KeyValuePair<string, string>> Dimensions =>
        Row.Dimensions.Select((dimension, i) => KeyValuePair.Create(dimension.Name, Row.Code(i).Name));

    public static Figure Of(FigureRow row) => new(FigureMembers.Of(row), row);
}

/// <summary>The members that every figure has. Their names never change.</summary>
internal sealed record FigureMembers
{
    /// <summary>The permanent name of the figure: dataset, measure, a code for each dimension, period.</summary>
    public required string Key { get; init; }

    /// <summary>The time that the figure covers, as a period code.</summary>
    public required string Period { get; init; }

    /// <summary>What is counted: the name of a measure.</summary>
    public required string Measure { get; init; }

    /// <summary>The value in the measure's unit, with the measure's decimals. Null when there is none: status says why.</summary>
    public required decimal? Value { get; init; }

    /// <summary>How exact the value is: "almost 12,000" is under with the value 12000.</summary>
    public required Bound Bound { get; init; }

    /// <summary>Why the value is missing, or how sure it is: codes such as p (provisional), r (revised), c (confidential).</summary>
    public required IReadOnlyList<string> Status { get; init; }

    /// <summary>The value as a sentence says it: 41,472, or almost 12,000.</summary>
    public required string Text { get; init; }

    /// <summary>The days in a sum that covers only a part of its period, as a period code.</summary>
    public string? Covers { get; init; }

    /// <summary>The publisher's own word for what was counted, where it differs from the measure's unit.</summary>
    public string? Unit { get; init; }

    /// <summary>The id of the source, where it is not the dataset's.</summary>
    public string? Source { get; init; }

    /// <summary>The publisher's words.</summary>
    public string? Quote { get; init; }

    /// <summary>What a reader must know of the figure. Of a sum without a value: why it has none.</summary>
    public string? Note { get; init; }

    /// <summary>The key of the figure that states the same fact in other words.</summary>
    public string? Restates { get; init; }

    /// <summary>The keys of figures of the same fact for which another body gives another value.</summary>
    public IReadOnlyList<string>? Conflicts { get; init; }

    /// <summary>By dimension: the codes that the publisher counts only together. The figure is of all of them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? PublishedOnlyTogether { get; init; }

    public static FigureMembers Of(FigureRow row)
    {
        var attributes = row.Attributes;
        return new()
        {
            Key = row.Key,
            Period = row.Period.Code,
            Measure = row.Measure.Name,
            Value = row.Value,
            Bound = row.Bound,
            Status = row.Status.Codes(),
            Text = row.Text,
            Covers = attributes.Covers?.Code,
            Unit = attributes.Unit,
            Source = attributes.Source,
            Quote = attributes.Quote,
            Note = row.Note,
            Restates = attributes.Restates,
            Conflicts = attributes.Conflicts.Count > 0 ? attributes.Conflicts : null,
            PublishedOnlyTogether = SetsOf(row),
        };
    }

    private static Dictionary<string, IReadOnlyList<string>>? SetsOf(FigureRow row)
    {
        Dictionary<string, IReadOnlyList<string>>? sets = null;
        for (var i = 0; i < row.Dimensions.Count; i++)
        {
            if (row.Code(i).Members is { Count: > 0 } members)
            {
                (sets ??= new(StringComparer.Ordinal)).Add(row.Dimensions[i].Name, members);
            }
        }

        return sets;
    }
}
