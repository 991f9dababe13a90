using PublicStats.Data.Periods;

namespace PublicStats.Api.Addresses;

/// <summary>
/// One spelling for every address: lower case, with period codes as 2026-W28, 2026-Q3 and FY2025-26. The server decodes a path once, and
/// nothing here decodes it again.
/// </summary>
internal static class CanonicalAddress
{
    /// <summary>The documented spelling of a path. The name of a release's file keeps its case.</summary>
    public static string Of(string path)
    {
        var file = path.IndexOf("/files/", StringComparison.OrdinalIgnoreCase);
        var end = file < 0 || !ApiAddresses.IsOfApi(path) ? path.Length : file + "/files/".Length;
        return PeriodSpelling.Canonical(path[..end]) + path[end..];
    }

    /// <summary>
    /// The path with slashes where a tool sent %2F, which the server leaves as it is. No key, dataset or file has a %2F of its own, so
    /// "%252F" leads nowhere.
    /// </summary>
    /// <param name="sent">The address as it was sent, before the server decoded it.</param>
    public static string WithSlashes(string path, string sent) =>
        ApiAddresses.IsOfApi(path) && !sent.Contains("%252F", StringComparison.OrdinalIgnoreCase)
            ? path.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)
            : path;

    /// <summary>The path without .json: the static API's files end in it, so every address of the API may.</summary>
    public static string WithoutJson(string path) =>
        ApiAddresses.IsOfApi(path)
        && path.EndsWith(ApiAddresses.JsonSuffix, StringComparison.Ordinal)
        && !path.Contains("/files/", StringComparison.Ordinal)
            ? path[..^ApiAddresses.JsonSuffix.Length]
            : path;
}
