using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace PublicStats.Tests.Api;

/// <summary>A request written byte for byte, as no client library would send it.</summary>
internal static class RawRequest
{
    /// <summary>Asks for a target, in which each letter is one byte.</summary>
    public static Task<RawAnswer> Get(string address, string target, params string[] headers) =>
        Send(address, string.Join("\r\n", [$"GET {target} HTTP/1.1", "Host: localhost", "Connection: close", .. headers, "", ""]));

    /// <summary>Sends a whole request, in which each letter is one byte, and reads until the server closes.</summary>
    public static async Task<RawAnswer> Send(string address, string request)
    {
        var uri = new Uri(address);
        using var client = new TcpClient();
        await client.ConnectAsync(uri.Host, uri.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, TestContext.Current.CancellationToken);
        return RawAnswer.Of(Encoding.Latin1.GetString(answer.ToArray()));
    }
}

/// <summary>An answer as it came, with one letter for each byte.</summary>
internal sealed record RawAnswer(int Status, IReadOnlyList<string> Headers, string Body)
{
    public static RawAnswer Of(string text)
    {
        var parts = text.Split("\r\n\r\n", 2);
        var head = parts[0].Split("\r\n");
        return new(int.Parse(head[0].Split(' ')[1], CultureInfo.InvariantCulture), head[1..], parts[^1]);
    }

    /// <summary>The value of a header; null when there is none.</summary>
    public string? Header(string name) =>
        Headers.FirstOrDefault(header => header.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];
}
