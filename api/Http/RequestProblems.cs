using Microsoft.AspNetCore.WebUtilities;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Http;

/// <content>What can be wrong with a request before anything is asked for.</content>
internal sealed partial class Problem
{
    private const string KeyForm = "dataset, measure, a code for each dimension, period";

    /// <summary>An address of figures is asked for without saying which.</summary>
    public static Problem MissingKey(Publication publication)
    {
        var example = PublicStats.Data.Queries.HeadlineQuery.OfHome(publication) is [var first, ..]
            ? first.Figure.RequestedKey
            : publication.Datasets[0].Figures[0].Key;
        var reason =
            $"This address needs the key of a figure: {KeyForm}. Write, for example, {ApiAddresses.Figure(example)}. "
            + "To list the figures of a dataset, ask " + ApiAddresses.FiguresTemplate + ".";
        var fault = new QueryFault("key", "", reason, [.. publication.Datasets.Select(FormOfKey)], example);
        return new(
            StatusCodes.Status404NotFound,
            "missing-key",
            "The key of a figure is missing.",
            fault.Reason,
            [fault],
            ApiAddresses.Datasets
        );
    }

    private static string FormOfKey(Dataset dataset) =>
        FigureLookup.FormOf(dataset).ToString();

    /// <summary>The API is read only.</summary>
    public static Problem MethodNotAllowed(string method)
    {
        const string Reason = "This address can only be read. Use GET, or HEAD for the headers alone.";
        var fault = new QueryFault("method", method, Reason, ["GET", "HEAD", "OPTIONS"], "GET");
        return new(StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "The method is not allowed.", fault.Reason, [fault])
        {
            headers = [KeyValuePair.Create("Allow", RequestMethods.Allowed)],
        };
    }

    /// <summary>An answer that has a status and nothing else gets the problem of that status.</summary>
    public static IResult OfStatus(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound ? NoSuchRoute(context.Request) : Rejected(context.Response.StatusCode);

    /// <summary>The server could not read the request, or refused to.</summary>
    public static Problem Rejected(int status) =>
        new(
            status,
            "bad-request",
            ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase + "." : "The request was refused.",
            status switch
            {
                StatusCodes.Status400BadRequest => "The server could not read the request. In an address, percent-encode every character "
                    + "that is not plain ASCII: é is %C3%A9.",
                StatusCodes.Status408RequestTimeout => "The request took too long to arrive. Send it again.",
                StatusCodes.Status413PayloadTooLarge => "The request has too large a body. Send none.",
                StatusCodes.Status414UriTooLong => "The address is too long. Ask for fewer values at once.",
                StatusCodes.Status431RequestHeaderFieldsTooLarge => "The request has too many headers, or too long ones. Send fewer.",
                StatusCodes.Status505HttpVersionNotsupported => "Use HTTP/1.1.",
                _ => "The request cannot be answered as it was sent. /docs describes every address.",
            }
        );
}
