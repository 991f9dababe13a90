namespace PublicStats.Data.Files;

/// <summary>Something that must be corrected before a release is sealed, a spreadsheet imported, an act done or a query answered.</summary>
/// <param name="Problem">One sentence.</param>
/// <param name="Cure">What to do; empty when the problem says it.</param>
public sealed record Fault(Place Place, string Problem, string Cure)
{
    /// <summary>A fault of that reason.</summary>
    public Fault(Place place, Reason reason)
        : this(place, reason.Problem, reason.Cure) { }

    /// <summary>What may be given in its place; empty when anything of the right form may.</summary>
    public IReadOnlyList<string> Allowed { get; init; } = [];

    /// <summary>What was most likely meant; null when nothing is near.</summary>
    public string? Nearest { get; init; }

    /// <summary>What helps besides the cure, or does what the cure says; empty where a program can add nothing.</summary>
    public IReadOnlyList<Advice> Advice { get; init; } = [];

    /// <summary>The problem and the cure, without the place.</summary>
    public string Text => new Reason(Problem, Cure).ToString();

    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Text}";
}
