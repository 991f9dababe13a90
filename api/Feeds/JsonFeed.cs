using System.Text.Json;
using PublicStats.Api.Addresses;
using PublicStats.Api.Http;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Feeds;

/// <summary>The releases as a JSON Feed (version 1.1), with their numbers for programs under <c>_release</c>.</summary>
internal static class JsonFeed
{
    public static ReadOnlyMemory<byte> Write(ReleaseView view) =>
        Responses.JsonBytes(writer =>
        {
            var publication = view.Shown.Publication;
            writer.WriteString("version", "https://jsonfeed.org/version/1.1");
            writer.WriteString("title", $"{publication.About.Title}: releases");
            writer.WriteString("description", publication.About.Summary);
            writer.WriteString("home_page_url", FeedNames.Address(publication, "/releases/").AbsoluteUri);
            writer.WriteString("feed_url", FeedNames.Address(publication, ApiAddresses.JsonFeed).AbsoluteUri);
            writer.WriteString("language", publication.About.Language);
            writer.WriteStartArray("authors");
            writer.WriteStartObject();
            writer.WriteString("name", publication.About.Publisher);
            writer.WriteString("url", publication.About.Address);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteStartArray("items");
            foreach (var news in ReleaseNews.All(view))
            {
                Item(writer, publication, news);
            }

            writer.WriteEndArray();
        });

    private static void Item(Utf8JsonWriter writer, Publication publication, ReleaseNews news)
    {
        var release = news.Release;
        writer.WriteStartObject();
        writer.WriteString("id", FeedNames.TagOf(publication, release.Id));
        writer.WriteString("url", FeedNames.PageOf(publication, release.Id).AbsoluteUri);
        writer.WriteString("title", news.Title);
        writer.WriteString("summary", news.Summary);
        writer.WriteString("content_text", string.Join("\n\n", news.Paragraphs));
        writer.WriteString("date_published", news.Published);
        writer.WriteString("date_modified", news.Updated);
        writer.WriteStartArray("tags");
        writer.WriteStringValue(release.Manifest.About.Kind.Name());
        writer.WriteEndArray();
        writer.WriteStartObject("_release");
        writer.WriteString("about", FeedNames.Address(publication, ApiAddresses.Documentation).AbsoluteUri);
        writer.WriteString("id", release.Id);
        writer.WriteString("sha256", release.Digest);
        if (news.Changes is { } changes)
        {
            var counts = ChangeCounts.Of(changes);
            foreach (var kind in Enum.GetValues<ChangeKind>())
            {
                writer.WriteNumber(kind.Name(), counts[kind]);
            }
        }

        writer.WriteString("changes", FeedNames.Address(publication, ApiAddresses.ChangesOf(release.Id)).AbsoluteUri);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
