using System.Globalization;
using System.Net;
using PublicStats.Data.Figures;
using PublicStats.Data.Queries;
using PublicStats.Data.Vintages;

namespace PublicStats.SiteGenerator.Rendering;

/// <summary>Text for HTML.</summary>
internal static class Html
{
    /// <summary>A text, with what HTML would read as its own escaped.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>A link.</summary>
    /// <param name="address">As the page has it: see <see cref="PublicSite.Link"/>.</param>
    public static string Link(string address, string text) => Link(address, new Markup(Text(text)));

    /// <summary>A link whose content is HTML already.</summary>
    /// <param name="name">The class of the link; null for none.</param>
    public static string Link(string address, Markup content, string? name = null) =>
        $"<a{(name is null ? "" : $" class=\"{name}\"")} href=\"{Text(address)}\">{content.Html}</a>";

    /// <summary>A day in English, such as 24 July 2026.</summary>
    public static string Day(DateTimeOffset moment) => moment.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day and a civil time, such as Friday 24 July 2026 at 09:30.</summary>
    public static string Time(DateTimeOffset moment) => moment.ToString("dddd d MMMM yyyy 'at' HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A number of things: "1 figure", "1,200 figures".</summary>
    public static string Count(int number, string one) =>
        $"{number.ToString("#,##0", CultureInfo.InvariantCulture)} {one}{(number == 1 ? "" : "s")}";

    /// <summary>A size as people read it: "812 bytes", "11.8 kB", "1.2 MB".</summary>
    public static string Size(int bytes) =>
        bytes switch
        {
            < 1000 => Count(bytes, "byte"),
            < 1_000_000 => (bytes / 1000m).ToString("0.0 kB", CultureInfo.InvariantCulture),
            _ => (bytes / 1_000_000m).ToString("0.0 MB", CultureInfo.InvariantCulture),
        };

    /// <summary>A difference with its sign: "+68", "−68", "0"; [z] when there is none.</summary>
    public static string Difference(decimal? difference, Measure measure) =>
        difference is { } number ? Movement.Text(number, measure) : "[z]";

    /// <summary>A share with its sign: "+21.1%"; [z] when there is none.</summary>
    public static string Share(decimal? share) => share is { } number ? Movement.ShareText(number) : "[z]";

    /// <summary>A text that begins with a capital letter.</summary>
    public static string Capital(string text) => FigureSentence.Capital(text);

    /// <summary>A table that scrolls inside its own region, or stacks on a phone where its class is words.</summary>
    /// <param name="id">Names the caption on the page.</param>
    /// <param name="columns">The headings; one that begins with # is above numbers.</param>
    public static Markup Table(string id, string caption, IEnumerable<string> columns, IEnumerable<string> rows) =>
        new(
            $"<div class=\"scroll\" role=\"region\" aria-labelledby=\"{id}\" tabindex=\"0\"><table class=\"words\"><caption id=\""
                + $"{id}\">{Text(caption)}</caption><thead><tr>"
                + string.Concat(
                    columns.Select(column =>
                        column[0] == '#'
                            ? $"<th scope=\"col\" class=\"n\">{Text(column[1..])}</th>"
                            : $"<th scope=\"col\">{Text(column)}</th>"
                    )
                )
                + $"</tr></thead><tbody>\n{string.Concat(rows)}</tbody></table></div>\n"
        );

    /// <summary>A row of such a table. Its cells are HTML; the first heads the row.</summary>
    public static string Row(IReadOnlyList<string> columns, params IReadOnlyList<string> cells)
    {
        var rest = cells
            .Skip(1)
            .Select(
                (cell, i) =>
                    columns[i + 1] is var name && name[0] == '#'
                        ? $"<td class=\"n\" data-is=\"{Text(name[1..])}\">{cell}</td>"
                        : $"<td data-is=\"{Text(name)}\">{cell}</td>"
            );
        return $"<tr><th scope=\"row\">{cells[0]}</th>{string.Concat(rest)}</tr>\n";
    }
}
