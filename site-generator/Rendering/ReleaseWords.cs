using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Figures;
using PublicStats.Data.Periods;
using PublicStats.Data.Queries;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Releases, and the figures that changed in them, in words.</summary>
internal static class ReleaseWords
{
    /// <summary>When a release was published, in the publication's own time.</summary>
    public static DateTimeOffset At(PublicSite site, Release release) =>
        ZonedTime.In(release.PublishedAt!.Value, site.Publication.About.TimeZone);

    /// <summary>The day of a release; with the time where it was not the first of its day.</summary>
    public static string Name(PublicSite site, Release release) =>
        Html.Day(At(site, release)) + (release.Id.Length > 10 ? $", {At(site, release):HH:mm}" : "");

    /// <summary>The name of a release, as a link to its page.</summary>
    public static Markup Link(PublicSite site, Release release) =>
        new(Html.Link(AddressBook.ReleasePage(release.Id), new Markup(Name(site, release)), "nb"));

    /// <summary>The same for the id of a release; the id alone where no release of that id is published.</summary>
    public static Markup Link(PublicSite site, string id) => site.View.Find(id) is { } release ? Link(site, release) : new(Html.Text(id));

    /// <summary>The page of the figure of that key.</summary>
    public static PageLink LinkTo(PublicSite site, string key) => new(Figure(site.Publication, key), site.FigureAddress(key));

    /// <summary>The kind of a release, in words.</summary>
    public static string Kind(Release release) =>
        release.Manifest.About.Kind switch
        {
            ReleaseKind.Correction => "Correction",
            ReleaseKind.Withdrawal => "Withdrawal",
            _ => "Scheduled release",
        };

    /// <summary>The tags of a release: correction, withdrawal, purged. Empty for a scheduled release.</summary>
    public static string Tags(Release release) =>
        (release.Manifest.About.Kind == ReleaseKind.Scheduled ? "" : $" <span class=\"tag grave\">{Kind(release)}</span>")
        + (release.Purge is null ? "" : " <span class=\"tag grave\">Content taken away</span>");

    /// <summary>How much changed, in a line: "18 figures revised, 26 added".</summary>
    public static string Changed(PublicSite site, SealedRelease release)
    {
        if (site.View.Before(release.Release) is null)
        {
            return $"The first release: {Html.Count(release.Manifest.Datasets.Sum(dataset => dataset.Figures), "figure")}";
        }

        var counts = ChangeCounts.Of(site.View.ChangesOf(release));
        var parts = new[] { ChangeKind.Withdrawn, ChangeKind.Revised, ChangeKind.Removed, ChangeKind.Added }
            .Select(kind => (Count: counts[kind], Word: kind.Name()))
            .Where(pair => pair.Count > 0)
            .ToList();
        return parts.Count == 0
            ? "No figure changed"
            : string.Join(
                ", ",
                parts.Select((part, i) => i == 0 ? $"{Html.Count(part.Count, "figure")} {part.Word}" : $"{part.Count:#,##0} {part.Word}")
            );
    }

    /// <summary>A figure's name in a table: what, of whom, when.</summary>
    public static string Figure(Dataset dataset, FigureRow figure) =>
        string.Join(
            ", ",
            [
                figure.Measure.Label,
                .. dataset
                    .Dimensions.Select((_, i) => figure.Code(i))
                    .Where(code => code.Name is not ("all" or "total"))
                    .Select(code => code.Label),
                figure.Period.Label,
            ]
        );

    /// <summary>The name of the figure of that key; the key where the publication has no such figure.</summary>
    public static string Figure(Publication publication, string key) =>
        publication.Find(FigureKey.DatasetOf(key)) is { } dataset && FigureLookup.Find(publication, key) is { } found
            ? $"{dataset.Title}: {FigureSentence.Name(dataset, found.Figure)}"
            : key;

    /// <summary>A value in a table; [x] where a release does not have the figure.</summary>
    public static string Value(FigureRow? figure) =>
        figure is not { } there ? "[x]" : Html.Text(there.PlainText) + ((there.Status & FigureStatus.Illustrative) != 0 ? " [i]" : "");
}
