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

    /// <summary>The sentence, linked to its figure's own page. A headline without a value stays in its place and says why.</summary>
    public static string Of(PublicSite site, HeadlineFigure headline)
    {
        var figure = headline.Figure.Figure;
        var address = site.FigureAddress(figure.Key);
        if (HasValue(headline))
        {
            return $"<p class=\"say\"><a href=\"{address}\">{Html.Text(headline.Sentence)}</a></p>";
        }

        var withdrawn = CorrectionFinder.Withdrawals(site.Release, headline.Figure);
        if (withdrawn.Count == 0)
        {
            var meaning = FigureStatuses.Meaning(figure.Status.AbsentCode()!);
            return $"<p class=\"say\">{Html.Text(headline.Headline.Label)}: <a href=\"{address}\">{Html.Text(meaning)}</a></p>";
        }

        var reasons = string.Join(" ", withdrawn.Select(withdrawal => withdrawal.Reason).Distinct(StringComparer.Ordinal));
        var state = withdrawn.Any(withdrawal => withdrawal.Key == figure.Key)
            ? "withdrawn"
            : "not given, because a figure in it is withdrawn";
        var releases = string.Join(
            ", ",
            withdrawn
                .Select(withdrawal => withdrawal.Release)
                .Distinct(StringComparer.Ordinal)
                .Select(release => ReleaseWords.Link(site, release))
        );
        return $"""
            <p class="say">{Html.Text(headline.Headline.Label)}: <a href="{address}">{state}</a></p>
            <p class="small">{Html.Text(reasons)} Withdrawn by the release of {releases}.
            <a href="/revisions/#withdrawn">Which figures are withdrawn</a>.</p>
            """;
    }
}
