using System.Globalization;
using System.Text;
using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Figures;
using PublicStats.Api.Http;
using PublicStats.Data.Figures;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>What changed in a release, figure by figure.</summary>
internal static class ChangeRoutes
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ApiAddresses.ChangesTemplate, ListChanges)
            .WithTags("Releases")
            .WithName("ListChanges")
            .WithSummary("What changed against the release before: added, revised, removed")
            .WithDescription(
                "Each with its old and new value, the difference, its share of the old value, and the reason as far as one was given."
            );
        app.MapGet(ApiAddresses.ChangesCsvTemplate, DownloadChanges)
            .WithTags("Releases")
            .WithName("DownloadChanges")
            .WithSummary("The same as CSV")
            .WithDescription(
                "UTF-8, one change a row: key, change, was, now, difference, share and reason; then bound, status and "
                    + "text before and after. "
                    + FigureRoutes.CsvSafety
            );
    }

    private static Task ListChanges(string release, HttpContext context) =>
        Of(
            context,
            release,
            (view, opened) =>
                Responses.Json(
                    context,
                    writer =>
                    {
                        var changes = view.ChangesOf(opened);
                        writer.WriteRelease(opened);
                        writer.WriteString("before", view.Before(opened.Release)?.Manifest.Id);
                        var counts = ChangeCounts.Of(changes);
                        foreach (var kind in Enum.GetValues<ChangeKind>())
                        {
                            writer.WriteNumber(kind.Name(), counts[kind]);
                        }

                        writer.WriteStartArray("changes");
                        foreach (var change in changes)
                        {
                            Write(writer, opened, change);
                        }

                        writer.WriteEndArray();
                    }
                )
        );

    private static Task DownloadChanges(string release, HttpContext context) =>
        Of(
            context,
            release,
            (view, opened) =>
            {
                context.Response.Headers.ContentDisposition = $"attachment; filename=\"changes-{opened.Manifest.Id}.csv\"";
                return Responses.Write(context, "text/csv; charset=utf-8; header=present", Csv(opened, view.ChangesOf(opened)));
            }
        );

    private static Task Of(HttpContext context, string id, Func<ReleaseView, SealedRelease, Task> answer) =>
        ReleaseRoutes.Of(
            context,
            id,
            (view, release) =>
                release.Purge is not null ? Problem.Purged(release).ExecuteAsync(context)
                : view.Open(release) is { } opened ? answer(view, opened)
                : Problem.Broken(id).ExecuteAsync(context)
        );

    private static void Write(Utf8JsonWriter writer, SealedRelease release, FigureChange change)
    {
        writer.WriteStartObject();
        writer.WriteString("key", change.Key);
        writer.WriteString("change", change.Kind.Name());
        WriteFigure(writer, "was", change.Was);
        WriteFigure(writer, "now", change.Now);
        writer.WriteNumberOrNull("difference", change.Difference, change.Now);
        writer.WritePropertyName("share");
        if (change.Share is { } share)
        {
            writer.WriteNumberValue(Math.Round(share, 4));
        }
        else
        {
            writer.WriteNullValue();
        }

        writer.WriteString("reason", ChangeReason.Of(release.Manifest, change.Key, change.Was, change.Now));
        writer.WriteEndObject();
    }

    private static void WriteFigure(Utf8JsonWriter writer, string name, FigureRow? figure)
    {
        if (figure is not { } there)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteStatement(there);
        writer.WriteEndObject();
    }

    private static byte[] Csv(SealedRelease release, IReadOnlyList<FigureChange> changes)
    {
        const string Header = "key,change,was,now,difference,share,reason,was_bound,was_status,was_text,now_bound,now_status,now_text";
        var csv = new StringBuilder(Header).Append('\n');
        foreach (var change in changes)
        {
            var decimals = (change.Now ?? change.Was)!.Value.Measure.Decimals;
            FigureCsv.Cell(csv, change.Key, first: true);
            FigureCsv.Cell(csv, change.Kind.Name());
            FigureCsv.NumberCell(csv, Number(change.Was?.Value, decimals));
            FigureCsv.NumberCell(csv, Number(change.Now?.Value, decimals));
            FigureCsv.NumberCell(csv, Number(change.Difference, decimals));
            FigureCsv.NumberCell(csv, change.Share is { } share ? Math.Round(share, 4).ToString(CultureInfo.InvariantCulture) : "");
            FigureCsv.Cell(csv, ChangeReason.Of(release.Manifest, change.Key, change.Was, change.Now));
            foreach (var figure in (ReadOnlySpan<FigureRow?>)[change.Was, change.Now])
            {
                FigureCsv.Cell(csv, figure?.Bound.Code());
                FigureCsv.Cell(csv, figure?.Status.Written());
                FigureCsv.Cell(csv, figure?.Text);
            }

            csv.Append('\n');
        }

        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    private static string Number(decimal? number, int decimals) => number is { } value ? FigureText.Plain(value, decimals) : "";
}
