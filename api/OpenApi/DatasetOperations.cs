using System.Text;
using Microsoft.OpenApi;
using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.OpenApi;

/// <summary>The figures of each dataset as an address of its own, with the parameters and the codes that the release has.</summary>
internal static class DatasetOperations
{
    public static void Add(OpenApiDocument document, ReleaseView view)
    {
        var responses = document.Paths[ApiAddresses.FiguresTemplate].Operations![HttpMethod.Get].Responses;
        foreach (var dataset in view.Shown.Publication.Datasets)
        {
            var operation = new OpenApiOperation
            {
                OperationId = OperationIdOf(dataset.Name),
                Summary = dataset.Title,
                Description = DescriptionOf(dataset),
                Tags = new HashSet<OpenApiTagReference> { new("Figures", document) },
                Parameters = [.. Parameters.Questions(view.Shown.Manifest.Id, dataset), .. Parameters.TimeTravel(view)],
                Responses = responses,
            };
            document.Paths.Add(
                ApiAddresses.FiguresOf(dataset.Name),
                new OpenApiPathItem { Operations = new Dictionary<HttpMethod, OpenApiOperation> { [HttpMethod.Get] = operation } }
            );
        }
    }

    // ListFiguresOfCrossingsPrevented for crossings-prevented.
    private static string OperationIdOf(string dataset)
    {
        var words = dataset.Split('-', StringSplitOptions.RemoveEmptyEntries);
        return "ListFiguresOf" + string.Concat(words.Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
    }

    private static string DescriptionOf(Dataset dataset)
    {
        var text = dataset.About.Text;
        var description = new StringBuilder(text.Description);
        if (text.Notice is { } notice)
        {
            description.Append("\n\n").Append(notice);
        }

        description.Append("\n\nMeasures:\n");
        foreach (var measure in dataset.Measures)
        {
            description.Append("\n- ").Append(measure.Name).Append(": ").Append(measure.Definition);
        }

        return description
            .Append("\n\nA figure's key has the form ")
            .Append(FigureLookup.FormOf(dataset))
            .Append(", such as ")
            .Append(dataset.Figures[dataset.Figures.Count - 1].Key)
            .Append('.')
            .AppendJoin("", FigureFormat.All.Where(format => format.IsDownload).Select(format => Download(dataset, format)))
            .ToString();
    }

    private static string Download(Dataset dataset, FigureFormat format) =>
        $" The same as {format.Title}: {dataset.Name}/figures{format.Suffix}.";
}
