using PublicStats.Api.Hosting;
using PublicStats.Api.Problems;
using PublicStats.Data.Figures;
using PublicStats.Data.Publications;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;

namespace PublicStats.Api.Figures;

/// <summary>The figures: many at once, or one for ever.</summary>
internal static class FigureRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/datasets/{dataset}/figures", ListFigures).WithTags("Figures").WithName("ListFigures")
            .WithSummary("The figures asked for").WithDescription("Filtered, summed where that is true, sorted and paged. The whole dataset up to the limit unless asked otherwise.");
        app.MapGet("/v1/datasets/{dataset}/figures.csv", DownloadFigures).WithTags("Figures").WithName("DownloadFigures")
            .WithSummary("The same as CSV").WithDescription("Tidy, UTF-8, one figure a row. The whole dataset unless a limit is asked for.");
        app.MapGet("/v1/figures/{**key}", GetFigure).WithTags("Figures").WithName("GetFigure")
            .WithSummary("One figure, for ever").WithDescription("By its key: dataset, measure, a code for each dimension, period; such as crossings/people/2025 or crossings/people/2024-07-05--2024-07-22.");
    }

    private static Task ListFigures(string dataset, HttpContext context, CurrentRelease current) =>
        Answer(dataset, context, current, (release, table, selection) => Answering.Json(context, release, writer =>
        {
            writer.WriteString("dataset", table.Name);
            writer.WriteRelease(release.Manifest);
            writer.WriteOptional("notice", table.About.Notice);
            writer.WriteStartArray("figures");
            foreach (var row in selection.Rows)
            {
                writer.WriteStartObject();
                writer.WriteFigure(selection.Table, selection.Table[row]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteNumber("total", selection.Total);
            writer.WriteString("next", Next(context.Request, release.Manifest, selection));
        }));

    private static Task DownloadFigures(string dataset, HttpContext context, CurrentRelease current) =>
        Answer(dataset, context, current, async (release, table, selection) =>
        {
            if (Answering.IsKnown(context, release.Manifest))
            {
                return;
            }

            var name = table.About.Illustrative && !table.Name.Contains("illustrative", StringComparison.Ordinal) ? table.Name + "-illustrative" : table.Name;
            context.Response.ContentType = "text/csv; charset=utf-8; header=present";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}-{release.Manifest.Id}.csv\"";
            if (Next(context.Request, release.Manifest, selection) is { } next)
            {
                context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
            }

            await context.Response.WriteAsync(FigureCsv.Write(selection, table), context.RequestAborted);
        });

    private static async Task Answer(string name, HttpContext context, CurrentRelease current, Func<SealedRelease, Dataset, Selection, Task> answer)
    {
        var release = current.Now();
        if (release.Publication.Find(name) is not { } dataset)
        {
            await Problem.NoSuchDataset(name, release.Publication).ExecuteAsync(context);
            return;
        }

        var pairs = context.Request.Query.SelectMany(each => each.Value.Select(value => KeyValuePair.Create(each.Key, value ?? "")));
        var query = new QueryReader(dataset, release.Manifest.Id).Read(pairs, out var faults);
        if (query is not null && context.Request.Path.Value!.EndsWith(".csv", StringComparison.Ordinal) && !context.Request.Query.ContainsKey("limit"))
        {
            query = query with { Limit = int.MaxValue };
        }

        var selection = query is null ? null : FigureSelector.Select(dataset, query, out var refused) is { } found ? found : Refused(refused!, out faults);
        await (selection is null ? Problem.BadQuery(faults, dataset).ExecuteAsync(context) : answer(release, dataset, selection));
    }

    private static Selection? Refused(QueryFault fault, out IReadOnlyList<QueryFault> faults)
    {
        faults = [fault];
        return null;
    }

    private static string? Next(HttpRequest request, ReleaseManifest release, Selection selection)
    {
        if (selection.NextOffset is not { } offset)
        {
            return null;
        }

        var query = request.Query.Where(each => each.Key != "cursor").OrderBy(each => each.Key, StringComparer.Ordinal)
            .Select(each => $"{each.Key}={Uri.EscapeDataString(each.Value.ToString())}");
        return $"{request.Path}?{string.Join('&', query.Append($"cursor={release.Id}.{offset}"))}";
    }

    private static async Task GetFigure(string key, HttpContext context, CurrentRelease current)
    {
        var release = current.Now();
        var fault = context.Request.Query.Keys.FirstOrDefault() is { } parameter
            ? new QueryFault(parameter, context.Request.Query[parameter].ToString(), $"A figure's address takes no parameter, and {parameter} was given. Leave it out.", [], null) : null;
        var found = fault is null ? FigureLookup.Find(release.Publication, key, out fault) : null;
        if (found is null)
        {
            await Problem.NoSuchFigure(fault!).ExecuteAsync(context);
            return;
        }

        var (figure, dataset) = (found.Figure, found.Dataset);
        await Answering.Json(context, release, writer =>
        {
            writer.WriteString("dataset", dataset.Name);
            writer.WriteRelease(release.Manifest);
            writer.WriteOptional("notice", dataset.About.Notice);
            writer.WriteStartObject("figure");
            writer.WriteFigure(found.Table, figure);
            writer.WriteEndObject();
            writer.WriteStartObject("means");
            writer.WriteString("measure", figure.Measure.Label);
            writer.WriteString("definition", figure.Measure.Definition);
            writer.WriteString("unit", figure.Words.Unit ?? figure.Measure.Unit);
            writer.WriteString("period", figure.Period.Label);
            writer.WriteString("firstDay", figure.Period.First.ToString("O"));
            writer.WriteString("lastDay", figure.Period.Last.ToString("O"));
            for (var i = 0; i < found.Table.Dimensions.Count; i++)
            {
                writer.WriteString(found.Table.Dimensions[i].Name, figure.Code(i).Label);
            }

            writer.WriteStrings("status", figure.Status.Codes().Select(each => FigureStatuses.Meaning(each)!));
            writer.WriteEndObject();
            writer.WriteSource("source", dataset.Source(figure.Words.Source ?? dataset.About.Source));
            writer.WriteString("cite", Citation.Of(release, found));
            writer.WriteString("page", $"{release.Publication.Address}/{figure.Key}/");
        });
    }
}
