using System.Globalization;
using System.Text;
using Scriban;
using Scriban.Runtime;

namespace PublicStats.SiteGenerator.Site;

/// <summary>What differs from page to page.</summary>
/// <param name="Path">Of the section in the navigation; empty for home, null for none.</param>
internal sealed record PageContent(string Title, string Description, string? Path, string Body);

/// <summary>The page round every page.</summary>
internal static class Layout
{
    private static readonly Template Page = Template.Parse(Encoding.UTF8.GetString(PublicSite.Embedded("layout.html")));

    public static string Render(PublicSite site, PageContent content)
    {
        var publication = site.Publication;
        var nav = new ScriptArray();
        foreach (var (path, text) in (ReadOnlySpan<(string, string)>)[("crossings", "Crossings"), ("removals", "Removals"), ("arrests", "Arrests"), ("releases", "Releases"), ("method", "Method"), ("journalists", "For journalists")])
        {
            if (publication.Find(path) is not null || path == "releases" || publication.Pages.Any(each => each.Name == path))
            {
                nav.Add(new ScriptObject { ["path"] = path, ["text"] = text });
            }
        }

        var until = (publication.Find("crossings") ?? publication.Datasets[0]).Figures.Periods.Max(each => each.Last);
        var model = new ScriptObject
        {
            ["language"] = publication.Language,
            ["title"] = content.Title,
            ["description"] = content.Description,
            ["path"] = content.Path ?? "-",
            ["name"] = publication.Title,
            ["nav"] = nav,
            ["released"] = Html.Day(site.Manifest.PublishedAt),
            ["until"] = until.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            ["body"] = content.Body,
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
