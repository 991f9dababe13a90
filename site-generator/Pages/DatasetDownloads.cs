using System.Text;
using PublicStats.Api.Figures;
using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The downloads of a dataset, with size and digest, and the copies of them that never change.</summary>
internal static class DatasetDownloads
{
    private static readonly string[] Columns = ["File", "Format", "#Size", "SHA-256"];

    public static string Of(PublicSite site, Dataset dataset)
    {
        var all = $"All {dataset.Figures.Count:#,##0} figures";
        var rows = new StringBuilder(Row(site, dataset, all, "CSV", "/figures.csv", DatasetDownload.Csv(dataset).Span));
        rows.Append(
            DatasetDownload.Json(site.Release, dataset) is { } json
                ? Row(site, dataset, "The same", "JSON", "/figures.json", json.Span)
                : Html.Row(Columns, Links(site, dataset, "The same, in parts", "/figures.json"), "JSON", "[z]", "[z]")
        );
        var caption = $"Files of the release of {ReleaseWords.Name(site, site.Release.Release)}";
        var table = Html.Table("t-download", caption, Columns, [rows.ToString()]);
        var illustrative = dataset.About.Structure.Illustrative
            ? "<p><strong>Illustrative: invented figures.</strong> Every row of the file says so in its status.</p>"
            : "";
        var which = site.View.IsFrozen
            ? "Each file is the one of this release, and never changes."
            : "The first link of each gives the latest release; “for ever” gives this one, the same bytes always.";
        return $"""
            <section class="part" aria-labelledby="download"><h2 id="download">Download</h2><div>
            {illustrative}{table}{CodeKey.Of(table, "more than one file")}
            <p class="small">{which} {Links(site, dataset, "Codes, measures and definitions as JSON", ".json")}.
            <a href="/journalists/">How to ask the API for one figure</a>.</p></div></section>

            """;
    }

    private static string Row(PublicSite site, Dataset dataset, string what, string format, string end, ReadOnlySpan<byte> bytes) =>
        Html.Row(Columns, Links(site, dataset, what, end), format, Html.Size(bytes.Length), $"<code>{Responses.Sha256(bytes)}</code>");

    // A page that is kept as a release had it leads to that release's file and to no other.
    private static string Links(PublicSite site, Dataset dataset, string what, string end)
    {
        var kept = $"/v1/releases/{site.Manifest.Id}/datasets/{dataset.Name}{end}";
        return site.View.IsFrozen
            ? $"<a href=\"{kept}\">{what}</a>"
            : $"<a href=\"/v1/datasets/{dataset.Name}{end}\">{what}</a> (<a href=\"{kept}\">for ever</a>)";
    }
}
