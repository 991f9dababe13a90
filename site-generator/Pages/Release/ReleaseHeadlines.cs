using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The headline figures before a release and in it.</summary>
/// <param name="Key">The meaning of the codes in the table.</param>
internal sealed record ReleaseHeadlines(Markup Table, Markup Key)
{
    private static readonly string[] Columns = ["Headline", "Before", "In this release"];

    /// <summary>Null where nothing was published before, or the release has no headlines.</summary>
    public static ReleaseHeadlines? Of(PublicSite site, SealedRelease release)
    {
        if (site.View.Before(release.Release) is not { } before)
        {
            return null;
        }

        var old = HeadlineQuery.OfHome(before.Publication).ToDictionary(IdOf, StringComparer.Ordinal);
        var rows = HeadlineQuery
            .OfHome(release.Publication)
            .Where(headline => !headline.Dataset.About.Structure.Illustrative)
            .Select(headline => Row(site, before, old.GetValueOrDefault(IdOf(headline)), release, headline))
            .ToList();
        if (rows.Count == 0)
        {
            return null;
        }

        var table = Html.Table("t-heads", "The headline figures before this release, and in it", Columns, rows);
        return new(table, CodeKey.Of(table, "there is no such figure"));
    }

    private static string IdOf(HeadlineFigure headline) => $"{headline.Dataset.Name}/{headline.Headline.Id}";

    private static string Row(PublicSite site, SealedRelease before, HeadlineFigure? was, SealedRelease release, HeadlineFigure now) =>
        Html.Row(
            Columns,
            Html.Text(now.Headline.Label),
            was is null ? "Not among the headlines" : Value(site, before, was),
            was is not null && IsSame(was, now) ? "No change" : $"<strong>{Value(site, release, now)}</strong>"
        );

    private static bool IsSame(HeadlineFigure was, HeadlineFigure now) =>
        was.Figure.Figure.Key == now.Figure.Figure.Key && FigureChanges.SameValue(was.Figure.Figure, now.Figure.Figure);

    private static string Value(PublicSite site, SealedRelease release, HeadlineFigure headline)
    {
        var figure = headline.Figure.Figure;
        return $"{Html.Link(site.KeptAddress(release.Manifest.Id, figure.Key), new Markup(ReleaseWords.Value(figure)))} "
            + $"<span class=\"nb\">({Html.Text(figure.Period.Label)})</span>";
    }
}
