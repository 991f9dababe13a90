using PublicStats.Api.Addresses;
using PublicStats.Api.Corrections;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Validation;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Corrections and withdrawals, as notices above everything else on a page.</summary>
internal static class Notices
{
    /// <summary>The page itself shows corrections up to this age. Older ones are only on the page of revisions.</summary>
    private static readonly TimeSpan LongestShown = TimeSpan.FromDays(90);

    private const int MostNamed = 5;

    private static IEnumerable<Correction> Recent(PublicSite site, IEnumerable<Correction> corrections) =>
        corrections.Where(correction => IsRecent(site, correction.Release));

    /// <summary>
    /// The corrections and withdrawals of the last ninety days in a dataset.
    /// </summary>
    public static Markup OfDataset(PublicSite site, Dataset dataset) =>
        Render(
            site,
            Recent(site, CorrectionFinder.Of(site.Release, dataset)),
            site.Manifest.Withdrawals.Where(withdrawal => withdrawal.Dataset == dataset.Name)
        );

    /// <summary>
    /// The corrections and withdrawals of the last ninety days that touch a page: any of the figures it shows, a figure that one of them is
    /// a sum of, or a file that its words come from.
    /// </summary>
    /// <param name="files">Paths inside the publication, such as <c>pages/method.md</c>.</param>
    public static Markup OfPage(
        PublicSite site,
        IReadOnlyCollection<(Dataset Dataset, FigureRow Figure)> figures,
        IReadOnlyCollection<string> files
    )
    {
        bool Touches(string key) => figures.Any(shown => CorrectionFinder.Holds(shown.Dataset, shown.Figure, key));
        var corrections = site.Manifest.Corrections.Where(correction =>
            correction.Keys.Any(Touches) || correction.Words?.Any(files.Contains) == true
        );
        return Render(site, Recent(site, corrections.Reverse()), site.Manifest.Withdrawals.Where(withdrawal => Touches(withdrawal.Key)));
    }

    /// <summary>The figures that a text quotes.</summary>
    public static IEnumerable<(Dataset Dataset, FigureRow Figure)> Quoted(PublicSite site, string markdown)
    {
        foreach (var (_, key) in Prose.Keys(markdown))
        {
            if (FigureLookup.Find(site.Publication, key) is { } found)
            {
                yield return (found.Dataset, found.Figure);
            }
        }
    }

    /// <summary>Corrections as notices: what was wrong, why, who is affected, and where to see what changed.</summary>
    public static Markup Corrections(PublicSite site, IEnumerable<Correction> corrections) => Render(site, corrections, []);

    private static Markup Render(PublicSite site, IEnumerable<Correction> corrections, IEnumerable<Withdrawal> withdrawals) =>
        site.Render(
            "Pages/Notices/notices.html",
            new Model(
                [.. corrections.Select(correction => CorrectionOf(site, correction))],
                WithdrawnOf(site, [.. withdrawals.Where(withdrawal => IsRecent(site, withdrawal.Release))])
            )
        );

    // The page of the release lists figures. Text is named among the corrections.
    private static CorrectionNotice CorrectionOf(PublicSite site, Correction correction) =>
        new(
            ReleaseWords.Link(site, correction.Release),
            correction.Wrong,
            correction.Why,
            correction.Affected,
            correction.Keys.Count > 0 ? AddressBook.ReleasePage(correction.Release) + "#changes" : "/revisions/#corrections",
            correction.Keys.Count > 0 ? "figures" : "pages"
        );

    private static WithdrawalNotice? WithdrawnOf(PublicSite site, List<Withdrawal> withdrawals) =>
        withdrawals.Count == 0
            ? null
            : new(
                Html.Count(withdrawals.Count, "figure"),
                string.Join(" ", withdrawals.Select(withdrawal => withdrawal.Reason).Distinct(StringComparer.Ordinal)),
                withdrawals.Count == 1 ? "it" : "them",
                withdrawals.Count > MostNamed ? null : [.. withdrawals.Select(withdrawal => NamedFigureOf(site, withdrawal))]
            );

    private static NamedFigure NamedFigureOf(PublicSite site, Withdrawal withdrawal) =>
        new(site.FigureAddress(withdrawal.Key), ReleaseWords.Figure(site.Publication, withdrawal.Key));

    private static bool IsRecent(PublicSite site, string release) =>
        site.View.Find(release) is not { PublishedAt: { } at } || site.Release.PublishedAt - at <= LongestShown;

    private sealed record Model(IReadOnlyList<CorrectionNotice> Corrections, WithdrawalNotice? Withdrawn);

    /// <param name="Address">Where everything that was corrected is listed.</param>
    /// <param name="Things">What was corrected: "figures" or "pages".</param>
    private sealed record CorrectionNotice(Markup Release, string Wrong, string Why, string Affected, string Address, string Things);

    /// <param name="Named">The figures, so that a reader need not follow a link to know them; null when there are too many.</param>
    private sealed record WithdrawalNotice(string Count, string Reasons, string Pronoun, IReadOnlyList<NamedFigure>? Named);

    private sealed record NamedFigure(string Address, string Name);
}
