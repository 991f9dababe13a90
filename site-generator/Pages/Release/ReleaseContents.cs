using System.Globalization;
using PublicStats.Api;
using PublicStats.Api.Addresses;
using PublicStats.Api.Formats;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>What a release contains: each dataset with its page and its download, and each page of text.</summary>
internal sealed record ReleaseContents(Markup Datasets, IReadOnlyList<PageLink> Pages)
{
    private static readonly string[] Columns = ["Dataset", "#Figures", "#Withheld", "Download"];

    public static ReleaseContents Of(SealedRelease release)
    {
        var caption = $"Datasets as they were published on {Html.Day(release.PublishedAt)}";
        var pages = release.Publication.Pages.Where(page => page.Name != "home");
        return new(
            Html.Table("t-holds", caption, Columns, release.Manifest.Datasets.Select(dataset => Row(release, dataset))),
            [.. pages.Select(page => new PageLink(page.Title, AddressBook.Versioned($"/{page.Name}/", release.Manifest.Id)))]
        );
    }

    private static string Row(SealedRelease release, ReleaseDataset counts)
    {
        var dataset = release.Publication.Find(counts.Name)!;
        return Html.Row(
            Columns,
            Html.Link(AddressBook.Versioned($"/{dataset.Name}/", release.Manifest.Id), dataset.Title),
            counts.Figures.ToString("#,##0", CultureInfo.InvariantCulture),
            counts.Withheld.ToString("#,##0", CultureInfo.InvariantCulture),
            Downloads(release, dataset)
        );
    }

    private static string Downloads(SealedRelease release, Dataset dataset)
    {
        var definitions = AddressBook.Versioned(ApiAddresses.Dataset(dataset.Name), release.Manifest.Id) + ApiAddresses.JsonSuffix;
        var files = FigureFormat.All.Where(format => format.IsDownload).Select(format => File(release, dataset, format));
        return $"{string.Concat(files)}{Download(definitions, "definitions", dataset)}";
    }

    private static string File(SealedRelease release, Dataset dataset, FigureFormat format)
    {
        var address = AddressBook.Versioned(ApiAddresses.FiguresOf(dataset.Name) + format.Suffix, release.Manifest.Id);
        var link = Download(address, format.Title, dataset);
        var file = DatasetDownload.Of(release, dataset, format, ApiHost.JsonOptions);
        return file is null ? $"{link}; " : $"{link}, {Html.Size(file.Size)}; ";
    }

    private static string Download(string address, string name, Dataset dataset) =>
        Html.Link(address, new Markup($"{name}<span class=\"vh\"> of {Html.Text(dataset.Title)}</span>"));
}
