using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Http;

/// <summary>
/// What was wrong with a request, as RFC 9457 has it: a caller reads which part, what was given, what is allowed and what was likely meant.
/// </summary>
internal sealed partial class Problem(
    int status,
    string kind,
    string title,
    string detail,
    IReadOnlyList<QueryFault>? faults = null,
    string? allowedAt = null,
    Action<Utf8JsonWriter>? more = null,
    int notListed = 0
) : IResult
{
    internal const string ContentType = "application/problem+json; charset=utf-8";

    private const int LongestList = 60;

    // In letters, of what a caller wrote, and of a sentence about it.
    private const int LongestValue = 100;
    private const int LongestReason = 800;

    // So that no problem is larger than about 16 kB.
    private const int MostErrors = 20;
    private const int RoomForErrors = 10_000;

    private IReadOnlyList<KeyValuePair<string, string>> headers = [];

    /// <summary>The parameters of a question are wrong.</summary>
    /// <param name="notListed">How many faults there are beyond those given.</param>
    public static Problem BadQuery(IReadOnlyList<QueryFault> faults, Dataset dataset, int notListed) =>
        new(
            StatusCodes.Status400BadRequest,
            "bad-parameter",
            faults.Count == 1 ? "A parameter is wrong." : $"{faults.Count + notListed} faults in the parameters.",
            faults[0].Reason + (notListed == 0 ? "" : $" The first {faults.Count} of {faults.Count + notListed} faults are listed."),
            faults,
            ApiAddresses.Dataset(dataset.Name),
            notListed: notListed
        );

    /// <summary>The address takes no such parameter.</summary>
    public static Problem NoSuchParameter(QueryFault fault) =>
        new(StatusCodes.Status400BadRequest, "bad-parameter", "A parameter is wrong.", fault.Reason, [fault], ApiAddresses.Documentation);

    /// <summary>A key finds no figure.</summary>
    public static Problem NoSuchFigure(QueryFault fault) =>
        new(StatusCodes.Status404NotFound, "no-such-figure", "There is no such figure.", fault.Reason, [fault], ApiAddresses.Datasets);

    /// <summary>A dataset does not exist.</summary>
    public static Problem NoSuchDataset(string name, Publication publication)
    {
        var fault = QueryFault.NotAllowed("dataset", name, "a dataset", publication.Datasets.Select(dataset => dataset.Name));
        return new(
            StatusCodes.Status404NotFound,
            "no-such-dataset",
            "There is no such dataset.",
            fault.Reason,
            [fault],
            ApiAddresses.Datasets
        );
    }

    /// <summary>An address that leads nowhere.</summary>
    public static IResult NoSuchRoute(HttpRequest request)
    {
        var fault = QueryFault.NotAllowed("path", request.Path, "an address of this API", ApiAddresses.Offered);
        return new Problem(
            StatusCodes.Status404NotFound,
            "no-such-address",
            "There is nothing at this address.",
            fault.Reason,
            [fault],
            ApiAddresses.Documentation
        );
    }

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = status;
        httpContext.Response.Headers.CacheControl = "no-store";

        // A link repeats the question, which is wrong.
        httpContext.Response.Headers.Link = default;
        foreach (var (name, value) in headers)
        {
            httpContext.Response.Headers[name] = value;
        }

        await Responses.Write(httpContext, ContentType, ToBytes());
    }

    /// <summary>The problem as JSON. However much a caller sends, it says back only a little.</summary>
    internal ReadOnlyMemory<byte> ToBytes() => Responses.JsonBytes(WriteMembers);

    private void WriteMembers(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "urn:publicstats:problem:" + kind);
        writer.WriteString("title", title);
        writer.WriteNumber("status", status);
        writer.WriteString("detail", faults is [var only, ..] && only.Reason == detail ? ReasonOf(only) : Cut(detail, LongestReason));
        if (faults is [var first, ..])
        {
            Write(writer, first);
            if (faults.Count > 1)
            {
                WriteErrors(writer, faults);
            }
        }

        more?.Invoke(writer);
    }

    private void WriteErrors(Utf8JsonWriter writer, IReadOnlyList<QueryFault> all)
    {
        var told = 0;
        writer.WriteStartArray("errors");
        while (told < all.Count && told < MostErrors && writer.BytesCommitted + writer.BytesPending < RoomForErrors)
        {
            writer.WriteStartObject();
            writer.WriteString("detail", ReasonOf(all[told]));
            Write(writer, all[told]);
            writer.WriteEndObject();
            told++;
        }

        writer.WriteEndArray();
        if (all.Count + notListed is var found && told < found)
        {
            writer.WriteNumber("moreErrors", found - told);
        }
    }

    private void Write(Utf8JsonWriter writer, QueryFault fault)
    {
        writer.WriteString("parameter", Cut(fault.Parameter, LongestValue));
        writer.WriteString("value", Cut(fault.Value, LongestValue));
        writer.WriteStartArray("allowed");
        foreach (var word in fault.Allowed.Count <= LongestList ? fault.Allowed : [])
        {
            writer.WriteStringValue(Cut(word, LongestValue));
        }

        writer.WriteEndArray();
        if (fault.Allowed.Count is 0 or > LongestList)
        {
            writer.WriteString("allowedAt", allowedAt);
        }

        writer.WriteString("nearest", fault.Nearest);
    }

    // A reason quotes what the caller wrote.
    private static string ReasonOf(QueryFault fault) =>
        Cut(
            fault.Value.Length <= LongestValue
                ? fault.Reason
                : fault.Reason.Replace(fault.Value, Cut(fault.Value, LongestValue), StringComparison.Ordinal),
            LongestReason
        );

    private static string Cut(string text, int most) =>
        text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 1]) ? most - 1 : most)] + "…";
}
