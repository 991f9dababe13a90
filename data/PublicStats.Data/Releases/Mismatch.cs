namespace PublicStats.Data.Releases;

/// <summary>Something in the folder of releases that is not as it was written.</summary>
/// <param name="Path">The file, or the release, by its path in the folder of releases.</param>
/// <param name="Problem">One sentence.</param>
/// <param name="Line">The line of the file, from 1. Null when it has no lines.</param>
public sealed record Mismatch(string Path, string Problem, int? Line = null)
{
    /// <summary>The path with its line.</summary>
    public string Place => Line is { } line ? $"{Path}:{line}" : Path;

    /// <inheritdoc/>
    public override string ToString() => $"{Place}: {Problem}";
}
