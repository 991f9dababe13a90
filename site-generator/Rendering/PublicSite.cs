using System.Collections.Concurrent;
using System.Globalization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Charts;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>
/// What every page is made from: the release it shows, and the addresses it links to. Of a frozen release the pages are that release's
/// own, with no way out but to the record.
/// </summary>
/// <param name="addresses">Every address of the API and the site.</param>
/// <param name="linked">Takes the address of every figure's page that a page links to, as <c>crossings/people/2025</c> or with its
/// release, <c>releases/2026-07-24/crossings/people/2025</c>, so that a static build writes those pages too; null when nobody
/// asks.</param>
internal sealed class PublicSite(ReleaseView view, AddressBook addresses, ISet<string>? linked = null)
{
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<RevisedFigure>>> revisions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<DatasetChart>>> charts = new(StringComparer.Ordinal);

    private readonly Lazy<string> until = new(() => UntilOf(view.Shown.Publication));

    public ReleaseView View => view;

    public SealedRelease Release => view.Shown;

    public Publication Publication => view.Shown.Publication;

    public ReleaseManifest Manifest => view.Shown.Manifest;

    /// <summary>What a preview adds to the page that is made; null on the published site.</summary>
    public PageMarks? Marks { get; private set; }

    /// <summary>The same site for one page of a preview.</summary>
    public PublicSite Marked(PageMarks marks)
    {
        var copy = (PublicSite)MemberwiseClone();
        copy.Marks = marks;
        return copy;
    }

    /// <summary>The last day of the first dataset, in words: "Crossings to 16 July 2026".</summary>
    public string Until => until.Value;

    /// <summary>The figures of a dataset that were revised since they were first published.</summary>
    public IReadOnlyList<RevisedFigure> Revisions(Dataset dataset) =>
        revisions.GetOrAdd(dataset.Name, _ => new(() => DatasetRevisions.Of(view, dataset))).Value;

    /// <summary>The charts of a dataset.</summary>
    public IReadOnlyList<DatasetChart> Charts(Dataset dataset) =>
        charts
            .GetOrAdd(
                dataset.Name,
                _ => new(() => [.. dataset.About.Presentation.Charts.Select(chart => new DatasetChart(Release, dataset, chart))])
            )
            .Value;

    /// <summary>Whether a figure is withdrawn in the release that is shown.</summary>
    public bool IsWithdrawn(string key) => Manifest.Withdrawals.Any(withdrawal => withdrawal.Key == key);

    /// <summary>
    /// The address that a link to a live address has on the pages of this site: on a page of a past release, that release's version.
    /// </summary>
    /// <param name="address">From the root, such as <c>/crossings/</c>. One that names its release already stays as it is.</param>
    public string Link(string address) => view.IsFrozen ? addresses.LinkIn(Manifest.Id, address) : address;

    /// <summary>Writes a model with a template. Links in the template and in those that it includes lead into this site.</summary>
    /// <param name="template">Its path from the folder of the program, such as <c>Pages/Dataset/dataset.html</c>.</param>
    /// <exception cref="TemplateFaultException">The template does not fit the model.</exception>
    public Markup Render(string template, object model) => Templates.Embedded.Render(template, model, Link, slot => Marks?.Take(slot));

    /// <summary>The address of a dataset's page, or of a page of commentary.</summary>
    public string PageAddress(string name) => Link($"/{name}/");

    /// <summary>The address of a figure's own page.</summary>
    public string FigureAddress(string key)
    {
        linked?.Add(view.IsFrozen ? $"releases/{Manifest.Id}/{key}" : key);
        return Link($"/{key}/");
    }

    /// <summary>The address of a figure's page as a release had it, for ever.</summary>
    public string KeptAddress(string release, string key)
    {
        linked?.Add($"releases/{release}/{key}");
        return AddressBook.Versioned($"/{key}/", release);
    }

    private static string UntilOf(Publication publication)
    {
        var last = publication.Datasets[0].Figures.Periods.Max(period => period.Last);
        var name = SiteNavigation.Datasets(publication).First().Text;
        return $"{name} to {last.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}";
    }
}
