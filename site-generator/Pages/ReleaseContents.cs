using System.Globalization;
using PublicStats.Api;
using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What a release holds: each dataset with its page as it was, and its download.</summary>
internal static class ReleaseContents
{
    private static readonly string[] Columns = ["Dataset", "#Figures", "#Withheld", "Download"];

    public static string Of(SealedRelease release)
    {
        var id = release.Manifest.Id;
        var rows = release.Manifest.Datasets.Select(dataset =>
            Html.Row(
                Columns,
                $"<a href=\"/releases/{id}/{dataset.Name}/\">{Html.Text(release.Publication.Find(dataset.Name)!.Title)}</a>",
                dataset.Figures.ToString("#,##0", CultureInfo.InvariantCulture),
                dataset.Withheld.ToString("#,##0", CultureInfo.InvariantCulture),
                Download(release, release.Publication.Find(dataset.Name)!)
            )
        );
        var pages = string.Concat(
            release
                .Publication.Pages.Where(page => page.Name != "home")
                .Select(page => $"<li><a href=\"/releases/{id}/{page.Name}/\">{Html.Text(page.Title)}</a></li>")
        );
        return $"""
            <section class="part" aria-labelledby="holds"><h2 id="holds">What it holds</h2><div>
            {Html.Table("t-holds", $"Datasets as they were published on {Html.Day(release.PublishedAt)}", Columns, rows)}
            <p>The pages of words, as they were:</p><ul>{pages}</ul></div></section>

            """;
    }

    private static string Download(SealedRelease release, Dataset dataset)
    {
        var definitions = AddressBook.Versioned(ApiAddresses.Dataset(dataset.Name), release.Manifest.Id) + ApiAddresses.JsonSuffix;
        var files = FigureFormat.All.Where(format => format.IsDownload).Select(format => File(release, dataset, format));
        return $"{string.Concat(files)}<a href=\"{definitions}\">definitions<span class=\"vh\"> of {Html.Text(dataset.Title)}</span></a>";
    }

    private static string File(SealedRelease release, Dataset dataset, FigureFormat format)
    {
        var address = AddressBook.Versioned(ApiAddresses.FiguresOf(dataset.Name) + format.Suffix, release.Manifest.Id);
        var link = $"<a href=\"{address}\">{format.Title}<span class=\"vh\"> of {Html.Text(dataset.Title)}</span></a>";
        var file = DatasetDownload.Of(release, dataset, format, ApiHost.JsonOptions);
        return file is null ? $"{link}; " : $"{link}, {Html.Size(file.Size)}; ";
    }
}
