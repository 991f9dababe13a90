namespace PublicStats.Data.Vintages;

/// <summary>How many figures changed, by kind of change.</summary>
public readonly record struct ChangeCounts(int Added, int Revised, int Removed, int Withdrawn)
{
    /// <summary>The counts of a list of changes.</summary>
    public static ChangeCounts Of(IEnumerable<FigureChange> changes)
    {
        var counts = new int[Enum.GetValues<ChangeKind>().Length];
        foreach (var change in changes)
        {
            counts[(int)change.Kind]++;
        }

        return new(
            counts[(int)ChangeKind.Added],
            counts[(int)ChangeKind.Revised],
            counts[(int)ChangeKind.Removed],
            counts[(int)ChangeKind.Withdrawn]
        );
    }

    /// <summary>How many figures changed that were there before.</summary>
    public int Touched => Revised + Removed + Withdrawn;

    /// <summary>How many figures changed in all.</summary>
    public int Total => Added + Touched;

    /// <summary>How many figures changed in one way.</summary>
    public int this[ChangeKind kind] =>
        kind switch
        {
            ChangeKind.Added => Added,
            ChangeKind.Revised => Revised,
            ChangeKind.Removed => Removed,
            _ => Withdrawn,
        };
}
