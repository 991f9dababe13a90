namespace PublicStats.Data.Queries;

/// <summary>The values of a parameter that are written with commas between.</summary>
internal static class ParameterWords
{
    /// <summary>Each value once; none, with a fault, when there are more than are allowed.</summary>
    public static string[] Of(string parameter, string? text, QueryFaults faults)
    {
        var words = text?.Split(',') ?? [];
        if (words.Length > QueryLimits.Values)
        {
            faults.Add(() =>
                ParameterFault.Of(
                    parameter,
                    text!,
                    new(
                        $"The parameter {parameter} has {words.Length} values.",
                        $"At most {QueryLimits.Values} are allowed. Ask in several questions, or leave it out for all."
                    ),
                    [$"at most {QueryLimits.Values} values"]
                )
            );
            return [];
        }

        return [.. words.Distinct(StringComparer.OrdinalIgnoreCase)];
    }
}
