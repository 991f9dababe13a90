using PublicStats.Data.Datasets;

namespace PublicStats.Api.Addresses;

/// <summary>The parameters of a query that name a release. Every address takes them.</summary>
internal static class ReleaseParameters
{
    public const string AsOf = "asOf";

    public const string Release = "release";

    public static IReadOnlyList<string> Names { get; } = [AsOf, Release];

    /// <summary>Whether a parameter names a release.</summary>
    public static bool Has(string name) => name is AsOf or Release;

    /// <summary>Whether a name was almost certainly meant to name a release: to ignore it would answer with the latest figures.</summary>
    public static bool IsMisspelt(string name) => MeantByName(name) is { } meant && meant != name;

    /// <summary>The parameter that names a release under this name, or one letter from it in any case; null when there is none.</summary>
    public static string? MeantByName(string name)
    {
        var letters = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Names.FirstOrDefault(parameter => Nearest.Distance(letters, parameter) <= 1);
    }
}
