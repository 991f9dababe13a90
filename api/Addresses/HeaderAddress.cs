using System.Buffers;
using System.Globalization;
using System.Text;

namespace PublicStats.Api.Addresses;

/// <summary>Addresses as a header may hold them: ASCII only, everything else percent-encoded, whatever the caller sent.</summary>
public static class HeaderAddress
{
    private static readonly SearchValues<char> OfPath = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/"
    );

    /// <summary>A path that was decoded once, encoded again.</summary>
    public static string Path(string path)
    {
        if (!path.AsSpan().ContainsAnyExcept(OfPath))
        {
            return path;
        }

        var encoded = new StringBuilder(path.Length + 16);
        foreach (var letter in Encoding.UTF8.GetBytes(path))
        {
            Append(encoded, letter, OfPath.Contains((char)letter));
        }

        return encoded.ToString();
    }

    /// <summary>A query as it was sent, with what no address may hold encoded.</summary>
    public static string Query(QueryString query)
    {
        var encoded = new StringBuilder();
        foreach (var letter in Encoding.UTF8.GetBytes(query.Value ?? ""))
        {
            Append(encoded, letter, letter is > 0x20 and < 0x7f and not ((byte)'"' or (byte)'<' or (byte)'>' or (byte)'#'));
        }

        return encoded.ToString();
    }

    private static void Append(StringBuilder text, byte letter, bool asItIs) =>
        _ = asItIs ? text.Append((char)letter) : text.Append('%').Append(letter.ToString("X2", CultureInfo.InvariantCulture));
}
