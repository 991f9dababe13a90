using System.Text;

namespace PublicStats.Benchmarks.Fuzzing;

/// <summary>One request of a run. The same seed and number always make the same bytes.</summary>
/// <param name="IsValid">Whether it is correct HTTP/1.1, whatever it asks. A server may answer anything else with a bare 400, as HTTP
/// allows.</param>
/// <param name="IsWhole">False when it is cut off before its end.</param>
internal sealed record FuzzRequest(byte[] Bytes, bool IsHead, bool IsValid, bool IsWhole, bool KeepsOpen)
{
    private static readonly string[] Methods =
    [
        "HEAD",
        "HEAD",
        "OPTIONS",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "TRACE",
        "BREW",
        "get",
        "PROPFIND",
    ];

    private static readonly string[] Headers =
    [
        "Accept: application/json",
        "Accept: text/html;q=0.1, */*;q=0",
        "Accept: ;;;,,q=9",
        "Accept-Encoding: gzip, br",
        "Accept-Encoding: identity;q=0",
        "Accept-Encoding: \t,gzip;q=x",
        "If-None-Match: *",
        "If-None-Match: \"x\", W/\"y\"",
        "If-None-Match: unquoted",
        "If-Modified-Since: Fri, 24 Jul 2026 15:12:00 GMT",
        "If-Modified-Since: never",
        "If-Match: \"x\"",
        "If-Unmodified-Since: Fri, 24 Jul 1970 15:12:00 GMT",
        "Accept-Datetime: Fri, 24 Jul 2026 15:12:00 GMT",
        "Accept-Datetime: Fri, 31 Dec 9999 23:59:59 GMT",
        "Accept-Datetime: Mon, 01 Jan 0001 00:00:00 GMT",
        "Accept-Datetime: yesterday",
        "Accept-Datetime: 2026-07-24",
        "Range: bytes=0-0",
        "Range: bytes=-1,5-2",
        "Range: lines=1",
        "Origin: https://example.org",
        "Origin: null",
        "Access-Control-Request-Method: GET",
        "Access-Control-Request-Headers: x-a, x-b",
        "X-Forwarded-For: 1.2.3.4, ::1",
        "X-Forwarded-Proto: gopher",
        "X-Forwarded-Host: evil.example",
        "Forwarded: for=\"[::1]\"",
        "Cookie: a=b; c",
        "Authorization: Basic !!!!",
        "Content-Type: application/json",
        "User-Agent: ",
        "TE: trailers",
        "Upgrade: websocket",
        "Upgrade: h2c",
        "Cache-Control: no-cache, max-age=-1",
        "Want-Repr-Digest: sha-256=10",
        "Prefer: return=minimal",
        "Via: 1.0 fred, 1.1 p",
        "Max-Forwards: 0",
        "Expect: 100-continue",
        "Expect: miracles",
        "Accept-Language: en-GB-x-\u00e9",
        "Referer: http://[::1",
        "X-HTTP-Method-Override: DELETE",
        "Sec-Fetch-Mode: navigate",
        "DNT: 1",
    ];

    /// <summary>Makes a request.</summary>
    public static FuzzRequest Make(int seed, int number, FuzzTargets targets)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var (target, isTargetValid) = targets.Next(random);
        var method = random.Next(10) < 7 ? "GET" : Methods[random.Next(Methods.Length)];
        var text = new StringBuilder($"{method} {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        var (isValid, keepsOpen, body) = (isTargetValid, true, "");
        for (var left = random.Next(4); left > 0; left--)
        {
            var header = Headers[random.Next(Headers.Length)];
            text.Append(header).Append("\r\n");
            // HTTP calls other than ASCII characters obsolete in headers, and servers may refuse them.
            (isValid, keepsOpen) = header.All(char.IsAscii) ? (isValid, keepsOpen) : (false, false);
        }

        switch (random.Next(60))
        {
            case 0:
                text.Append("X-Long: ").Append('a', random.Next(2_000, 20_000)).Append("\r\n");
                break;
            case 1:
                text.Append(string.Concat(Enumerable.Range(0, random.Next(20, 60)).Select(at => $"X-{at}: {at}\r\n")));
                break;
            case 2:
                (isValid, keepsOpen) = (false, false);
                text.Append("Bad Name: x\r\n");
                break;
            case 3:
                (isValid, keepsOpen) = (false, false);
                text.Append("X-Control: a\u0001b\r\n");
                break;
            case 4:
                (isValid, keepsOpen) = (false, false);
                text.Append("Host: second.example\r\n");
                break;
            case 5:
                (body, keepsOpen) = ("{\"a\":", false);
                text.Append("Content-Length: 5\r\n");
                break;
            case 6:
                (body, keepsOpen) = ("3\r\nabc\r\n0\r\n\r\n", false);
                text.Append("Transfer-Encoding: chunked\r\n");
                break;
            case 7:
                (isValid, keepsOpen, body) = (false, false, "zz\r\n");
                text.Append("Transfer-Encoding: chunked\r\n");
                break;
            case 8:
                (isValid, keepsOpen) = (false, false);
                text.Append("Content-Length: -1\r\n");
                break;
            case 9:
                (isValid, keepsOpen) = (false, false);
                text.Append("Content-Length: 99999999999999999999\r\n");
                break;
            case 10 when target[0] == '/':
                text.Replace("Host: 127.0.0.1\r\n", "Host: [::1]:99\r\n");
                break;
            case 11:
                (isValid, keepsOpen) = (false, false);
                text.Replace("Host: 127.0.0.1\r\n", "");
                break;
            case 12:
                (isValid, keepsOpen) = (false, false);
                text.Replace(" HTTP/1.1", " HTTP/9.9");
                break;
            case 13:
                keepsOpen = false;
                text.Append("Connection: close\r\n");
                break;
            case 14:
                keepsOpen = false;
                text.Replace(" HTTP/1.1", " HTTP/1.0");
                break;
            default:
                break;
        }

        var bytes = Encoding.Latin1.GetBytes(text.Append("\r\n").Append(body).ToString());
        var isWhole = random.Next(50) != 0;
        return new(isWhole ? bytes : bytes[..random.Next(1, bytes.Length)], method == "HEAD", isValid, isWhole, keepsOpen);
    }

    /// <summary>The bytes as C# writes them, so that a failing request can be kept as a test.</summary>
    public override string ToString() =>
        string.Concat(
            Bytes.Select(character =>
                character switch
                {
                    (byte)'\r' => "\\r",
                    (byte)'\n' => "\\n",
                    (byte)'"' => "\\\"",
                    (byte)'\\' => "\\\\",
                    >= 0x20 and < 0x7f => ((char)character).ToString(),
                    _ => $"\\u00{character:x2}",
                }
            )
        );
}
