namespace PublicStats.SiteGenerator.Rendering;

/// <summary>HTML. A template writes it as it is, and encodes every other value.</summary>
/// <param name="Html">With every text in it encoded already.</param>
public sealed record Markup(string Html)
{
    /// <summary>Several parts, one after the other. A part that is null adds nothing.</summary>
    public static Markup Join(params IEnumerable<Markup?> parts) => new(string.Concat(parts));

    /// <summary>The HTML.</summary>
    public override string ToString() => Html;
}
