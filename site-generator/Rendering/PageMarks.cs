namespace PublicStats.SiteGenerator.Rendering;

/// <summary>What a preview adds to one page, in the slots that the templates have for it.</summary>
/// <param name="title">Before the title.</param>
/// <param name="head">At the end of the head.</param>
/// <param name="bar">At the top of the page.</param>
/// <param name="parts">Above the parts of the page, by the name of the slot: <c>charts</c>.</param>
internal sealed class PageMarks(string title, Markup head, Markup bar, IReadOnlyDictionary<string, Markup> parts)
{
    private readonly Dictionary<string, Markup> left = new(parts, StringComparer.Ordinal);

    public string Title => title;

    public Markup Head => head;

    public Markup Bar => bar;

    /// <summary>What belongs to slots that the page does not have. The layout writes it last, above the whole page.</summary>
    public Markup Rest => Markup.Join(left.OrderBy(part => part.Key, StringComparer.Ordinal).Select(part => part.Value));

    /// <summary>What belongs to a slot; null for nothing. It is then no longer in the rest.</summary>
    public Markup? Take(string slot) => left.Remove(slot, out var mark) ? mark : null;
}
