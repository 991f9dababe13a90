using PublicStats.Data.Files;

namespace PublicStats.Data.Queries;

/// <summary>The faults of one query: the first of them with every detail, the others only counted.</summary>
public sealed class QueryFaults
{
    private readonly List<Fault> listed = [];

    /// <summary>The faults with every detail. At most <see cref="QueryLimits.Faults"/>.</summary>
    public IReadOnlyList<Fault> Listed => listed;

    /// <summary>How many faults there are beyond those listed.</summary>
    public int NotListed { get; private set; }

    /// <summary>Adds a fault. It is made only if it will be listed, because finding the nearest word takes time.</summary>
    internal void Add(Func<Fault> fault)
    {
        if (listed.Count < QueryLimits.Faults)
        {
            listed.Add(fault());
        }
        else
        {
            NotListed++;
        }
    }
}
