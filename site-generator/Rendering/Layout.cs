using PublicStats.Api.Addresses;
using PublicStats.Data.Datasets;
using PublicStats.Data.Vintages;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>What differs from page to page.</summary>
/// <param name="Path">Of the section in the navigation; empty for home, null for none.</param>
/// <param name="Status">How the page is answered: 410 for a page that was withdrawn or removed.</param>
internal sealed record PageContent(string Title, string Description, string? Path, Markup Body, int Status = StatusCodes.Status200OK);

/// <summary>What is the same on every page: head, navigation, the release that is shown, and the foot.</summary>
internal static class Layout
{
    /// <summary>Renders a page.</summary>
    /// <param name="address">The live address of what is rendered, such as <c>/crossings/</c>.</param>
    public static string Render(PublicSite site, PageContent content, IEnumerable<NavigationItem> navigation, string address)
    {
        var (publication, view) = (site.Publication, site.View);
        var model = new Model(
            site.Marks,
            publication.About,
            publication.Contact,
            publication.Licence,
            content,
            [.. navigation.Select(item => new NavigationLink(site.PageAddress(item.Name), item.Text, item.Name == content.Path))],
            address,
            view.IsFrozen,
            AddressBook.ReleasePage(site.Manifest.Id),
            ReleaseWords.Name(site, site.Release.Release),
            State(view),
            !view.IsFrozen && site.Release.Coming is [var next, ..] ? Html.Day(next.At) : null,
            site.Until,
            ApiAddresses.AtomFeed,
            ApiAddresses.JsonFeed,
            ApiAddresses.Calendar
        );
        return site.Render("Rendering/layout.html", model).Html.ReplaceLineEndings("\n");
    }

    private static string State(ReleaseView view) =>
        (view.IsFrozen, view.IsLatest) switch
        {
            (true, _) => "as it was published",
            (_, true) => "the latest",
            _ when view.Open(view.Latest) is null => "not the latest, which cannot be shown",
            _ => "not the latest",
        };

    /// <param name="Marks">What a preview adds; null on the published site.</param>
    /// <param name="Live">The address of the latest version of this page.</param>
    /// <param name="ReleaseAddress">The page of the release that is shown.</param>
    /// <param name="State">How that release relates to the latest, in words.</param>
    /// <param name="Next">The day of the next release; null when none is announced, and on pages of past releases.</param>
    /// <param name="Until">Up to when there are figures, in words.</param>
    private sealed record Model(
        PageMarks? Marks,
        PublicationDescription Publication,
        Contact Contact,
        Licence Licence,
        PageContent Page,
        IReadOnlyList<NavigationLink> Navigation,
        string Live,
        bool IsVersioned,
        string ReleaseAddress,
        string Released,
        string State,
        string? Next,
        string Until,
        string AtomFeed,
        string JsonFeed,
        string CalendarFile
    )
    {
        public bool IsHome => Page.Path is "";
    }

    private sealed record NavigationLink(string Address, string Text, bool IsCurrent);
}
