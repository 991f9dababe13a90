using PublicStats.Api.Corrections;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A headline on a page: its sentence, or why there is none.</summary>
internal static class HeadlineItem
{
    /// <summary>Whether the headline's figure has a value: one that was withdrawn has none.</summary>
    public static bool HasValue(HeadlineFigure headline) => headline.Figure.Figure.Value is not null;

    /// <summary>The sentence, linked to the page of its figure. A headline without a value stays in its place and says why.</summary>
    public static Markup Of(PublicSite site, HeadlineFigure headline) =>
        site.Render("Pages/Headline/headline.html", ModelOf(site, headline));

    private static Model ModelOf(PublicSite site, HeadlineFigure headline)
    {
        var figure = headline.Figure.Figure;
        var address = site.FigureAddress(figure.Key);
        var label = headline.Headline.Label;
        if (HasValue(headline))
        {
            return new(address, label, Sentence: headline.Sentence);
        }

        var withdrawn = CorrectionFinder.Withdrawals(site.Release, headline.Figure);
        return withdrawn.Count == 0
            ? new(address, label, State: FigureStatuses.Meaning(figure.Status.AbsentCode()!))
            : new(
                address,
                label,
                State: withdrawn.Any(withdrawal => withdrawal.Key == figure.Key)
                    ? "withdrawn"
                    : "not given, because a figure in it is withdrawn",
                Reasons: string.Join(" ", withdrawn.Select(withdrawal => withdrawal.Reason).Distinct(StringComparer.Ordinal)),
                Releases: new(
                    string.Join(
                        ", ",
                        withdrawn
                            .Select(withdrawal => withdrawal.Release)
                            .Distinct(StringComparer.Ordinal)
                            .Select(release => ReleaseWords.Link(site, release))
                    )
                )
            );
    }

    /// <param name="Sentence">Null when the figure has no value. Then the state says why.</param>
    /// <param name="Reasons">Why figures were withdrawn; null when none was.</param>
    /// <param name="Releases">The releases that withdrew them, linked.</param>
    private sealed record Model(
        string Address,
        string Label,
        string? Sentence = null,
        string? State = null,
        string? Reasons = null,
        Markup? Releases = null
    );
}
