namespace PublicStats.Data.Files;

/// <summary>Why something is refused, before it is known where it is.</summary>
/// <param name="Problem">One sentence.</param>
/// <param name="Cure">What to do; empty when the problem says it.</param>
public readonly record struct Reason(string Problem, string Cure)
{
    /// <inheritdoc/>
    public override string ToString() => Cure.Length == 0 ? Problem : $"{Problem} {Cure}";
}
