using System.Text;
using PublicStats.Api.Addresses;
using PublicStats.Api;
using PublicStats.Api.Figures;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The downloads of a dataset, with size and digest, and the copies of them that never change.</summary>
internal static class DatasetDownloads
{
    private static readonly string[] Columns = ["File", "Format", "#Size", "SHA-256"];

    public static Markup Of(PublicSite site, Dataset dataset)
    {
        var all = $"All {dataset.Figures.Count:#,##0} figures";
        var rows = new StringBuilder(Row(site, dataset, all, "CSV", "/figures.csv", DatasetDownload.Csv(dataset).Span));
        rows.Append(
            DatasetDownload.Json(site.Release, dataset, ApiHost.JsonOptions) is { } json
                ? Row(site, dataset, "The same", "JSON", "/figures.json", json.Span)
                : Html.Row(Columns, Links(site, dataset, "The same, in parts", "/figures.json"), "JSON", "[z]", "[z]")
        );
        var caption = $"Files of the release of {ReleaseWords.Name(site, site.Release.Release)}";
        var table = Html.Table("t-download", caption, Columns, [rows.ToString()]);
        return site.Render(
            "Pages/Dataset/downloads.html",
            new Model(
                dataset.About.Structure.Illustrative,
                table,
                new(CodeKey.Of(table, "more than one file")),
                site.View.IsFrozen,
                new(Links(site, dataset, "Codes, measures and definitions as JSON", ".json"))
            )
        );
    }

    private static string Row(PublicSite site, Dataset dataset, string what, string format, string end, ReadOnlySpan<byte> bytes) =>
        Html.Row(Columns, Links(site, dataset, what, end), format, Html.Size(bytes.Length), $"<code>{ReleaseManifest.Hash(bytes)}</code>");

    // A page of a past release links to that release's file only.
    private static string Links(PublicSite site, Dataset dataset, string what, string end)
    {
        var live = ApiAddresses.Dataset(dataset.Name) + end;
        var kept = AddressBook.Versioned(live, site.Manifest.Id);
        return site.View.IsFrozen ? Html.Link(kept, what) : $"{Html.Link(live, what)} ({Html.Link(kept, "for ever")})";
    }

    /// <param name="Key">What the codes in the table mean.</param>
    /// <param name="Definitions">Links to the description of the dataset.</param>
    private sealed record Model(bool IsIllustrative, Markup Table, Markup Key, bool IsVersioned, Markup Definitions);
}
