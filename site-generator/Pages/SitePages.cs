using System.Collections.Concurrent;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>
/// The files of one release's site, by their paths. Each depends on the release only. It is made when first asked for, and kept.
/// </summary>
/// <param name="linked">Takes the address of every figure's page that a page links to, as <c>crossings/people/2025</c> or with its
/// release, <c>releases/2026-07-24/crossings/people/2025</c>, so that a static build writes those pages too. Null to collect
/// none.</param>
internal sealed class SitePages(ReleaseView view, ISet<string>? linked = null)
{
    private const int MostKept = 20_000;

    private readonly ConcurrentDictionary<string, SiteFile?> made = new(StringComparer.Ordinal);
    private readonly PublicSite site = new(view, All.Addresses, linked);

    public ReleaseView View => site.View;

    /// <summary>The pages and pictures that do not depend on what is linked, by their path: <c>crossings/index.html</c>.</summary>
    public IEnumerable<string> Paths => All.Paths(site);

    /// <summary>The file at a path; null when there is none.</summary>
    public SiteFile? Get(string path) => made.TryGetValue(path, out var file) ? file : Keep(path, All.Make(site, path));

    /// <summary>A file as a preview shows it: made anew, because what a preview adds changes at every save.</summary>
    public SiteFile? Get(string path, PageMarks marks) => All.Make(site.Marked(marks), path);

    // Anyone may ask for any address: only what exists is kept.
    private SiteFile? Keep(string path, SiteFile? file) => file is null || made.Count > MostKept ? file : made[path] = file;
}
