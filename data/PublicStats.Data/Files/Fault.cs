namespace PublicStats.Data.Files;

/// <summary>Something an editor must mend before a release can be sealed.</summary>
/// <param name="File">The path inside the publication.</param>
/// <param name="Line">From 1; 0 when the fault is of the whole file.</param>
/// <param name="Column">The column, property or part at fault.</param>
/// <param name="Problem">One sentence.</param>
/// <param name="Cure">One sentence: what to do.</param>
public sealed record Fault(string File, int Line, string Column, string Problem, string Cure)
{
    // Terminals and editors turn "path:line:" into a link.
    /// <inheritdoc/>
    public override string ToString() => $"{File}:{Math.Max(Line, 1)}: {Column}: {Problem} {Cure}";
}
