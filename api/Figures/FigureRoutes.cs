using Microsoft.AspNetCore.Http.HttpResults;
using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Figures;

/// <summary>The figures: many at once in each format, or one for ever.</summary>
internal static class FigureRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var figures = routes.MapGroup("").WithTags("Figures");
        foreach (var format in FigureFormat.All)
        {
            figures
                .MapGet(
                    ApiAddresses.FiguresTemplate + format.Suffix,
                    (string dataset, ReleaseRequest request) => ListFigures(dataset, request, format)
                )
                .WithName(format.Operation)
                .WithSummary(format.IsDownload ? $"The same as {format.Title}." : "The figures asked for.")
                .WithDescription(format.Description)
                .WithMetadata(ResponseDescriptions.Answer(format.Schema, format.MediaType))
                .ReadsQuery()
                .IsOffered()
                .IsStatic(format.Extension[format.Suffix.Length..]);
        }

        figures.MapGet(ApiAddresses.FigureTemplate, GetFigure).WithName(nameof(GetFigure)).IsOffered();
    }

    internal static Results<FigureListResult, ProblemAnswer> ListFigures(string name, ReleaseRequest request, FigureFormat format)
    {
        if (request.Release.Publication.Find(name) is not { } dataset)
        {
            return Problems.UnknownDataset(name, request.Release.Publication);
        }

        if (!QueryParser.TryParse(request.Parameters, dataset, request.Release.Manifest.Id, out var query, out var faults))
        {
            return Problems.InvalidQuery(faults, dataset);
        }

        var hasLimit = request.Parameters.Any(parameter => parameter.Key == "limit");
        query = hasLimit ? query : query with { Limit = format.DefaultLimit };
        return QueryExecutor.TrySelect(dataset, query, out var selection, out var refused)
            ? new FigureListResult(new(request.Release, dataset, selection, Next(request, selection)), request, format)
            : Problems.InvalidQuery(refused, dataset);
    }

    /// <summary>One figure, for ever, with every value it ever had.</summary>
    /// <remarks>
    /// By its key: dataset, measure, a code for each dimension, period; such as crossings/people/2025 or
    /// crossings/people/2024-07-05--2024-07-22.
    /// </remarks>
    internal static Results<JsonAnswer<FigureDetails>, ProblemAnswer> GetFigure(string? key, ReleaseRequest request)
    {
        var release = request.Release;
        if (string.IsNullOrEmpty(key))
        {
            return Problems.MissingKey(release.Publication);
        }

        // A figure may be asked for under another key than its own.
        _ = FigureLookup.TryFind(release.Publication, key, out var found, out var fault);
        var own = found?.Figure.Key ?? key;
        if (release.Manifest.Withdrawals.FirstOrDefault(withdrawal => withdrawal.Key == own) is { } withdrawal)
        {
            return Problems.Withdrawn(withdrawal, release);
        }

        return found is null
            ? Problems.UnknownFigure(WithFigures(fault!, release.Publication, key))
            : new JsonAnswer<FigureDetails>(FigureDetails.Of(request, found));
    }

    private static string? Next(ReleaseRequest request, Selection selection)
    {
        if (selection.NextOffset is not { } offset)
        {
            return null;
        }

        var query = request
            .Parameters.Where(parameter => parameter.Key != "cursor")
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}");
        string[] version = request.VersionSelector is { } selector ? [selector] : [];
        return $"{request.Address}?{string.Join('&', [.. query, .. version, $"cursor={request.Release.Manifest.Id}.{offset}"])}";
    }

    // Where no value can be suggested, the reader is sent to the figures that there are.
    private static Fault WithFigures(Fault fault, Publication publication, string key) =>
        fault.Allowed.Count == 0 && publication.Find(FigureKey.DatasetOf(key)) is { } dataset
            ? fault with
            {
                Cure = $"{fault.Cure} {ApiAddresses.FiguresOf(dataset.Name)} lists the figures.".TrimStart(),
            }
            : fault;
}
