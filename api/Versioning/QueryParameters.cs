using Microsoft.AspNetCore.WebUtilities;

namespace PublicStats.Api.Versioning;

/// <summary>The parameters of a request as the caller wrote them: their names keep their case, and their order.</summary>
internal static class QueryParameters
{
    public static List<KeyValuePair<string, string>> Of(HttpRequest request)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var parameter in new QueryStringEnumerable(request.QueryString.Value))
        {
            parameters.Add(KeyValuePair.Create(parameter.DecodeName().ToString(), parameter.DecodeValue().ToString()));
        }

        return parameters;
    }
}
