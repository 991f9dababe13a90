using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.Data.Validation;

/// <summary>What is directly under the site's address. A dataset and a page of commentary each need a name that nothing else
/// has.</summary>
internal static class SiteAddresses
{
    // What the site and the API make themselves.
    private static readonly string[] Own =
    [
        "releases",
        "calendar",
        "revisions",
        "charts",
        "v1",
        "docs",
        "openapi",
        "health",
        "index",
        "404",
    ];

    private static readonly string[] OwnFiles =
    [
        "releases.atom",
        "releases.json",
        "calendar.ics",
        "style.css",
        "sitemap.xml",
        "robots.txt",
        "favicon.ico",
        "favicon.svg",
    ];

    /// <summary>The first part of every address of the site.</summary>
    public static IReadOnlyCollection<string> Sections(Publication publication) =>
        [.. publication.Datasets.Select(dataset => dataset.Name), .. publication.Pages.Select(page => page.Name), .. Own, .. OwnFiles];

    /// <summary>Adds a fault for every dataset and page whose address another thing has, or that cannot be an address.</summary>
    public static void Check(Publication publication, Faults faults)
    {
        foreach (var dataset in publication.Datasets.Where(dataset => Own.Contains(dataset.Name)))
        {
            faults.Add(
                "publication.json",
                1,
                "datasets",
                $"\"{dataset.Name}\" is an address that the site uses itself.",
                "Give the dataset's folder another name, here and in its datapackage.json."
            );
        }

        foreach (var page in publication.Pages)
        {
            var path = $"pages/{page.Name}.md";
            if (publication.Find(page.Name) is not null)
            {
                faults.Add(
                    path,
                    1,
                    "file",
                    $"The page has the address /{page.Name}/, which is the dataset's own page.",
                    $"Move its text to datasets/{page.Name}/notes.md, or give the file another name."
                );
            }
            else if (Own.Contains(page.Name))
            {
                faults.Add(
                    path,
                    1,
                    "file",
                    $"The page has the address /{page.Name}/, which the site uses itself.",
                    "Give the file another name."
                );
            }
            else if (!IsAddress(page.Name))
            {
                faults.Add(
                    path,
                    1,
                    "file",
                    $"\"{page.Name}\" cannot be an address.",
                    "Name the file with small letters, digits and hyphens, such as how-we-count.md."
                );
            }
        }
    }

    private static bool IsAddress(string name) =>
        name.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-');
}
