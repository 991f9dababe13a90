using Microsoft.AspNetCore.WebUtilities;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Http;

/// <content>Problems with a request before anything is looked up, and failures of this program.</content>
internal static partial class Problems
{
    private const string KeyForm = "dataset, measure, a code for each dimension, period";

    /// <summary>The address of a figure has no key.</summary>
    public static ProblemAnswer MissingKey(Publication publication)
    {
        var example = ExampleKey(publication);
        var reason =
            $"This address needs the key of a figure: {KeyForm}. Write, for example, {ApiAddresses.Figure(example)}. "
            + $"To list the figures of a dataset, ask {ApiAddresses.FiguresTemplate}.";
        return NotFound(
            "missing-key",
            "The key of a figure is missing.",
            ParameterFault.Of(
                "key",
                "",
                new(reason, ""),
                [.. publication.Datasets.Select(dataset => FigureLookup.FormOf(dataset).ToString())],
                example
            ),
            ApiAddresses.Datasets
        );
    }

    // The key of a figure that the publication has.
    private static string ExampleKey(Publication publication) =>
        HeadlineQuery.OfHome(publication) is [var first, ..] ? first.Figure.RequestedKey : publication.Datasets[0].Figures[0].Key;

    /// <summary>The API is read only.</summary>
    public static ProblemAnswer MethodNotAllowed(string method)
    {
        const string Reason = "This address can only be read. Use GET, or HEAD for the headers alone.";
        return OneFault(
            StatusCodes.Status405MethodNotAllowed,
            "method-not-allowed",
            "The method is not allowed.",
            ParameterFault.Of("method", method, new(Reason, ""), [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options], HttpMethods.Get),
            null,
            RequestMethods.Allowed
        );
    }

    /// <summary>The problem for a response that has a status and no body.</summary>
    public static ProblemAnswer OfStatus(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status404NotFound
            ? UnknownAddress(context.Request)
            : Rejected(context.Response.StatusCode);

    /// <summary>The server could not read the request, or refused it.</summary>
    public static ProblemAnswer Rejected(int status) =>
        Answer(
            new()
            {
                Type = "bad-request",
                Title = ReasonPhrases.GetReasonPhrase(status) is { Length: > 0 } phrase ? phrase + "." : "The request was refused.",
                Status = status,
                Detail = status switch
                {
                    StatusCodes.Status400BadRequest => "The server could not read the request. In an address, percent-encode every "
                        + "character that is not plain ASCII: é is %C3%A9.",
                    StatusCodes.Status408RequestTimeout => "The request took too long to arrive. Send it again.",
                    StatusCodes.Status413PayloadTooLarge => "The request has too large a body. Send none.",
                    StatusCodes.Status414UriTooLong => "The address is too long. Ask for fewer values at once.",
                    StatusCodes.Status431RequestHeaderFieldsTooLarge => "The request has too many headers, or too long ones. Send fewer.",
                    StatusCodes.Status505HttpVersionNotsupported => "Use HTTP/1.1.",
                    _ => "The request cannot be answered as it was sent. /docs describes every address.",
                },
            }
        );

    /// <summary>This program failed.</summary>
    public static ProblemAnswer Failed() =>
        Answer(
            new()
            {
                Type = "failed",
                Title = "The answer could not be made.",
                Status = StatusCodes.Status500InternalServerError,
                Detail = "This is our fault, not yours. It has been noted; please write to the figures desk if it goes on.",
            }
        );
}
