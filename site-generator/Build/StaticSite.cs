using PublicStats.Api;
using PublicStats.Api.Addresses;
using PublicStats.Data.Periods;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Serving;

namespace PublicStats.SiteGenerator.Build;

/// <summary>What a build did.</summary>
public sealed record BuiltSite(string Release, int Files, int Written, int Removed);

/// <summary>
/// Writes the site and the API's answers as files: everything that is published at the time of the build, and nothing else. The answers
/// come from the API itself, so both are the same bytes.
/// </summary>
public static class StaticSite
{
    // What the same program made of the same release is the same.
    private static readonly string Program = string.Concat(
        new[] { typeof(StaticSite).Assembly, typeof(ApiHost).Assembly, typeof(ReleaseManifest).Assembly }.Select(assembly =>
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
        var api = new StaticApi(app.Services.GetRequiredService<EndpointDataSource>());
        var build = new SiteBuild(view, target, api, http, Program, stop);

        // The downloads first: then the pages that name their size and digest need not make them again.
        var releases = view.Published.Reverse().ToList();
        for (var i = 0; i < releases.Count; i++)
        {
            progress?.Invoke($"Writing the API of each release: {i + 1} of {releases.Count}");
            await build.Answers(releases[i]);
        }

        progress?.Invoke($"Writing release {view.Latest.Id}");
        await build.Latest();

        // A page links to figures as the same release or an older one had them, so by the oldest every link has been met.
        for (var i = 0; i < releases.Count; i++)
        {
            progress?.Invoke($"Writing the pages of each release: {i + 1} of {releases.Count}");
            await build.Pages(releases[i]);
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
}
