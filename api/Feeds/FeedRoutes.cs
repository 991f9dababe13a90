using Microsoft.AspNetCore.Http.HttpResults;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Api.Versioning;

namespace PublicStats.Api.Feeds;

/// <summary>What was published, and when the next release comes, for programs that follow releases.</summary>
internal static class FeedRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var feeds = routes.MapGroup("").WithTags("Feeds");
        feeds
            .MapGet(ApiAddresses.AtomFeed, GetAtomFeed)
            .WithName(nameof(GetAtomFeed))
            .Answers<string>("application/atom+xml")
            .IsStatic(suffix: "");
        feeds
            .MapGet(ApiAddresses.JsonFeed, GetJsonFeed)
            .WithName(nameof(GetJsonFeed))
            .Answers<JsonFeed>("application/feed+json")
            .IsStatic(suffix: "");
        feeds
            .MapGet(ApiAddresses.Calendar, GetCalendar)
            .WithName(nameof(GetCalendar))
            .Answers<string>("text/calendar")
            .IsStatic(suffix: "");
    }

    /// <summary>Every release as an Atom feed, newest first.</summary>
    /// <remarks>
    /// Each entry says what is new, how many figures were added, revised and removed, and the biggest revisions. A correction says first
    /// what was wrong, why, and who is affected.
    /// </remarks>
    internal static FileContentHttpResult GetAtomFeed(ReleaseRequest request) =>
        TypedResults.Bytes(AtomFeed.Write(request.View), "application/atom+xml; charset=utf-8");

    /// <summary>The same as a JSON Feed.</summary>
    /// <remarks>JSON Feed 1.1, with the numbers of figures added, revised and removed under _release.</remarks>
    internal static FileContentHttpResult GetJsonFeed(ReleaseRequest request, HttpContext context) =>
        TypedResults.Bytes(
            JsonAnswer.ToBytes(JsonFeed.Of(request.View), JsonAnswer.OptionsOf(context)),
            "application/feed+json; charset=utf-8"
        );

    /// <summary>The releases as a calendar.</summary>
    /// <remarks>
    /// iCalendar: releases to come, confirmed or tentative, and those that were published. To subscribe to, not only to download.
    /// </remarks>
    internal static FileContentHttpResult GetCalendar(ReleaseRequest request) =>
        TypedResults.Bytes(ReleaseCalendar.Write(request.View), "text/calendar; charset=utf-8");
}
