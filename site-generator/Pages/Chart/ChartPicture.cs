using PublicStats.SiteGenerator.Charts;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A picture on a page: wide where there is room for it, narrow on a phone.</summary>
/// <param name="Address">Of both files, before "-wide.svg" and "-narrow.svg".</param>
/// <param name="AlternativeText">What the picture shows, for those who do not see it.</param>
internal sealed record ChartPicture(string Address, Svg Wide, Svg Narrow, string AlternativeText)
{
    public string WideAddress => $"{Address}-wide.svg";

    public string NarrowAddress => $"{Address}-narrow.svg";
}
