using System.Globalization;
using Microsoft.OpenApi;

namespace PublicStats.Api.OpenApi;

/// <summary>How an address answers: in which types, and with which problems.</summary>
internal static class Answers
{
    private const string Json = "application/json";

    private static readonly (int Status, string Name, string Description)[] Problems =
    [
        (400, "BadRequest", "A parameter is wrong: the problem names it, what was given, what is allowed, and what was likely meant."),
        (404, "NotFound", "There is nothing of that name, or there was not then."),
        (410, "Gone", "A figure was withdrawn, or the content of a release was taken away: the problem says why."),
        (503, "Unavailable", "No release can be served, or that one is not as it was sealed. Ask again later."),
    ];

    public static void AddComponents(Microsoft.OpenApi.OpenApiDocument document)
    {
        document.AddComponent("Problem", Schemas.Problem());
        document.AddComponent("ReleaseName", Schemas.ReleaseName());
        document.AddComponent("Figure", Schemas.Figure());
        document.AddComponent("FigureList", Schemas.FigureList(document));
        document.AddComponent(
            "NotModified",
            new OpenApiResponse
            {
                Description =
                    "The caller holds this answer already: its ETag was sent in If-None-Match, or, without one, nothing has "
                    + "changed since If-Modified-Since.",
            }
        );
        document.AddComponent(
            "Frozen",
            new OpenApiResponse
            {
                Description =
                    "A time was asked for in Accept-Datetime: Location is the frozen address of the release that was the latest then.",
            }
        );
        foreach (var (_, name, description) in Problems)
        {
            document.AddComponent(
                name,
                new OpenApiResponse
                {
                    Description = description,
                    Content = Content("application/problem+json", new OpenApiSchemaReference("Problem", document)),
                }
            );
        }
    }

    public static OpenApiResponses Of(Microsoft.OpenApi.OpenApiDocument document, string path, string operation, bool isKept)
    {
        var responses = new OpenApiResponses { ["200"] = Good(document, operation) };
        if (path.StartsWith("/health", StringComparison.Ordinal))
        {
            if (operation == "Ready")
            {
                responses["503"] = new OpenApiResponse
                {
                    Description = "The newest published release cannot be served; the text says why.",
                    Content = Content("text/plain", Text()),
                };
            }

            return responses;
        }

        if (isKept)
        {
            responses["302"] = new OpenApiResponseReference("Frozen", document);
        }

        responses["304"] = new OpenApiResponseReference("NotModified", document);
        var named = path.Contains('{', StringComparison.Ordinal);
        foreach (var (status, name, _) in Problems)
        {
            if (
                status switch
                {
                    400 => isKept,
                    404 => isKept || named,
                    410 => isKept || path.Contains("{release}/", StringComparison.Ordinal),
                    _ => true,
                }
            )
            {
                responses[status.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponseReference(name, document);
            }
        }

        return responses;
    }

    private static OpenApiResponse Good(Microsoft.OpenApi.OpenApiDocument document, string operation) =>
        new()
        {
            Description = "The answer. Repr-Digest holds its SHA-256, ETag names it.",
            Content = operation switch
            {
                "DownloadFigures" or "DownloadChanges" => Content("text/csv", Text()),
                "ListFigures" => Content(Json, new OpenApiSchemaReference("FigureList", document)),
                "GetFile" => Content("text/csv", Text())
                    .Concat(Content(Json, Anything()))
                    .Concat(Content("text/markdown", Text()))
                    .ToDictionary(StringComparer.Ordinal),
                "GetTimeMap" => Content("application/link-format", Text()),
                "GetAtomFeed" => Content("application/atom+xml", Text()),
                "GetJsonFeed" => Content("application/feed+json", Anything()),
                "GetCalendar" => Content("text/calendar", Text()),
                "Live" or "Ready" => Content("text/plain", Text()),
                _ => Content(Json, Anything()),
            },
        };

    private static Dictionary<string, OpenApiMediaType> Content(string type, IOpenApiSchema schema) =>
        new(StringComparer.Ordinal) { [type] = new OpenApiMediaType { Schema = schema } };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };

    private static OpenApiSchema Anything() => new() { Type = JsonSchemaType.Object };
}
