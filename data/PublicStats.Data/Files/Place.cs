namespace PublicStats.Data.Files;

/// <summary>Where a fault is: in a file, in a spreadsheet, in what somebody gave to an act, or in a parameter of a query.</summary>
public abstract record Place
{
    private protected Place() { }

    /// <summary>The file, with its line where it has lines; for an act or a query, what it is about.</summary>
    public abstract string Source { get; }

    /// <summary>The column, property, cell or parameter at fault.</summary>
    public abstract string Part { get; }

    /// <inheritdoc/>
    public sealed override string ToString() => $"{Source}: {Part}";
}

/// <summary>A place in a file of the publication.</summary>
/// <param name="File">The path inside the publication.</param>
/// <param name="Line">From 1; 0 means the whole file.</param>
/// <param name="Column">The column, property or part at fault.</param>
public sealed record FilePlace(string File, int Line, string Column) : Place
{
    /// <summary>From 1. A fault of the whole file is on its first line.</summary>
    public int Line { get; } = Math.Max(Line, 1);

    // Terminals and editors turn "path:line:" into a link.
    /// <inheritdoc/>
    public override string Source => $"{File}:{Line}";

    /// <inheritdoc/>
    public override string Part => Column;
}

/// <summary>A place in a spreadsheet.</summary>
/// <param name="File">The spreadsheet's name, without its folder.</param>
/// <param name="Sheet">The sheet, or another part of the file; empty for a cell of a CSV file.</param>
/// <param name="Cell">The cell, such as C17; null for a whole sheet or part.</param>
public sealed record SheetPlace(string File, string Sheet, string? Cell = null) : Place
{
    /// <inheritdoc/>
    public override string Source => File;

    /// <inheritdoc/>
    public override string Part =>
        (Sheet.Length, Cell) switch
        {
            (_, null) => Sheet,
            (0, _) => Cell,
            _ => $"{Sheet}!{Cell}",
        };
}

/// <summary>Something that somebody gave to an act on releases, such as the time of a release.</summary>
/// <param name="Path">The release's path inside the publication; <c>releases</c> when the act is about none that is there.</param>
/// <param name="Name">What was given: release, key, at, by, reason and so on.</param>
public sealed record ArgumentPlace(string Path, string Name) : Place
{
    /// <inheritdoc/>
    public override string Source => $"{Path}:1";

    /// <inheritdoc/>
    public override string Part => Name;
}

/// <summary>A parameter of a query, or a part of a key.</summary>
/// <param name="Name">The parameter, or the part of a key, at fault.</param>
/// <param name="Value">What was given.</param>
public sealed record ParameterPlace(string Name, string Value) : Place
{
    /// <inheritdoc/>
    public override string Source => Name;

    /// <inheritdoc/>
    public override string Part => Value;
}
