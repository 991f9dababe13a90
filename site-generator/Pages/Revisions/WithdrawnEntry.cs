using PublicStats.Data.Releases;
using PublicStats.SiteGenerator.Rendering;

namespace PublicStats.SiteGenerator.Pages;

/// <summary>A withdrawn figure in a list: its page, the release that withdrew it, and why.</summary>
internal sealed record WithdrawnEntry(PageLink Figure, Markup Release, string Reason)
{
    public static WithdrawnEntry Of(PublicSite site, Withdrawal withdrawal) =>
        new(ReleaseWords.LinkTo(site, withdrawal.Key), ReleaseWords.Link(site, withdrawal.Release), withdrawal.Reason);
}
