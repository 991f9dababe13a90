using PublicStats.Data.Datasets;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>A page in the navigation.</summary>
/// <param name="Name">The first part of its address: <c>method</c> for <c>/method/</c>.</param>
internal sealed record NavigationItem(string Name, string Text);

/// <summary>Which pages a publication has in its navigation, and under which texts.</summary>
internal static class SiteNavigation
{
    // More datasets, or longer texts, would take more than one line of the page.
    private const int MostDatasets = 3;
    private const int MostLetters = 20;

    /// <summary>The first datasets of <c>publication.json</c>. The home page lists them all.</summary>
    public static IEnumerable<NavigationItem> Datasets(Publication publication) =>
        publication.Datasets.Take(MostDatasets).Select(dataset => new NavigationItem(dataset.Name, Text(dataset.Name, dataset.Title)));

    /// <summary>The pages of commentary except home, in the order of their titles.</summary>
    public static IEnumerable<NavigationItem> Texts(Publication publication) =>
        publication
            .Pages.Where(page => page.Name != "home")
            .OrderBy(page => page.Title, StringComparer.Ordinal)
            .ThenBy(page => page.Name, StringComparer.Ordinal)
            .Select(page => new NavigationItem(page.Name, Text(page.Name, page.Title)));

    // The title where it is short, and else the name: "For journalists", "Crossings prevented".
    private static string Text(string name, string title) => title.Length <= MostLetters ? title : Html.Capital(name.Replace('-', ' '));
}
