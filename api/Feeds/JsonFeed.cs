using System.Text.Json.Serialization;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Feeds;

/// <summary>The releases as a JSON Feed (version 1.1).</summary>
internal sealed record JsonFeed
{
    /// <summary>The version of the format.</summary>
    public required string Version { get; init; }

    /// <summary>The title of the feed.</summary>
    public required string Title { get; init; }

    /// <summary>What the publication publishes.</summary>
    public required string Description { get; init; }

    /// <summary>The page that lists the releases.</summary>
    [JsonPropertyName("home_page_url")]
    public required string HomePageUrl { get; init; }

    /// <summary>The address of this feed.</summary>
    [JsonPropertyName("feed_url")]
    public required string FeedUrl { get; init; }

    /// <summary>The language of the texts, such as en-GB.</summary>
    public required string Language { get; init; }

    /// <summary>The publisher.</summary>
    public required IReadOnlyList<JsonFeedAuthor> Authors { get; init; }

    /// <summary>The releases, newest first.</summary>
    public required IReadOnlyList<JsonFeedItem> Items { get; init; }

    public static JsonFeed Of(ReleaseView view)
    {
        var publication = view.Shown.Publication;
        return new()
        {
            Version = "https://jsonfeed.org/version/1.1",
            Title = $"{publication.About.Title}: releases",
            Description = publication.About.Summary,
            HomePageUrl = FeedNames.Address(publication, "/releases/").AbsoluteUri,
            FeedUrl = FeedNames.Address(publication, ApiAddresses.JsonFeed).AbsoluteUri,
            Language = publication.About.Language,
            Authors = [new() { Name = publication.About.Publisher, Url = publication.About.Address }],
            Items = [.. ReleaseNews.All(view).Select(news => JsonFeedItem.Of(publication, news))],
        };
    }
}

/// <summary>Who publishes the releases.</summary>
internal sealed record JsonFeedAuthor
{
    /// <summary>The publisher.</summary>
    public required string Name { get; init; }

    /// <summary>The address of the site.</summary>
    public required string Url { get; init; }
}

/// <summary>A release in the feed.</summary>
internal sealed record JsonFeedItem
{
    /// <summary>A permanent tag (RFC 4151).</summary>
    public required string Id { get; init; }

    /// <summary>The page of the release.</summary>
    public required string Url { get; init; }

    /// <summary>The title of the release.</summary>
    public required string Title { get; init; }

    /// <summary>What is new, in a sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What is new, in paragraphs.</summary>
    [JsonPropertyName("content_text")]
    public required string ContentText { get; init; }

    /// <summary>When the release was published.</summary>
    [JsonPropertyName("date_published")]
    public required DateTimeOffset DatePublished { get; init; }

    /// <summary>When this item last changed: at the publication, or when the content of the release was taken away.</summary>
    [JsonPropertyName("date_modified")]
    public required DateTimeOffset DateModified { get; init; }

    /// <summary>Whether the release was scheduled, or is a correction or a withdrawal.</summary>
    public required IReadOnlyList<string> Tags { get; init; }

    /// <summary>The release for programs.</summary>
    [JsonPropertyName("_release")]
    public required JsonFeedRelease Release { get; init; }

    public static JsonFeedItem Of(Publication publication, ReleaseNews news) =>
        new()
        {
            Id = FeedNames.TagOf(publication, news.Release.Id),
            Url = FeedNames.PageOf(publication, news.Release.Id).AbsoluteUri,
            Title = news.Title,
            Summary = news.Summary,
            ContentText = string.Join("\n\n", news.Paragraphs),
            DatePublished = news.Published,
            DateModified = news.Updated,
            Tags = [news.Release.Manifest.About.Kind.Name()],
            Release = JsonFeedRelease.Of(publication, news),
        };
}

/// <summary>A release for programs: an extension of the JSON Feed.</summary>
internal sealed record JsonFeedRelease
{
    /// <summary>Where this extension is described.</summary>
    public required string About { get; init; }

    /// <summary>The id of the release.</summary>
    public required string Id { get; init; }

    /// <summary>The SHA-256 of its manifest.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many figures are new.</summary>
    public int? Added { get; init; }

    /// <summary>How many figures have another value, or another bound.</summary>
    public int? Revised { get; init; }

    /// <summary>How many figures are gone.</summary>
    public int? Removed { get; init; }

    /// <summary>How many figures were withdrawn.</summary>
    public int? Withdrawn { get; init; }

    /// <summary>The address of what changed, figure by figure.</summary>
    public required string Changes { get; init; }

    public static JsonFeedRelease Of(Publication publication, ReleaseNews news)
    {
        ChangeCounts? counts = news.Changes is { } changes ? ChangeCounts.Of(changes) : null;
        return new()
        {
            About = FeedNames.Address(publication, ApiAddresses.Documentation).AbsoluteUri,
            Id = news.Release.Id,
            Sha256 = news.Release.Digest,
            Added = counts?.Added,
            Revised = counts?.Revised,
            Removed = counts?.Removed,
            Withdrawn = counts?.Withdrawn,
            Changes = FeedNames.Address(publication, ApiAddresses.ChangesOf(news.Release.Id)).AbsoluteUri,
        };
    }
}
