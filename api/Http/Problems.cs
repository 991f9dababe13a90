using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Http;

/// <summary>Every problem that the API answers with.</summary>
internal static partial class Problems
{
    /// <summary>The parameters of a query are wrong.</summary>
    public static ProblemAnswer InvalidQuery(QueryFaults faults, Dataset dataset) => InvalidQuery(faults.Listed, dataset, faults.NotListed);

    /// <summary>A query asks for a sum that would not be true.</summary>
    public static ProblemAnswer InvalidQuery(Fault fault, Dataset dataset) => InvalidQuery([fault], dataset, 0);

    private static ProblemAnswer InvalidQuery(IReadOnlyList<Fault> faults, Dataset dataset, int notListed)
    {
        var count = faults.Count + notListed;
        var problem = new Problem
        {
            Type = "bad-parameter",
            Title = count == 1 ? "A parameter is wrong." : $"{count} faults in the parameters.",
            Status = StatusCodes.Status400BadRequest,
            Detail = faults[0].Text + (notListed == 0 ? "" : $" The first {faults.Count} of {count} faults are listed."),
        };
        return Answer(problem.With(faults, ApiAddresses.Dataset(dataset.Name), notListed));
    }

    /// <summary>The address takes no such parameter.</summary>
    public static ProblemAnswer UnknownParameter(Fault fault) => InvalidParameter(fault, ApiAddresses.Documentation);

    /// <summary>There is no figure of this key.</summary>
    public static ProblemAnswer UnknownFigure(Fault fault) =>
        NotFound("no-such-figure", "There is no such figure.", fault, ApiAddresses.Datasets);

    /// <summary>There is no dataset of this name.</summary>
    public static ProblemAnswer UnknownDataset(string name, Publication publication) =>
        NotFound(
            "no-such-dataset",
            "There is no such dataset.",
            ParameterFault.NotAllowed("dataset", name, "a dataset", publication.Datasets.Select(dataset => dataset.Name)),
            ApiAddresses.Datasets
        );

    /// <summary>There is nothing at this address.</summary>
    public static ProblemAnswer UnknownAddress(HttpRequest request)
    {
        var routes = request.HttpContext.RequestServices.GetRequiredService<EndpointDataSource>();
        return UnknownAddress(ParameterFault.NotAllowed("path", request.Path, "an address of this API", routes.OfferedAddresses()));
    }

    private static ProblemAnswer UnknownAddress(Fault fault) =>
        NotFound("no-such-address", "There is nothing at this address.", fault, ApiAddresses.Documentation);

    private static ProblemAnswer InvalidParameter(Fault fault, string allowedAt) =>
        OneFault(StatusCodes.Status400BadRequest, "bad-parameter", "A parameter is wrong.", fault, allowedAt);

    private static ProblemAnswer NotFound(string type, string title, Fault fault, string allowedAt) =>
        OneFault(StatusCodes.Status404NotFound, type, title, fault, allowedAt);

    private static ProblemAnswer OneFault(int status, string type, string title, Fault fault, string? allowedAt, string? allow = null) =>
        Answer(
            new Problem
            {
                Type = type,
                Title = title,
                Status = status,
                Detail = fault.Text,
            }.With([fault], allowedAt),
            allow
        );

    private static ProblemAnswer Answer(Problem problem, string? allow = null) =>
        new(problem with { Type = "urn:publicstats:problem:" + problem.Type }, allow);
}
