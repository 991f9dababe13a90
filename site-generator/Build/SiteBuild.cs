using System.Net;
using PublicStats.Api.Addresses;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Pages;

namespace PublicStats.SiteGenerator.Build;

/// <summary>One build: the answers of each release, then the latest site, then the pages of each release.</summary>
/// <param name="program">Names the program: the same program makes the same files of the same release.</param>
internal sealed class SiteBuild(
    ReleaseView view,
    OutputFolder target,
    StaticApi api,
    HttpClient http,
    string program,
    CancellationToken stop
)
{
    private readonly HashSet<string> linked = new(StringComparer.Ordinal);

    /// <summary>Writes the API's answers of a release. Those that an earlier build wrote are kept.</summary>
    public async Task Answers(Release release)
    {
        await Fetch(api.Record(release));
        if (!Keep(release, ApiAddresses.Release(release.Id)[1..] + "/"))
        {
            await Fetch(api.Content(release, Open(release)!.Shown.Publication));
        }
    }

    /// <summary>Writes the site of the latest release, and the API's answers that are not of one release.</summary>
    public async Task Latest()
    {
        await Fetch(api.Latest(view.Shown.Publication));
        var site = new SitePages(view, linked);
        Put(site, "", site.Paths);
        await Figures(site, "", name => !name.StartsWith("releases/", StringComparison.Ordinal));
    }

    /// <summary>Writes the pages of a release, and the figures that pages written so far link to.</summary>
    public async Task Pages(Release release)
    {
        var pages = AddressBook.ReleasePage(release.Id)[1..];
        var isKept = Keep(release, pages);
        if (Open(release) is not { } opened)
        {
            return;
        }

        var site = new SitePages(opened, linked);
        if (!isKept)
        {
            Put(site, pages, site.Paths);
        }

        // A figure's page that an earlier build wrote may have been cited: it stays, though no page leads to it any more.
        linked.UnionWith(
            target
                .HeldUnder(pages)
                .Where(name =>
                    !target.Holds(name)
                    && name.EndsWith("/index.html", StringComparison.Ordinal)
                    && name[pages.Length..].Count(letter => letter == '/') > 1
                    && site.Get(name[pages.Length..]) is not null
                )
                .Select(name => name[..^"/index.html".Length])
        );
        await Figures(site, pages, name => name.StartsWith(pages, StringComparison.Ordinal));
        if (site.View.IsWhole)
        {
            target.Mark(Mark(opened));
        }
    }

    private ReleaseView? Open(Release release) => view.Open(release) is { } opened ? view.Of(opened, isFrozen: true) : null;

    private string Mark(ReleaseView opened) => $"{opened.Shown.Release.Id} {opened.Tag} {program}";

    // Whether nothing is to be written to a folder of a release: an earlier build wrote the same, or the release cannot be opened.
    private bool Keep(Release release, string folder)
    {
        if (release.Purge is not null)
        {
            target.Clear(folder);
            return true;
        }

        if (Open(release) is { } opened)
        {
            return target.Keep(Mark(opened), folder);
        }

        // An earlier build may have been able to open it.
        target.Keep([folder]);
        return true;
    }

    private void Put(SitePages site, string under, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            target.Put(under + path, site.Get(path)!.Bytes);
        }
    }

    // A figure's page may link to another's: go on until no page is new.
    private async Task Figures(SitePages site, string under, Func<string, bool> isOfThis)
    {
        while (
            linked.Where(name => isOfThis(name) && !target.Holds(name + "/index.html")).Order(StringComparer.Ordinal).ToList()
                is { Count: > 0 } fresh
        )
        {
            var keys = fresh.Select(name => name[under.Length..]).ToList();
            Put(site, under, keys.Select(key => key + "/index.html"));
            await Fetch(
                keys.Select(StaticApi.Figure)
                    .Select(file => site.View.IsFrozen ? AddressBook.Versioned(file, site.View.Shown.Manifest.Id) : file)
            );
        }
    }

    private async Task Fetch(IEnumerable<string> addresses)
    {
        foreach (var address in addresses)
        {
            using var response = await http.GetAsync(address, stop);

            // What was withdrawn or purged answers too: that it is gone, and why.
            if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Gone))
            {
                throw new InvalidOperationException($"{address} answers {(int)response.StatusCode}.");
            }

            target.Put(address[1..], await response.Content.ReadAsByteArrayAsync(stop));
        }
    }
}
