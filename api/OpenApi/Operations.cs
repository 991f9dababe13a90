using Microsoft.OpenApi;
using PublicStats.Api.Addresses;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.OpenApi;

/// <summary>What the routes do not say of themselves: their parameters with examples that can be tried, and how they answer.</summary>
internal static class Operations
{
    private static readonly Dictionary<string, string> Descriptions = new(StringComparer.Ordinal)
    {
        ["GetPublication"] = "Where to begin: every other address is linked from here.",
        ["ListDatasets"] = "Each with what it holds, how exact it is, the days it covers, and its addresses.",
        ["GetDataset"] = "Everything needed to ask for its figures, and to understand them.",
        ["ListHeadlines"] = "The sentences of the home page, each with the figure in it.",
        ["ListReleases"] = "When each was published, why, and the SHA-256 that names it.",
        ["Live"] = "For the operator: whether the process runs.",
        ["Ready"] = "For the operator: which release is served, or why none is.",
    };

    public static void Describe(Microsoft.OpenApi.OpenApiDocument document, string path, OpenApiOperation operation, ReleaseView view)
    {
        operation.Description ??= Descriptions.GetValueOrDefault(operation.OperationId!);
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            DescribePath(parameter, view);
        }

        if (path.Contains("{dataset}/figures", StringComparison.Ordinal))
        {
            Add(operation, Parameters.Questions(view.Shown.Manifest.Id, null));
        }

        var kept = IsKept(path);
        if (kept)
        {
            Add(operation, Parameters.TimeTravel(view));
        }

        operation.Responses = Answers.Of(document, path, operation.OperationId!, kept);
    }

    public static void Add(OpenApiOperation operation, IEnumerable<OpenApiParameter> parameters)
    {
        operation.Parameters ??= [];
        foreach (var parameter in parameters)
        {
            operation.Parameters.Add(parameter);
        }
    }

    private static bool IsKept(string path) => ApiAddresses.IsVersioned(path);

    private static void DescribePath(OpenApiParameter parameter, ReleaseView view)
    {
        var publication = view.Shown.Publication;
        var key = PublicStats.Data.Queries.HeadlineQuery.OfHome(publication) is [var first, ..]
            ? first.Figure.RequestedKey
            : publication.Datasets[0].Figures[0].Key;
        (parameter.Description, parameter.Example) = parameter.Name switch
        {
            "dataset" => ("A dataset's name, as /v1/datasets lists it.", publication.Datasets[0].Name),
            "key" => ("A figure's key, slashes and all: dataset, measure, a code for each dimension, period.", key),
            "release" => ("A release's id, as /v1/releases lists it.", view.Shown.Manifest.Id),
            "resource" => ("What is kept: the address without /v1/, or a page.", "figures/" + key),
            _ => ("A file's path, as the release lists it.", view.Shown.Manifest.Files[^1].Path),
        };
        parameter.Schema =
            parameter.Name == "dataset"
                ? Parameters.OneOf(publication.Datasets.Select(dataset => dataset.Name))
                : new OpenApiSchema { Type = JsonSchemaType.String };
    }
}
