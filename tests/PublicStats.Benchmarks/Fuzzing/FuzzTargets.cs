using System.Text;
using System.Text.Json;

namespace PublicStats.Benchmarks.Fuzzing;

/// <summary>
/// Makes targets of requests: addresses that the API documents and addresses of the site, with mistakes and malice put into them.
/// </summary>
internal sealed class FuzzTargets
{
    private static readonly string[] Seeds =
    [
        "/",
        "/crossings/",
        "/crossings/people/2025/",
        "/releases/2026-05-01/",
        "/releases/2026-05-01/crossings/",
        "/style.css",
        "/releases.atom",
        "/releases.json",
        "/calendar.ics",
        "/sitemap.xml",
        "/robots.txt",
        "/docs",
        "/docs/index.html",
        "/openapi/v1.json",
        "/health/live",
        "/health/ready",
        "/v1",
        "/v1/figures",
        "/v1/figures/crossings/people/2025",
        "/v1/figures/removals/removed/tiktok/2024",
        "/v1/figures/arrivals/people/albania+ukraine/total/total/2022",
        "/v1/figures/crossings/people/2024-07-05--2024-07-22?asOf=2026-05-01",
        "/v1/timemap/figures/crossings/people/2025",
        "/v1/timemap/figures",
        "/v1/datasets/arrivals/figures?nationality=africa-north&by=nationality&period=2022",
        "/v1/datasets/crossings/figures?measure=people&frequency=year",
        "/v1/datasets/crossings/figures?limit=5&sort=-value,period",
        "/v1/datasets/crossings-prevented/figures?release=2026-05-01&period=latest,last-3",
        "/v1/datasets/crossings/figures.csv?limit=3",
        "/v1/releases/2026-05-01/changes.csv",
        "/v1/releases/2026-05-01/figures",
        "/v1/releases/2026-05-01/datasets/crossings/figures?limit=3",
        "/v1/headlines",
        "/v1/datasets/crossings/revisions",
        "*",
    ];

    private static readonly string[] Words =
    [
        "",
        "%",
        "%00",
        "%2500",
        "%252500",
        "%25",
        "%0d%0aX:1",
        "%c0%af",
        "%ff",
        "%e2%82",
        "%u0041",
        "%2e%2e%2f",
        "..%5c",
        "%2f",
        "%252f",
        "%2525",
        "\u00e9",
        "\u0001",
        "\u007f",
        "\0",
        " ",
        "\t",
        "9999-12-31",
        "0001-01-01",
        "10000-01-01",
        "9999-12-31T23:59:59Z",
        "2026-02-30",
        "-1",
        "0",
        "2147483648",
        "99999999999999999999",
        "1e999",
        "NaN",
        "null",
        "true",
        "latest",
        "last-0",
        "last-3",
        "last-999999999999",
        "..",
        "2024..",
        "..2024",
        "2024..2023",
        "FY2025-26",
        "fy2025-26",
        "2026-W53",
        "2026-Q5",
        "total",
        "all",
        "'",
        "\"",
        "<script>",
        "{{7*7}}",
        "${jndi:ldap://x}",
        "=1+1",
        ";",
        "|",
        "\\",
        "^",
        "`",
        "[",
        "]",
        "{",
        "}",
        "~",
        "asOf",
        "asoff",
        "release",
        "measure",
        "period",
        "by",
        "frequency",
        "sort",
        "limit",
        "cursor",
        "parent",
        "2026-05-01.5",
        "tiktok",
        "people",
        "crossings",
        ".json",
        ".csv",
        ".xml",
        "index.html",
    ];

    // How many changes are made to an address: often none, so that right questions are asked as well.
    private static readonly int[] Changes = [0, 0, 0, 1, 1, 1, 2, 2, 3, 4];

    private readonly List<string> documented = [.. Seeds];

    /// <summary>The fixed addresses, and every address of an OpenAPI document with its examples put in.</summary>
    public FuzzTargets(string openApi)
    {
        using var document = JsonDocument.Parse(openApi);
        foreach (var path in document.RootElement.GetProperty("paths").EnumerateObject())
        {
            foreach (var operation in path.Value.EnumerateObject().Where(operation => operation.Value.ValueKind == JsonValueKind.Object))
            {
                Add(path.Name, operation.Value);
            }
        }
    }

    /// <summary>The addresses that the mutations start from, each once.</summary>
    public IReadOnlyList<string> Addresses => [.. documented.Distinct(StringComparer.Ordinal)];

    /// <summary>A target, and whether it is one that HTTP allows.</summary>
    public (string Target, bool IsValid) Next(Random random)
    {
        var target = documented[random.Next(documented.Count)];
        for (var left = Changes[random.Next(Changes.Length)]; left > 0; left--)
        {
            target = Changed(target, random);
        }

        // Whole datasets in every answer would measure the network, not the server.
        if (
            target.Contains("/figures", StringComparison.Ordinal)
            && !target.Contains("limit=", StringComparison.Ordinal)
            && random.Next(8) > 0
        )
        {
            target += (target.Contains('?') ? "&" : "?") + "limit=5";
        }

        return (target, IsAllowed(target));
    }

    private void Add(string path, JsonElement operation)
    {
        var query = new StringBuilder();
        foreach (
            var parameter in operation.TryGetProperty("parameters", out var parameters)
                ? [.. parameters.EnumerateArray()]
                : Array.Empty<JsonElement>()
        )
        {
            if (parameter.TryGetProperty("name", out var name) && parameter.TryGetProperty("in", out var place))
            {
                var example = Example(parameter) ?? "crossings";
                path = path.Replace($"{{{name}}}", example, StringComparison.Ordinal);
                query.Append(place.GetString() == "query" ? $"&{name}={Uri.EscapeDataString(example)}" : "");
                documented.Add($"{path}?{name}={Uri.EscapeDataString(example)}");
            }
        }

        documented.Add(path);
        documented.Add(path + (query.Length == 0 ? "" : "?" + query.ToString()[1..]));
    }

    private static string? Example(JsonElement part)
    {
        if (part.TryGetProperty("example", out var example))
        {
            return example.ToString();
        }

        if (part.TryGetProperty("examples", out var examples) && First(examples) is { } first)
        {
            var isNamed = first.ValueKind == JsonValueKind.Object && first.TryGetProperty("value", out _);
            return (isNamed ? first.GetProperty("value") : first).ToString();
        }

        if (part.TryGetProperty("schema", out var inner) || part.TryGetProperty("items", out inner))
        {
            return Example(inner);
        }

        return part.TryGetProperty("enum", out var values) ? First(values)?.ToString() : null;
    }

    private static JsonElement? First(JsonElement list) =>
        list.ValueKind switch
        {
            JsonValueKind.Array when list.GetArrayLength() > 0 => list[0],
            JsonValueKind.Object when list.EnumerateObject().Any() => list.EnumerateObject().First().Value,
            _ => null,
        };

    private string Changed(string target, Random random)
    {
        var at = random.Next(target.Length + 1);
        var word = Words[random.Next(Words.Length)];
        return random.Next(18) switch
        {
            0 => target.Insert(at, word),
            1 => at < target.Length ? target[..at] + $"%{(int)target[at]:X2}" + target[(at + 1)..] : target,
            2 => at < target.Length ? target[..at] + $"%25{(int)target[at]:X2}" + target[(at + 1)..] : target,
            3 => target.ToUpperInvariant(),
            4 => at < target.Length && at > 0 ? target.Remove(at, Math.Min(random.Next(1, 5), target.Length - at)) : target,
            5 => target.Replace(
                "/",
                random.Next(3) switch
                {
                    0 => "//",
                    1 => "/./",
                    _ => "/x/../",
                },
                StringComparison.Ordinal
            ),
            6 => target + (target.Contains('?') ? '&' : '?') + Words[random.Next(Words.Length)] + "=" + word,
            7 => target + (target.Contains('?') ? '&' : '?') + word,
            8 => target.Contains('=') ? target[..(target.LastIndexOf('=') + 1)] + word : target + "/" + word,
            9 => target + "," + string.Join(',', Enumerable.Repeat(word, random.Next(1, 400))),
            10 => target.Contains('?') ? target + "&" + target[(target.IndexOf('?') + 1)..] : target + target,
            11 => target + "#" + word,
            12 => "http://127.0.0.1" + target,
            13 => target.TrimEnd('/') + "/",
            14 => target.Contains('?') ? target.Insert(target.IndexOf('?'), ".json") : target + ".json",
            15 => target + "?sort=" + string.Join(',', Enumerable.Repeat("measure,value", random.Next(1, 300))),
            16 => target.Replace("2026-05-01", word, StringComparison.Ordinal),
            _ => documented[random.Next(documented.Count)] + word,
        };
    }

    // RFC 9112: a target is of visible ASCII characters. A percent sign and two hexadecimal digits belong together; many servers are
    // lenient there, and so is this.
    private static bool IsAllowed(string target) =>
        target.Length < 8_000
        && target.All(character =>
            character is > ' ' and < '\u007f' and not ('#' or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' or '[' or ']')
        )
        && (target[0] == '/' || target.StartsWith("http://127.0.0.1/", StringComparison.Ordinal))
        && IsEscaped(target);

    private static bool IsEscaped(string target)
    {
        for (var at = target.IndexOf('%'); at >= 0; at = target.IndexOf('%', at + 1))
        {
            if (at + 2 >= target.Length || !char.IsAsciiHexDigit(target[at + 1]) || !char.IsAsciiHexDigit(target[at + 2]))
            {
                return false;
            }
        }

        return true;
    }
}
