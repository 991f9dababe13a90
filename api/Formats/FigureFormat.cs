using System.Text.Json;

namespace PublicStats.Api.Formats;

/// <summary>
/// A way to write the figures of a dataset. Routes and their descriptions, links, downloads and the static site all enumerate
/// <see cref="All"/>, so a new format is one class and one line there.
/// </summary>
public abstract class FigureFormat
{
    /// <summary>Every format. The first answers the address that has no extension.</summary>
    public static IReadOnlyList<FigureFormat> All { get; } = [new JsonFormat(), new CsvFormat()];

    /// <summary>The format of the address that has no extension.</summary>
    public static FigureFormat Default => All[0];

    /// <summary>Its name for people, such as CSV.</summary>
    public abstract string Title { get; }

    /// <summary>The extension of its files, such as .csv.</summary>
    public abstract string Extension { get; }

    /// <summary>The Content-Type of an answer.</summary>
    public abstract string ContentType { get; }

    /// <summary>The name of its operation in the OpenAPI document.</summary>
    public abstract string Operation { get; }

    /// <summary>What the OpenAPI document says of it.</summary>
    public abstract string Description { get; }

    /// <summary>The type that describes an answer in the OpenAPI document.</summary>
    public virtual Type Schema => typeof(string);

    /// <summary>How many figures an answer holds at most when the question names no limit.</summary>
    public abstract int DefaultLimit { get; }

    /// <summary>The member of a dataset's links that holds the address of its figures in this format.</summary>
    public string Link => this == Default ? "figures" : Extension[1..];

    /// <summary>What the address of a list of figures ends in.</summary>
    public string Suffix => this == Default ? "" : Extension;

    /// <summary>The Content-Type without its parameters.</summary>
    public string MediaType => ContentType.Split(';')[0];

    /// <summary>Whether a browser saves an answer as a file.</summary>
    public bool IsDownload => this != Default;

    /// <summary>Writes figures.</summary>
    /// <param name="json">How this program writes JSON, for the formats that are made of it.</param>
    public abstract Task Write(FigureSelection figures, Stream output, JsonSerializerOptions json, CancellationToken cancellation);
}
