using PublicStats.Data.Datasets;

namespace PublicStats.Api.Figures;

/// <summary>Where figures were published.</summary>
internal sealed record FigureSource
{
    /// <summary>The id that figures name.</summary>
    public required string Id { get; init; }

    /// <summary>The title of the document.</summary>
    public required string Title { get; init; }

    /// <summary>The body that published it.</summary>
    public required string Publisher { get; init; }

    /// <summary>When it was published: a day, or a month or year when no more is known, as a period code.</summary>
    public required string Published { get; init; }

    /// <summary>Where it can be read.</summary>
    public string? Address { get; init; }

    /// <summary>What a reader must know of it.</summary>
    public string? Note { get; init; }

    public static FigureSource Of(Source source) =>
        new()
        {
            Id = source.Id,
            Title = source.Title,
            Publisher = source.Publisher,
            Published = source.Published.Code,
            Address = source.Address,
            Note = source.Note,
        };
}
