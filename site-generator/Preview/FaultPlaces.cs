using System.Globalization;
using System.Text;
using PublicStats.Data.Files;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Preview;

/// <summary>Puts faults into the pages, and the parts of pages, that they are about.</summary>
internal static class FaultPlaces
{
    /// <summary>The page with every fault of its own above the part that it concerns.</summary>
    /// <param name="path">Of the page: <c>/crossings/</c>.</param>
    public static string Put(string html, string path, IReadOnlyList<Fault> faults, string data)
    {
        var name = path.Trim('/').Split('/')[0];
        foreach (
            var part in faults
                .GroupBy(fault => PlaceOf(fault, name))
                .Where(group => group.Key is not null)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            var at = Before(html, part.Key!);
            html = html.Insert(at, Box([.. part], data));
        }

        return html;
    }

    /// <summary>Every fault, in one box.</summary>
    public static string Box(IReadOnlyList<Fault> faults, string data)
    {
        var files = faults.Select(fault => fault.File).Distinct().ToList();
        var box = new StringBuilder().Append(
            CultureInfo.InvariantCulture,
            $"<section class=\"pv-faults\" aria-label=\"Faults in {Html.Text(string.Join(", ", files))}\"><h2>"
                + $"{(faults.Count == 1 ? "1 fault" : $"{faults.Count} faults")} to mend before this can be sealed</h2><ul>"
        );
        foreach (var fault in faults)
        {
            box.Append(
                CultureInfo.InvariantCulture,
                $"<li><code>{Html.Text($"{data}/{fault.File}:{Math.Max(fault.Line, 1)}")}</code> {Html.Text(fault.Column)}: "
                    + $"{Html.Text(fault.Problem)} {Html.Text(fault.Cure)}</li>"
            );
        }

        return box.Append("</ul></section>\n").ToString();
    }

    // The id of the part of this page that a fault is about; empty for the top of it, null for another page.
    private static string? PlaceOf(Fault fault, string page)
    {
        var parts = fault.File.Split('/');
        return parts switch
        {
            ["datasets", var dataset, ..] when dataset != page => null,
            ["datasets", _, "notes.md"] => "notes",
            ["datasets", _, "datapackage.json"] when fault.Column.StartsWith("headlines", StringComparison.Ordinal) => "h-heads",
            ["datasets", _, "datapackage.json"] when fault.Column.StartsWith("charts", StringComparison.Ordinal) => "charts",
            ["datasets", _, "datapackage.json"] => "definitions",
            ["datasets", ..] => "charts",
            ["pages", "home.md"] => page.Length == 0 ? "h-trust" : null,
            ["pages", var file] => file == page + ".md" ? "" : null,
            _ => "",
        };
    }

    private static int Before(string html, string id)
    {
        var part = id.Length == 0 ? -1 : html.IndexOf($"id=\"{id}\"", StringComparison.Ordinal);
        var section = part < 0 ? -1 : html.LastIndexOf("<section", part, StringComparison.Ordinal);
        if (section >= 0)
        {
            return section;
        }

        var main = html.IndexOf("<main", StringComparison.Ordinal);
        return main < 0 ? End(html, "<body") : html.IndexOf('>', main) + 1;
    }

    /// <summary>Where a tag ends; the start of the page where there is no such tag.</summary>
    public static int End(string html, string tag) =>
        html.IndexOf(tag, StringComparison.Ordinal) is var at && at < 0 ? 0 : html.IndexOf('>', at) + 1;
}
