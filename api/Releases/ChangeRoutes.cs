using System.Buffers;
using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Figures;
using PublicStats.Data.Files;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Releases;

/// <summary>What changed in a release, figure by figure.</summary>
internal static class ChangeRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var releases = routes.MapGroup("").WithTags("Releases");
        releases.MapGet(ApiAddresses.ChangesTemplate, ListChanges).WithName(nameof(ListChanges)).IsOffered().IsStatic();
        releases
            .MapGet(ApiAddresses.ChangesCsvTemplate, DownloadChanges)
            .WithName(nameof(DownloadChanges))
            .Answers<string>("text/csv")
            .IsStatic(suffix: "");
    }

    /// <summary>What changed against the release before: added, revised, removed.</summary>
    /// <remarks>
    /// Each with its old and new value, the difference, its share of the old value, and the reason as far as one was given.
    /// </remarks>
    internal static Results<JsonAnswer<ChangeList>, ProblemAnswer> ListChanges(string release, ReleaseRequest request) =>
        request.TryOpen(release, out var opened, out var problem)
            ? new JsonAnswer<ChangeList>(ChangeList.Of(request.View, opened))
            : problem;

    /// <summary>The same as CSV.</summary>
    /// <remarks>
    /// UTF-8, one change a row: key, change, was, now, difference, share and reason; then bound, status and text before and after. A text
    /// that begins with =, +, -, @, a tab or a carriage return has an apostrophe before it, so that no spreadsheet program runs it as a
    /// formula.
    /// </remarks>
    internal static Results<FileContentHttpResult, ProblemAnswer> DownloadChanges(
        string release,
        ReleaseRequest request,
        HttpResponse response
    )
    {
        if (!request.TryOpen(release, out var opened, out var problem))
        {
            return problem;
        }

        response.Headers.ContentDisposition = $"attachment; filename=\"changes-{opened.Manifest.Id}.csv\"";
        return TypedResults.Bytes(Csv(opened, request.View.ChangesOf(opened)), "text/csv; charset=utf-8; header=present");
    }

    private static ReadOnlyMemory<byte> Csv(SealedRelease release, IReadOnlyList<FigureChange> changes)
    {
        string[] header =
        [
            "key",
            "change",
            "was",
            "now",
            "difference",
            "share",
            "reason",
            "was_bound",
            "was_status",
            "was_text",
            "now_bound",
            "now_status",
            "now_text",
        ];
        var bytes = new ArrayBufferWriter<byte>();
        var csv = new CsvWriter(bytes, Formulas.Disarmed);
        csv.Row(header);
        foreach (var change in changes)
        {
            var decimals = (change.Now ?? change.Was)!.Value.Measure.Decimals;
            csv.Text(change.Key);
            csv.Text(change.Kind.Name());
            csv.Number(Number(change.Was?.Value, decimals));
            csv.Number(Number(change.Now?.Value, decimals));
            csv.Number(Number(change.Difference, decimals));
            csv.Number(change.Share is { } share ? Math.Round(share, 4).ToString(CultureInfo.InvariantCulture) : "");
            csv.Text(ChangeReason.Of(release.Manifest, change.Key, change.Was, change.Now));
            foreach (var figure in (ReadOnlySpan<FigureRow?>)[change.Was, change.Now])
            {
                csv.Text(figure?.Bound.Code());
                csv.Text(figure?.Status.Written());
                csv.Text(figure?.Text);
            }

            csv.EndRow();
        }

        return bytes.WrittenMemory;
    }

    private static string Number(decimal? number, int decimals) => number is { } value ? FigureText.Plain(value, decimals) : "";
}
