namespace PublicStats.Data.Queries;

/// <summary>What is wrong with a question, in words for the one who asked.</summary>
/// <param name="Parameter">The parameter, or the part of a key, at fault.</param>
/// <param name="Value">What was given.</param>
/// <param name="Reason">One or two sentences: the problem and the cure.</param>
/// <param name="Allowed">What may be given; empty when anything of the right form may.</param>
/// <param name="Nearest">What was most likely meant; null when nothing is near.</param>
public sealed record QueryFault(string Parameter, string Value, string Reason, IReadOnlyList<string> Allowed, string? Nearest)
{
    /// <summary>The parameter, or the part of a key, at fault. Cut where it is long.</summary>
    public string Parameter { get; } = QueryLimits.Echo(Parameter);

    /// <summary>What was given. Cut where it is long.</summary>
    public string Value { get; } = QueryLimits.Echo(Value);

    /// <summary>A value that is not one of those allowed.</summary>
    public static QueryFault NotAllowed(string parameter, string value, string what, IEnumerable<string> allowed)
    {
        string[] list = [.. allowed];
        var nearest = PublicStats.Data.Datasets.Nearest.To(value, list);
        var guess = nearest is null ? "" : $" Did you mean {nearest}?";
        return new(parameter, value, $"\"{QueryLimits.Echo(value)}\" is not {what}.{guess}", list, nearest);
    }
}
