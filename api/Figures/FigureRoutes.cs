using PublicStats.Api.Asking;
using PublicStats.Api.Hosting;
using PublicStats.Api.Problems;
using PublicStats.Data.Publications;
using PublicStats.Data.Queries;

namespace PublicStats.Api.Figures;

/// <summary>The figures: many at once, or one for ever.</summary>
internal static class FigureRoutes
{
    /// <summary>Said of every CSV that is made here.</summary>
    internal const string CsvSafety = "A text that begins with =, +, -, @, a tab or a carriage return has an apostrophe " +
        "before it, so that no spreadsheet program runs it as a formula.";

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/datasets/{dataset}/figures", ListFigures).WithTags("Figures").WithName("ListFigures")
            .WithSummary("The figures asked for").WithDescription("Filtered, summed where that is true, sorted and paged. The whole dataset up to the limit unless asked otherwise.");
        app.MapGet("/v1/datasets/{dataset}/figures.csv", DownloadFigures).WithTags("Figures").WithName("DownloadFigures")
            .WithSummary("The same as CSV")
            .WithDescription("Tidy, UTF-8, one figure a row. The whole dataset unless a limit is asked for. " + CsvSafety);
        app.MapGet("/v1/figures/{**key}", GetFigure).WithTags("Figures").WithName("GetFigure")
            .WithSummary("One figure, for ever, with every value it ever had").WithDescription("By its key: dataset, measure, a code for each dimension, period; such as crossings/people/2025 or crossings/people/2024-07-05--2024-07-22.");
    }

    private static Task ListFigures(string dataset, HttpContext context) => Answer(dataset, context, csv: false, (asked, table, selection) =>
        Answering.Json(context, writer => FigureListJson.Write(writer, asked.Release, table, selection, Next(asked, selection))));

    private static Task DownloadFigures(string dataset, HttpContext context) => Answer(dataset, context, csv: true, async (asked, table, selection) =>
    {
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{DownloadName.Of(asked.Release, table, asked.Parameters)}\"";
        if (Next(asked, selection) is { } next)
        {
            context.Response.Headers.Append("Link", $"<{next}>; rel=\"next\"");
        }

        if (!Answering.IsKnown(context))
        {
            await Answering.Write(context, "text/csv; charset=utf-8; header=present", FigureCsv.Write(selection, table));
        }
    });

    private static async Task Answer(string name, HttpContext context, bool csv, Func<Asked, Dataset, Selection, Task> answer)
    {
        var asked = context.Asked();
        if (asked.Release.Publication.Find(name) is not { } dataset)
        {
            await Problem.NoSuchDataset(name, asked.Release.Publication).ExecuteAsync(context);
            return;
        }

        var reader = new QueryReader(dataset, asked.Release.Manifest.Id);
        var query = reader.Read(asked.Parameters, out var faults);
        if (query is not null && csv && asked.Parameters.All(each => each.Key != "limit"))
        {
            query = query with { Limit = int.MaxValue };
        }

        var selection = query is null ? null : FigureSelector.Select(dataset, query, out var refused) is { } found ? found : Refused(refused!, out faults);
        await (selection is null
            ? Problem.BadQuery(faults, dataset, reader.FaultsNotListed).ExecuteAsync(context)
            : answer(asked, dataset, selection));
    }

    private static Selection? Refused(QueryFault fault, out IReadOnlyList<QueryFault> faults)
    {
        faults = [fault];
        return null;
    }

    private static string? Next(Asked asked, Selection selection)
    {
        if (selection.NextOffset is not { } offset)
        {
            return null;
        }

        var query = asked.Parameters.Where(each => each.Key != "cursor").OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"{each.Key}={Uri.EscapeDataString(each.Value)}");
        return $"{asked.Address}?{string.Join('&', query.Concat(asked.Pin is { } pin ? [pin] : []).Append($"cursor={asked.Release.Manifest.Id}.{offset}"))}";
    }

    private static async Task GetFigure(string? key, HttpContext context)
    {
        var asked = context.Asked();
        var release = asked.Release;
        if (string.IsNullOrEmpty(key))
        {
            await Problem.MissingKey(release.Publication).ExecuteAsync(context);
            return;
        }

        // A figure may be asked for under another key than its own.
        var own = FigureLookup.Find(release.Publication, key, out _)?.Figure.Key ?? key;
        if (release.Manifest.Withdrawals.FirstOrDefault(each => each.Key == own) is { } withdrawal)
        {
            await Problem.Withdrawn(withdrawal, release).ExecuteAsync(context);
            return;
        }

        var found = FigureLookup.Find(release.Publication, key, out var fault);
        await (found is null ? Problem.NoSuchFigure(fault!).ExecuteAsync(context) : Answering.Json(context, writer => OneFigureJson.Write(writer, asked, found)));
    }
}
