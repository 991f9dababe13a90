using System.Collections.Concurrent;
using System.Text;
using PublicStats.Data.Publications;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Pages;

namespace PublicStats.SiteGenerator.Site;

/// <summary>A file of the site.</summary>
public sealed record SiteFile(byte[] Bytes, string Type);

/// <summary>The site of one release: every page is a function of it, made when first asked for and kept.</summary>
/// <param name="linked">Takes the key of every figure that a page links to, so that a static build writes those pages too; null when nobody asks.</param>
public sealed class PublicSite(SealedRelease release, ISet<string>? linked = null)
{
    private readonly ConcurrentDictionary<string, SiteFile?> made = new(StringComparer.Ordinal);

    internal Publication Publication => release.Publication;

    internal ReleaseManifest Manifest => release.Manifest;

    internal SealedRelease Release => release;

    /// <summary>The pages and pictures that do not depend on what is linked, by their path: <c>crossings/index.html</c>.</summary>
    public IEnumerable<string> Paths =>
    [
        "index.html", "404.html", "style.css", "releases/index.html",
        .. Publication.Pages.Where(each => each.Name != "home").Select(each => each.Name + "/index.html"),
        .. Publication.Datasets.SelectMany(dataset => dataset.About.Charts
            .SelectMany(chart => new[] { $"{dataset.Name}/charts/{chart.Id}-wide.svg", $"{dataset.Name}/charts/{chart.Id}-narrow.svg" }).Prepend(dataset.Name + "/index.html")),
    ];

    /// <summary>The file at a path; null when there is none.</summary>
    public SiteFile? Get(string path) => made.TryGetValue(path, out var file) ? file : Keep(path, Make(path));

    /// <summary>The address of a figure's own page.</summary>
    internal string FigureAddress(string key)
    {
        linked?.Add(key);
        return $"/{key}/";
    }

    // Anyone may ask for any address: only what exists is kept.
    private SiteFile? Keep(string path, SiteFile? file) => file is null || made.Count > 20_000 ? file : made[path] = file;

    private SiteFile? Make(string path)
    {
        if (path == "style.css")
        {
            return new(Embedded(path), "text/css; charset=utf-8");
        }

        if (path.EndsWith(".svg", StringComparison.Ordinal))
        {
            return ChartFiles.Make(this, path) is { } svg ? new(Encoding.UTF8.GetBytes(svg), "image/svg+xml") : null;
        }

        var page = path switch
        {
            "index.html" => HomePage.Make(this),
            "404.html" => TextPages.NotFound(),
            "releases/index.html" => TextPages.Releases(this),
            _ when path.EndsWith("/index.html", StringComparison.Ordinal) => Named(path[..^"/index.html".Length]),
            _ => null,
        };
        return page is null ? null : new(Encoding.UTF8.GetBytes(Layout.Render(this, page)), "text/html; charset=utf-8");
    }

    private PageContent? Named(string name) =>
        Publication.Find(name) is { } dataset ? DatasetPage.Make(this, dataset)
        : Publication.Pages.FirstOrDefault(each => each.Name == name && name != "home") is { } page ? TextPages.Make(this, page)
        : name.Contains('/') && FigureLookup.Find(Publication, name, out _) is { } found ? FigurePage.Make(this, found)
        : null;

    internal static byte[] Embedded(string name)
    {
        using var stream = typeof(PublicSite).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
