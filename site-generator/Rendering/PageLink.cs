namespace PublicStats.SiteGenerator.Rendering;

/// <summary>A link of a page, for a template to write.</summary>
/// <param name="Address">On the site that is shown: in a past release, that release's version where there is one.</param>
internal sealed record PageLink(string Text, string Address);
