using PublicStats.Data.Figures;
using PublicStats.Data.Vintages;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>Every value that a figure had, for its page.</summary>
/// <param name="Key">The meaning of the codes in the table.</param>
/// <param name="HasPurged">The content of a release was taken away, so the table does not have its value.</param>
internal sealed record FigureValues(Markup Table, Markup Key, bool HasPurged)
{
    private const string Caption = "From the release that published it first to the one that gave it its present value";

    private static readonly string[] Columns = ["Release", "#Value", "#Difference", "Reason"];

    /// <summary>Null where the figure had only one value.</summary>
    public static FigureValues? Of(PublicSite site, FigureRow figure)
    {
        var values = site.View.HistoryOf(figure.Key);
        if (values.Count <= 1 && (figure.Status & FigureStatus.Revised) == 0)
        {
            return null;
        }

        var rows = values.Select((value, i) => Row(site, figure, value, isFirst: i == 0, isLast: i == values.Count - 1));
        var table = Html.Table("t-values", Caption, Columns, rows);
        return new(table, CodeKey.Of(table, ChangeTables.NothingToSubtract), site.View.UpToShown.Any(release => release.Purge is not null));
    }

    private static string Row(PublicSite site, FigureRow figure, PublishedValue value, bool isFirst, bool isLast)
    {
        var text = ReleaseWords.Value(value.Figure);
        return Html.Row(
            Columns,
            value.Figure is null
                ? ReleaseWords.Link(site, value.Release).Html
                : Html.Link(site.KeptAddress(value.Release.Id, figure.Key), ReleaseWords.Name(site, value.Release)),
            isLast ? $"<strong>{text}</strong>" : text,
            isFirst ? "first published" : Html.Difference(value.Difference, figure.Measure),
            Html.Text(value.Reason)
        );
    }
}
