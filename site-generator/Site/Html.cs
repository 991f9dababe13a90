using System.Net;

namespace PublicStats.SiteGenerator.Site;

/// <summary>Text for HTML.</summary>
internal static class Html
{
    /// <summary>A text, with what HTML would read as its own escaped.</summary>
    public static string Text(string? text) => WebUtility.HtmlEncode(text ?? "");

    /// <summary>A time in English, such as 24 July 2026.</summary>
    public static string Day(DateTimeOffset moment) => moment.ToString("d MMMM yyyy", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A list of sentences.</summary>
    public static string List(IEnumerable<string> items) => "<ul>" + string.Concat(items.Select(each => $"<li>{Text(each)}</li>")) + "</ul>";
}
