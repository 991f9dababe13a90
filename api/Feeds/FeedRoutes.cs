using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Feeds;

/// <summary>For those who want to be told: what was published, and when the next release comes.</summary>
internal static class FeedRoutes
{
    // Said as delegates: a handler that takes the context alone would otherwise be left out of the API's description.
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(ApiAddresses.AtomFeed, (Delegate)GetAtomFeed)
            .WithTags("Feeds")
            .WithName("GetAtomFeed")
            .Answers<string>("application/atom+xml")
            .WithSummary("Every release as an Atom feed, newest first")
            .WithDescription(
                "Each entry says what is new, how many figures were added, revised and removed, and the biggest revisions. "
                    + "A correction says first what was wrong, why, and who is affected."
            );
        app.MapGet(ApiAddresses.JsonFeed, (Delegate)GetJsonFeed)
            .WithTags("Feeds")
            .WithName("GetJsonFeed")
            .Answers<JsonFeed>("application/feed+json")
            .WithSummary("The same as a JSON Feed")
            .WithDescription("JSON Feed 1.1, with the numbers of figures added, revised and removed under _release.");
        app.MapGet(ApiAddresses.Calendar, (Delegate)GetCalendar)
            .WithTags("Feeds")
            .WithName("GetCalendar")
            .Answers<string>("text/calendar")
            .WithSummary("The releases as a calendar")
            .WithDescription(
                "iCalendar: releases to come, confirmed or tentative, and those that were published. To subscribe to, not only to download."
            );
    }

    private static Task GetAtomFeed(HttpContext context) =>
        Send(context, "application/atom+xml; charset=utf-8", view => AtomFeed.Write(view));

    private static Task GetJsonFeed(HttpContext context) =>
        Send(
            context,
            "application/feed+json; charset=utf-8",
            view => JsonAnswer.ToBytes(JsonFeed.Of(view), JsonAnswer.OptionsOf(context))
        );

    private static Task GetCalendar(HttpContext context) =>
        Send(context, "text/calendar; charset=utf-8", view => ReleaseCalendar.Write(view));

    private static Task Send(HttpContext context, string type, Func<ReleaseView, ReadOnlyMemory<byte>> write) =>
        Responses.Write(context, type, write(context.GetReleaseRequest().View));
}
