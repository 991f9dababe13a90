using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using PublicStats.Api.Addresses;
using PublicStats.Api.Versioning;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.OpenApi;

/// <summary>Adds to an operation the parameters that depend on the release that answers, and examples that can be tried.</summary>
internal sealed class ReleaseParameterTransformer(IHttpContextAccessor accessor) : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var view = accessor.HttpContext!.GetReleaseRequest().View;
        var path = "/" + context.Description.RelativePath;
        operation.Parameters ??= [];
        foreach (var parameter in operation.Parameters.OfType<OpenApiParameter>())
        {
            (parameter.Description, parameter.Example) = PathParameter(parameter.Name!, view);
            if (parameter.Name == "dataset")
            {
                parameter.Schema = Parameters.OneOf(view.Shown.Publication.Datasets.Select(dataset => dataset.Name));
            }
        }

        var questions = path.StartsWith(ApiAddresses.FiguresTemplate, StringComparison.Ordinal)
            ? Parameters.Questions(view.Shown.Manifest.Id, null)
            : [];
        var versions = ApiAddresses.IsVersioned(path) ? Parameters.TimeTravel(view) : [];
        foreach (var parameter in questions.Concat(versions))
        {
            operation.Parameters.Add(parameter);
        }

        return Task.CompletedTask;
    }

    private static (string Description, string Example) PathParameter(string name, ReleaseView view)
    {
        var publication = view.Shown.Publication;
        var key = HeadlineQuery.OfHome(publication) is [var first, ..] ? first.Figure.RequestedKey : publication.Datasets[0].Figures[0].Key;
        return name switch
        {
            "dataset" => ($"A dataset's name, as {ApiAddresses.Datasets} lists it.", publication.Datasets[0].Name),
            "key" => ("A figure's key, slashes and all: dataset, measure, a code for each dimension, period.", key),
            "release" => ($"A release's id, as {ApiAddresses.Releases} lists it.", view.Shown.Manifest.Id),
            "resource" => (
                $"A resource that every release has: the address without {ApiAddresses.Publication}/, or a page.",
                ApiAddresses.Figure(key)[(ApiAddresses.Publication.Length + 1)..]
            ),
            _ => ("A file's path, as the release lists it.", view.Shown.Manifest.Files[^1].Path),
        };
    }
}
