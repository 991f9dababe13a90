using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Releases;
using PublicStats.Data.Vintages;

namespace PublicStats.Api.Feeds;

/// <summary>The releases as an Atom feed (RFC 4287).</summary>
internal static class AtomFeed
{
    public static byte[] Write(ReleaseView view)
    {
        var publication = view.Shown.Publication;
        var news = ReleaseNews.All(view).ToList();
        var feed = new SyndicationFeed
        {
            Id = FeedNames.TagOfList(publication, view),
            Title = new($"{publication.About.Title}: releases"),
            Description = new(publication.About.Summary),
            Language = publication.About.Language,
            LastUpdatedTime = news.Max(releaseNews => releaseNews.Updated),
            Copyright = new(publication.Licence.Title),
            Items = news.Select(releaseNews => Entry(publication, releaseNews)),
        };
        feed.Authors.Add(new(null, publication.About.Publisher, publication.About.Address));
        feed.Links.Add(new(FeedNames.Address(publication, ApiAddresses.AtomFeed), "self", null, "application/atom+xml", 0));
        feed.Links.Add(new(FeedNames.Address(publication, "/releases/"), "alternate", null, null, 0));

        using var bytes = new MemoryStream();
        using (
            var writer = XmlWriter.Create(
                bytes,
                new()
                {
                    Encoding = new UTF8Encoding(false),
                    Indent = true,
                    NewLineChars = "\n",
                    NewLineHandling = NewLineHandling.None,
                }
            )
        )
        {
            feed.GetAtom10Formatter().WriteTo(writer);
        }

        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    private static SyndicationItem Entry(Publication publication, ReleaseNews news)
    {
        var item = new SyndicationItem
        {
            Id = FeedNames.TagOf(publication, news.Release.Id),
            Title = new(news.Title),
            PublishDate = news.Published,
            LastUpdatedTime = news.Updated,
            Summary = new(news.Summary),
            Content = new TextSyndicationContent(string.Join("\n\n", news.Paragraphs)),
        };
        item.Links.Add(new(FeedNames.PageOf(publication, news.Release.Id), "alternate", null, null, 0));
        item.Categories.Add(new(news.Release.Manifest.About.Kind.Name()));
        return item;
    }
}
