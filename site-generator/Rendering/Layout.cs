using System.Globalization;
using System.Text;
using Scriban;
using Scriban.Runtime;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>What differs from page to page.</summary>
/// <param name="Path">Of the section in the navigation; empty for home, null for none.</param>
/// <param name="Status">How the page is answered: 410 for what was withdrawn or taken away.</param>
internal sealed record PageContent(string Title, string Description, string? Path, string Body, int Status = StatusCodes.Status200OK);

/// <summary>The page round every page.</summary>
internal static class Layout
{
    private static readonly Template Page = Template.Parse(Encoding.UTF8.GetString(EmbeddedFile.Read("layout.html")));

    private static readonly (string Path, string Text)[] Sections =
    [
        ("crossings", "Crossings"),
        ("removals", "Removals"),
        ("arrests", "Arrests"),
        ("releases", "Releases"),
        ("revisions", "Revisions"),
        ("method", "Method"),
        ("journalists", "For journalists"),
    ];

    /// <summary>Renders a page.</summary>
    /// <param name="address">The live address of what is rendered, such as <c>/crossings/</c>.</param>
    public static string Render(PublicSite site, PageContent content, string address)
    {
        var publication = site.Publication;
        var nav = new ScriptArray();
        foreach (var (path, text) in Sections)
        {
            if (publication.Find(path) is not null || path is "releases" or "revisions" || publication.Pages.Any(page => page.Name == path))
            {
                nav.Add(
                    new ScriptObject
                    {
                        ["path"] = path,
                        ["address"] = VersionedLinks.Of(site, $"/{path}/"),
                        ["text"] = text,
                    }
                );
            }
        }

        var until = (publication.Find("crossings") ?? publication.Datasets[0]).Figures.Periods.Max(period => period.Last);
        var model = new ScriptObject
        {
            ["language"] = publication.About.Language,
            ["title"] = content.Title,
            ["description"] = content.Description,
            ["path"] = content.Path ?? "-",
            ["name"] = publication.About.Title,
            ["home"] = VersionedLinks.Of(site, "/"),
            ["nav"] = nav,
            ["frozen"] = site.View.IsFrozen,
            ["standing"] =
                site.View.IsFrozen ? "as it was published"
                : site.View.IsLatest ? "the latest"
                : site.View.Open(site.View.Latest) is null ? "not the latest, which cannot be shown"
                : "not the latest",
            ["live"] = address,
            ["canonical"] = publication.About.Address + address,
            ["release"] = $"/releases/{site.Manifest.Id}/",
            ["released"] = ReleaseWords.Name(site, site.Release.Release),
            ["next"] = !site.View.IsFrozen && site.Release.Coming is [var next, ..] ? Html.Day(next.At) : "",
            ["until"] =
                $"{(publication.Find("crossings") is null ? "Figures" : "Crossings")} to "
                + $"{until.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)}",
            ["body"] = VersionedLinks.In(site, content.Body),
            ["contact"] = publication.Contact.Figures,
            ["press"] = publication.Contact.Press,
            ["licence_note"] = publication.Licence.Note ?? "",
            ["licence_address"] = publication.Licence.Address,
            ["licence_title"] = publication.Licence.Title,
        };
        var context = new TemplateContext();
        context.PushGlobal(model);
        return Page.Render(context).ReplaceLineEndings("\n");
    }
}
