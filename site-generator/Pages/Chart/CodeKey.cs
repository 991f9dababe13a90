using System.Text.RegularExpressions;
using PublicStats.Data.Figures;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>The meanings of the codes in square brackets, for the text under a table.</summary>
internal static partial class CodeKey
{
    /// <summary>Explains the codes in a table, in their order; empty when there are none.</summary>
    /// <param name="notApplicable">Why the table has [z].</param>
    public static Markup Of(Markup table, string notApplicable)
    {
        var met = Code()
            .Matches(table.Html)
            .Select(match => match.Groups["code"].Value)
            .Distinct(StringComparer.Ordinal)
            .Where(code => FigureStatuses.Meaning(code) is not null)
            .ToList();
        return met.Count == 0
            ? new("")
            : new($"<p class=\"small\">{string.Join(" ", met.Select(code => Html.Text(Meaning(code, notApplicable))))}</p>");
    }

    private static string Meaning(string code, string notApplicable) =>
        $"[{code}] {FigureStatuses.Meaning(code)}{(code == "z" ? ": " + notApplicable : "")}.";

    [GeneratedRegex(@"\[(?<code>[a-z]+)\]")]
    private static partial Regex Code();
}
