using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The releases that are announced, and those that were published.</summary>
internal static class CalendarPage
{
    private static readonly string[] Columns = ["When", "What", "State"];

    public static PageContent Make(PublicSite site)
    {
        var coming = site.Release.Coming;
        var announced = Html.Table("t-coming", "Announced releases, soonest first", Columns, coming.Select(Announced));
        var published = site.View.Published.Reverse().Select(release => Published(site, release));
        var model = new Model(
            coming.Count == 0 ? null : announced,
            site.Publication.About.TimeZone,
            Html.Table("t-past", "Published releases, newest first", Columns, published),
            ApiAddresses.Calendar
        );
        return new(
            $"Calendar of releases - {site.Publication.About.Title}",
            "Releases announced, and releases published.",
            "releases",
            site.Render("Pages/Calendar/calendar.html", model)
        );
    }

    private static string Announced(AnnouncedRelease release) =>
        Html.Row(
            Columns,
            Html.Time(release.At),
            Html.Text(release.Title),
            release.IsConfirmed ? "Confirmed" : "Provisional: the time may change"
        );

    private static string Published(PublicSite site, Release release) =>
        Html.Row(
            Columns,
            Html.Link(AddressBook.ReleasePage(release.Id), Html.Time(ReleaseWords.At(site, release))),
            Html.Text(release.Manifest.About.Title) + ReleaseWords.Tags(release),
            release.Id == site.View.Latest.Id ? "Published: the latest" : "Published"
        );

    /// <param name="Announced">Null when no release is announced.</param>
    private sealed record Model(Markup? Announced, string TimeZone, Markup Published, string CalendarFile);
}
