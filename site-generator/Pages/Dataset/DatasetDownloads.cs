using System.Text;
using PublicStats.Api;
using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;
using PublicStats.Data.Datasets;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The downloads of a dataset, with size and digest, and the copies of them that never change.</summary>
internal static class DatasetDownloads
{
    private static readonly string[] Columns = ["File", "Format", "#Size", "SHA-256"];

    public static Markup Of(PublicSite site, Dataset dataset)
    {
        var rows = new StringBuilder();
        var what = $"All {dataset.Figures.Count:#,##0} figures";

        // Formats that always hold the whole dataset come first.
        foreach (var format in FigureFormat.All.OrderByDescending(format => format.DefaultLimit))
        {
            rows.Append(Row(site, dataset, what, format));
            what = "The same";
        }

        var caption = $"Files of the release of {ReleaseWords.Name(site, site.Release.Release)}";
        var table = Html.Table("t-download", caption, Columns, [rows.ToString()]);
        return site.Render(
            "Pages/Dataset/downloads.html",
            new Model(
                dataset.About.Structure.Illustrative,
                table,
                CodeKey.Of(table, "more than one file"),
                site.View.IsFrozen,
                new(Links(site, "Codes, measures and definitions as JSON", ApiAddresses.Dataset(dataset.Name) + ApiAddresses.JsonSuffix))
            )
        );
    }

    private static string Row(PublicSite site, Dataset dataset, string what, FigureFormat format)
    {
        var address = ApiAddresses.FiguresOf(dataset.Name) + format.Extension;
        return DatasetDownload.Of(site.Release, dataset, format, ApiHost.JsonOptions) is { } file
            ? Html.Row(Columns, Links(site, what, address), format.Title, Html.Size(file.Size), $"<code>{file.Sha256}</code>")
            : Html.Row(Columns, Links(site, what + ", in parts", address), format.Title, "[z]", "[z]");
    }

    // A page of a past release links to that release's file only.
    private static string Links(PublicSite site, string what, string address)
    {
        var versioned = AddressBook.Versioned(address, site.Manifest.Id);
        return site.View.IsFrozen ? Html.Link(versioned, what) : $"{Html.Link(address, what)} ({Html.Link(versioned, "for ever")})";
    }

    /// <param name="Key">What the codes in the table mean.</param>
    /// <param name="Definitions">Links to the description of the dataset.</param>
    private sealed record Model(bool IsIllustrative, Markup Table, Markup Key, bool IsVersioned, Markup Definitions);
}
