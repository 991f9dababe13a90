using System.Text;
using PublicStats.Api.Figures;
using PublicStats.Api.Hosting;
using PublicStats.Data.Publications;
using PublicStats.SiteGenerator.Site;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The downloads of a dataset, with size and digest, and the copies of them that never change.</summary>
internal static class DatasetDownloads
{
    private static readonly string[] Columns = ["File", "Format", "#Size", "SHA-256"];

    public static string Of(PublicSite site, Dataset dataset)
    {
        var (live, kept) = ($"/v1/datasets/{dataset.Name}", $"/v1/releases/{site.Manifest.Id}/datasets/{dataset.Name}");
        var rows = new StringBuilder(Row($"All {dataset.Figures.Count:#,##0} figures", "CSV", live + "/figures.csv", kept + "/figures.csv", DatasetDownload.Csv(dataset).Span));
        rows.Append(DatasetDownload.Json(site.Release, dataset) is { } json
            ? Row("The same", "JSON", live + "/figures.json", kept + "/figures.json", json.Span)
            : Html.Row(Columns, $"<a href=\"{live}/figures.json\">The same, in parts</a> (<a href=\"{kept}/figures.json\">for ever</a>)", "JSON", "[z]", "[z]"));
        return $"""
            <section class="part" aria-labelledby="download"><h2 id="download">Download</h2><div>
            {(dataset.About.Illustrative ? "<p><strong>Illustrative: invented figures.</strong> Every row of the file says so in its status.</p>" : "")}
            {Html.Table("t-download", $"Files of the release of {ReleaseWords.Name(site, site.Release.Release)}", Columns, [rows.ToString()])}
            <p class="small">The first link of each gives the latest release; “for ever” gives this one, the same bytes always. [z] not applicable: more than one file. <a href="{live}.json">Codes, measures and definitions as JSON</a> (<a href="{kept}.json">for ever</a>). <a href="/journalists/">How to ask the API for one figure</a>.</p></div></section>

            """;
    }

    private static string Row(string what, string format, string live, string kept, ReadOnlySpan<byte> bytes) =>
        Html.Row(Columns, $"<a href=\"{live}\">{what}</a> (<a href=\"{kept}\">for ever</a>)", format, Html.Size(bytes.Length), $"<code>{Answering.Sha256(bytes)}</code>");
}
