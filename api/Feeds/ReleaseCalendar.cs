using System.Globalization;
using System.Text;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;
using Calendar = Ical.Net.Calendar;

namespace PublicStats.Api.Feeds;

/// <summary>The releases as a calendar (RFC 5545): those that are announced, and those that are published.</summary>
internal static class ReleaseCalendar
{
    public static byte[] Write(ReleaseView view)
    {
        var publication = view.Shown.Publication;
        var calendar = new Calendar { ProductId = "-//PublicStats//Releases//EN", Method = "PUBLISH" };
        calendar.AddProperty("NAME", $"{publication.About.Title}: releases");
        calendar.AddProperty("X-WR-CALNAME", $"{publication.About.Title}: releases");
        calendar.AddProperty("URL", FeedNames.Address(publication, ApiAddresses.Calendar).AbsoluteUri);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var release in view.UpToShown)
        {
            taken.Add(release.Id);
            calendar.Events.Add(Published(publication, release));
        }

        foreach (var coming in view.Shown.Coming)
        {
            var day = coming.At.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            var id = Enumerable.Range(1, int.MaxValue).Select(index => index == 1 ? day : $"{day}-{index}").First(taken.Add);
            calendar.Events.Add(
                Event(
                    publication,
                    id,
                    coming.At,
                    view.Shown.PublishedAt,
                    coming.Title,
                    coming.IsConfirmed ? "CONFIRMED" : "TENTATIVE",
                    coming.IsConfirmed ? "The time is settled." : "The time is provisional: it may still move.",
                    FeedNames.Address(publication, "/releases/")
                )
            );
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar)!);
    }

    private static CalendarEvent Published(Publication publication, Release release)
    {
        var at = release.PublishedAt!.Value;
        var told = release.Purge is { } purge
            ? "The content of this release was taken away: " + purge.Reason
            : release.Manifest.About.Reason;
        return Event(
            publication,
            release.Id,
            at,
            release.Purge?.At ?? at,
            release.Manifest.About.Title,
            "CONFIRMED",
            told,
            FeedNames.PageOf(publication, release.Id)
        );
    }

    // A moment, so it has only a start, and takes nobody's time.
    private static CalendarEvent Event(
        Publication publication,
        string id,
        DateTimeOffset at,
        DateTimeOffset said,
        string title,
        string status,
        string told,
        Uri page
    ) =>
        new()
        {
            Uid = FeedNames.EventOf(publication, id),
            DtStamp = Utc(said),
            DtStart = Utc(at),
            Summary = title,
            Description = told,
            Status = status,
            Transparency = "TRANSPARENT",
            Url = page,
        };

    private static CalDateTime Utc(DateTimeOffset moment) => new(moment.UtcDateTime, "UTC");
}
