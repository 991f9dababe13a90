using Microsoft.AspNetCore.WebUtilities;
using PublicStats.Data.Datasets;

namespace PublicStats.Api.Versioning;

/// <summary>The parameters of a request as the caller wrote them: their names keep their case, and their order.</summary>
internal static class QueryParameters
{
    /// <summary>The parameters that name a release. They are taken everywhere.</summary>
    public static readonly string[] OfRelease = ["asOf", "release"];

    public static List<KeyValuePair<string, string>> Of(HttpRequest request)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var parameter in new QueryStringEnumerable(request.QueryString.Value))
        {
            parameters.Add(KeyValuePair.Create(parameter.DecodeName().ToString(), parameter.DecodeValue().ToString()));
        }

        return parameters;
    }

    /// <summary>Whether a name was almost certainly meant to ask for the past: to pass over it would answer with the present.</summary>
    public static bool IsMisspelt(string name) => MeantByName(name) is { } meant && meant != name;

    /// <summary>The parameter that names a release under this name, or one letter from it in any case; null when there is none.</summary>
    public static string? MeantByName(string name)
    {
        var letters = name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal);
        return Array.Find(OfRelease, parameter => Nearest.Distance(letters, parameter) <= 1);
    }
}
