using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Datasets;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Figures;

/// <summary>The figures: many at once, or one for ever.</summary>
internal static class FigureRoutes
{
    /// <summary>Said of every CSV that is made here.</summary>
    internal const string CsvSafety =
        "A text that begins with =, +, -, @, a tab or a carriage return has an apostrophe "
        + "before it, so that no spreadsheet program runs it as a formula.";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ApiAddresses.FiguresTemplate, ListFigures)
            .WithTags("Figures")
            .WithName("ListFigures")
            .Answers<FigureList>("application/json")
            .ReadsQuery()
            .WithSummary("The figures asked for")
            .WithDescription(
                "Filtered, summed where that is true, sorted and paged. The whole dataset up to the limit unless asked otherwise."
            );
        app.MapGet(ApiAddresses.FiguresCsvTemplate, DownloadFigures)
            .WithTags("Figures")
            .WithName("DownloadFigures")
            .Answers<string>("text/csv")
            .ReadsQuery()
            .WithSummary("The same as CSV")
            .WithDescription("Tidy, UTF-8, one figure a row. The whole dataset unless a limit is asked for. " + CsvSafety);
        app.MapGet(ApiAddresses.FigureTemplate, GetFigure)
            .WithTags("Figures")
            .WithName("GetFigure")
            .Answers<FigureDetails>("application/json")
            .WithSummary("One figure, for ever, with every value it ever had")
            .WithDescription(
                "By its key: dataset, measure, a code for each dimension, period; such as crossings/people/2025 or "
                    + "crossings/people/2024-07-05--2024-07-22."
            );
    }

    private static Task ListFigures(string dataset, HttpContext context) =>
        Answer(
            dataset,
            context,
            csv: false,
            (asked, table, selection) =>
                new JsonAnswer<FigureList>(FigureList.Of(asked.Release, table, selection, Next(asked, selection))).ExecuteAsync(context)
        );

    private static Task DownloadFigures(string dataset, HttpContext context) =>
        Answer(
            dataset,
            context,
            csv: true,
            (asked, table, selection) =>
            {
                context.Response.Headers.ContentDisposition =
                    $"attachment; filename=\"{DownloadName.Of(asked.Release, table, asked.Parameters)}\"";
                if (Next(asked, selection) is { } next)
                {
                    context.Response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
                }

                return Responses.Write(context, "text/csv; charset=utf-8; header=present", FigureCsv.Write(selection, table));
            }
        );

    private static async Task Answer(string name, HttpContext context, bool csv, Func<ReleaseRequest, Dataset, Selection, Task> answer)
    {
        var asked = context.GetReleaseRequest();
        if (asked.Release.Publication.Find(name) is not { } dataset)
        {
            await Problems.UnknownDataset(name, asked.Release.Publication).ExecuteAsync(context);
            return;
        }

        var reader = new QueryReader(dataset, asked.Release.Manifest.Id);
        var query = reader.Read(asked.Parameters, out var faults);
        if (query is not null && csv && asked.Parameters.All(parameter => parameter.Key != "limit"))
        {
            query = query with { Limit = int.MaxValue };
        }

        var selection =
            query is null ? null
            : QueryExecutor.Select(dataset, query, out var refused) is { } found ? found
            : Refused(refused!, out faults);
        await (
            selection is null
                ? Problems.InvalidQuery(faults, dataset, reader.FaultsNotListed).ExecuteAsync(context)
                : answer(asked, dataset, selection)
        );
    }

    private static Selection? Refused(QueryFault fault, out IReadOnlyList<QueryFault> faults)
    {
        faults = [fault];
        return null;
    }

    private static string? Next(ReleaseRequest asked, Selection selection)
    {
        if (selection.NextOffset is not { } offset)
        {
            return null;
        }

        var query = asked
            .Parameters.Where(parameter => parameter.Key != "cursor")
            .OrderBy(parameter => parameter.Key, StringComparer.Ordinal)
            .Select(parameter => $"{parameter.Key}={Uri.EscapeDataString(parameter.Value)}");
        string[] version = asked.VersionSelector is { } selector ? [selector] : [];
        return $"{asked.Address}?{string.Join('&', [.. query, .. version, $"cursor={asked.Release.Manifest.Id}.{offset}"])}";
    }

    private static async Task GetFigure(string? key, HttpContext context)
    {
        var asked = context.GetReleaseRequest();
        var release = asked.Release;
        if (string.IsNullOrEmpty(key))
        {
            await Problems.MissingKey(release.Publication).ExecuteAsync(context);
            return;
        }

        // A figure may be asked for under another key than its own.
        var found = FigureLookup.Find(release.Publication, key, out var fault);
        var own = found?.Figure.Key ?? key;
        if (release.Manifest.Withdrawals.FirstOrDefault(otherWithdrawal => otherWithdrawal.Key == own) is { } withdrawal)
        {
            await Problems.Withdrawn(withdrawal, release).ExecuteAsync(context);
            return;
        }

        await (
            found is null
                ? Problems.UnknownFigure(fault!).ExecuteAsync(context)
                : new JsonAnswer<FigureDetails>(FigureDetails.Of(asked, found)).ExecuteAsync(context)
        );
    }
}
