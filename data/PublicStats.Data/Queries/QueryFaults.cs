namespace PublicStats.Data.Queries;

/// <summary>The faults of one question: the first of them with every detail, the others only counted.</summary>
internal sealed class QueryFaults
{
    private readonly List<QueryFault> listed = [];

    public IReadOnlyList<QueryFault> Listed => listed;

    public int NotListed { get; private set; }

    /// <summary>Adds a fault. It is made only if it will be listed, because finding the nearest word takes time.</summary>
    public void Add(Func<QueryFault> fault)
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
