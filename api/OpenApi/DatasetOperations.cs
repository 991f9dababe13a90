using System.Text;
using Microsoft.OpenApi;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.OpenApi;

/// <summary>The figures of each dataset as an address of its own, with the parameters and the codes that the release has.</summary>
internal static class DatasetOperations
{
    public static void Add(Microsoft.OpenApi.OpenApiDocument document, ReleaseView view)
    {
        foreach (var dataset in view.Shown.Publication.Datasets)
        {
            document.Paths.Add(
                ApiAddresses.FiguresOf(dataset.Name),
                new OpenApiPathItem
                {
                    Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = Of(document, view, dataset) },
                }
            );
        }
    }

    private static OpenApiOperation Of(Microsoft.OpenApi.OpenApiDocument document, ReleaseView view, Dataset dataset)
    {
        var form = string.Join(
            '/',
            [dataset.Name, "{measure}", .. dataset.Dimensions.Select(dimension => $"{{{dimension.Name}}}"), "{period}"]
        );
        var about = new StringBuilder(dataset.About.Text.Description);
        if (dataset.About.Text.Notice is { } notice)
        {
            about.Append("\n\n").Append(notice);
        }

        about.Append("\n\nMeasures:\n");
        foreach (var measure in dataset.Measures)
        {
            about.Append("\n- ").Append(measure.Name).Append(": ").Append(measure.Definition);
        }

        about
            .Append("\n\nA figure's key has the form ")
            .Append(form)
            .Append(", such as ")
            .Append(dataset.Figures[dataset.Figures.Count - 1].Key)
            .Append(". The same as CSV: ")
            .Append(dataset.Name)
            .Append("/figures.csv.");
        var operation = new OpenApiOperation
        {
            OperationId =
                "ListFiguresOf"
                + string.Concat(
                    dataset.Name.Split('-').Where(part => part.Length > 0).Select(part => char.ToUpperInvariant(part[0]) + part[1..])
                ),
            Summary = dataset.Title,
            Description = about.ToString(),
            Tags = new HashSet<OpenApiTagReference> { new("Figures", document) },
            Responses = Answers.Of(document, ApiAddresses.FiguresTemplate, "ListFigures", isKept: true),
        };
        Operations.Add(operation, Parameters.Questions(view.Shown.Manifest.Id, dataset).Concat(Parameters.TimeTravel(view)));
        return operation;
    }
}
