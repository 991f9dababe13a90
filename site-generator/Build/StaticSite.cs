using System.Net;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Pages;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.SiteGenerator.Build;

/// <summary>What a build did.</summary>
public sealed record BuiltSite(string Release, int Files, int Written, int Removed);

/// <summary>
/// Writes the site and the API's answers as files: everything that is published at the time of the build, and nothing else. The answers
/// come from the API
/// itself, so both are the same bytes.
/// </summary>
public static class StaticSite
{
    // What the same program made of the same release is the same.
    private static readonly string Program = string.Concat(
        new[] { typeof(StaticSite).Assembly, typeof(PublicStats.Api.ApiHost).Assembly, typeof(ReleaseManifest).Assembly }.Select(assembly =>
            assembly.ManifestModule.ModuleVersionId.ToString("N")[..8]
        )
    );

    /// <summary>Builds what is published into a folder. Until it is whole, the folder is as it was.</summary>
    /// <param name="progress">Is told what is being written.</param>
    /// <param name="force">Also where the folder holds a release that is not published by this clock, or another publication's
    /// site.</param>
    /// <exception cref="OutputRefusedException">The folder holds such a release or site, or cannot be replaced.</exception>
    public static async Task<BuiltSite> Write(
        string folder,
        string output,
        TimeProvider time,
        CancellationToken stop,
        bool force = false,
        Action<string>? progress = null
    )
    {
        await using var app = SiteHost.Create(folder, "http://127.0.0.1:0", new FixedTimeProvider(time.GetUtcNow()));
        var view = app.Services.GetRequiredService<PublishedReleases>().Now();
        using var target = new OutputFolder(output);
        if (!force && Refusal(target, view, app.Services.GetRequiredService<ReleaseStore>(), time.GetUtcNow()) is { } refusal)
        {
            throw new OutputRefusedException(refusal);
        }

        target.Begin();
        await app.StartAsync(stop);
        using var http = new HttpClient { BaseAddress = new(app.Urls.First()) };
        var build = new Building(view, target, http, stop);
        progress?.Invoke($"Writing release {view.Latest.Id}");
        await build.Live();
        var past = 0;

        // A page links to figures as the same release or an older one had them, so by the oldest every link has been met.
        foreach (var release in view.Published.Reverse())
        {
            progress?.Invoke($"Writing the releases as they were: {++past} of {view.Published.Count}");
            await build.Frozen(release);
        }

        await app.StopAsync(stop);
        progress?.Invoke("Putting the new site in its place");
        return target.Finish(view.Shown.Publication.About.Name, view.Latest.Id);
    }

    // Why the folder should not be built into; null where it may be.
    private static string? Refusal(OutputFolder target, ReleaseView view, ReleaseStore store, DateTimeOffset now)
    {
        if (target.Publication is { } other && other != view.Shown.Publication.About.Name)
        {
            return $"The folder holds the site of another publication, {other}; this one is {view.Shown.Publication.About.Name}. "
                + "Nothing was changed. Name another folder: --out FOLDER. Where this site is meant to replace it, add --force.";
        }

        if (target.Release is not { } held || view.Find(held) is not null)
        {
            return null;
        }

        if (view.IsLost(held))
        {
            return $"The folder holds release {held}, whose files cannot be read any more. Nothing was changed. "
                + "publicstats verify says what to put back.";
        }

        // A release that was moved or cancelled is none of these any more.
        var zone = view.Shown.Publication.About.TimeZone;
        return store.History().Find(held)?.PublishedAt is { } at
            ? $"The folder holds release {held}, which is published on {ZonedTime.In(at, zone):d MMMM yyyy 'at' HH:mm}. "
                + $"By this machine's clock it is {ZonedTime.In(now, zone):d MMMM yyyy 'at' HH:mm}, and {view.Latest.Id} is the latest. "
                + "Nothing was changed. Set the clock right if it is wrong. Where the folder is meant to go back, add --force."
            : $"The folder holds release {held}, which these releases do not have; their latest is {view.Latest.Id}. "
                + "Nothing was changed. If the folder belongs to another publication, name another: --out FOLDER. "
                + "If these releases are an older copy, bring the newest. Where the folder is meant to go back, add --force.";
    }

    private sealed class Building(ReleaseView view, OutputFolder target, HttpClient http, CancellationToken stop)
    {
        private static readonly string[] OfDataset = [".json", "/figures.json", "/figures.csv", "/revisions.json"];

        private readonly HashSet<string> linked = new(StringComparer.Ordinal);

        public async Task Live()
        {
            var site = new SitePages(view, linked);
            Put(site, "", site.Paths);
            await Figures(site, "", "v1/figures/", name => !name.StartsWith("releases/", StringComparison.Ordinal));
            await Answers(
                "",
                [
                    "v1.json",
                    "v1/releases.json",
                    "openapi/v1.json",
                    "releases.atom",
                    "releases.json",
                    "calendar.ics",
                    .. Datasets("v1/", site),
                ]
            );
        }

        public async Task Frozen(Release release)
        {
            await Answers("v1/releases/", [$"{release.Id}.json", $"{release.Id}/manifest.json"]);
            var (pages, answers) = ($"releases/{release.Id}/", $"v1/releases/{release.Id}/");
            if (release.Purge is not null)
            {
                target.Clear(pages);
                target.Clear(answers);
            }

            if (view.Open(release) is not { } opened)
            {
                // What was built of it while it could be opened stands.
                target.Keep(release.Purge is null ? [pages, answers] : []);
                return;
            }

            var site = new SitePages(view.Of(opened, isFrozen: true), linked);
            var mark = $"{release.Id} {site.View.Tag} {Program}";
            if (!target.Keep(mark, pages, answers))
            {
                Put(site, pages, site.Paths);
                await Answers(
                    answers,
                    ["changes.json", "changes.csv", .. Datasets("", site), .. release.Manifest.Files.Select(file => "files/" + file.Path)]
                );
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
            await Figures(site, pages, answers + "figures/", name => name.StartsWith(pages, StringComparison.Ordinal));
            if (site.View.IsWhole)
            {
                target.Mark(mark);
            }
        }

        private static IEnumerable<string> Datasets(string under, SitePages site) =>
            site
                .View.Shown.Publication.Datasets.SelectMany(dataset => OfDataset.Select(end => $"{under}datasets/{dataset.Name}{end}"))
                .Concat([under + "datasets.json", under + "headlines.json"]);

        private void Put(SitePages site, string under, IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                target.Put(under + path, site.Get(path)!.Bytes);
            }
        }

        // A figure's page may link to another's: go on until no page is new.
        private async Task Figures(SitePages site, string under, string answers, Func<string, bool> isOfThis)
        {
            while (
                linked.Where(name => isOfThis(name) && !target.Holds(name + "/index.html")).Order(StringComparer.Ordinal).ToList()
                    is { Count: > 0 } fresh
            )
            {
                Put(site, under, fresh.Select(name => name[under.Length..] + "/index.html"));
                await Answers(answers, [.. fresh.Select(name => name[under.Length..] + ".json")]);
            }
        }

        private async Task Answers(string under, IEnumerable<string> paths)
        {
            foreach (var path in paths)
            {
                using var response = await http.GetAsync($"/{under}{path}", stop);

                // What was withdrawn or purged answers too: that it is gone, and why.
                if (response.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.Gone))
                {
                    throw new InvalidOperationException($"/{under}{path} answers {(int)response.StatusCode}.");
                }

                target.Put(under + path, await response.Content.ReadAsByteArrayAsync(stop));
            }
        }
    }
}
