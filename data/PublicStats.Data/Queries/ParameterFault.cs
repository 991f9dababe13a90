using PublicStats.Data.Datasets;
using PublicStats.Data.Files;

namespace PublicStats.Data.Queries;

/// <summary>Makes the faults of a query. What a caller wrote is cut where it is long.</summary>
public static class ParameterFault
{
    /// <summary>A fault in a parameter, or in a part of a key.</summary>
    /// <param name="allowed">What may be given; none when anything of the right form may.</param>
    /// <param name="nearest">What was most likely meant; null when nothing is near.</param>
    public static Fault Of(string parameter, string value, Reason reason, IReadOnlyList<string>? allowed = null, string? nearest = null) =>
        new(new ParameterPlace(QueryLimits.Echo(parameter), QueryLimits.Echo(value)), reason)
        {
            Allowed = allowed ?? [],
            Nearest = nearest,
        };

    /// <summary>A value that is not one of those allowed.</summary>
    public static Fault NotAllowed(string parameter, string value, string what, IEnumerable<string> allowed)
    {
        string[] list = [.. allowed];
        var nearest = Nearest.To(value, list);
        var cure = nearest is null ? "" : $"Did you mean {nearest}?";
        return Of(parameter, value, new($"\"{QueryLimits.Echo(value)}\" is not {what}.", cure), list, nearest);
    }
}
