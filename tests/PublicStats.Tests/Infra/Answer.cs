using System.Security.Cryptography;
using System.Text;

namespace PublicStats.Tests.Infra;

/// <summary>One thing asked of the public surface.</summary>
/// <param name="AcceptDatetime">The header of that name; null to leave it out.</param>
internal sealed record Question(string Method, string Address, string? AcceptDatetime = null)
{
    public override string ToString() => $"{Method} {Address}{(AcceptDatetime is null ? "" : $" (Accept-Datetime: {AcceptDatetime})")}";
}

/// <summary>Everything a caller can see of an answer, but the time of day.</summary>
internal sealed record Answer(int Status, string Headers, byte[] Body)
{
    public static async Task<Answer> To(HttpClient http, Question question)
    {
        using var request = new HttpRequestMessage(new(question.Method), question.Address);
        if (question.Method == "OPTIONS")
        {
            request.Headers.Add("Origin", "https://reader.example");
            request.Headers.Add("Access-Control-Request-Method", "GET");
        }

        if (question.AcceptDatetime is { } moment)
        {
            request.Headers.TryAddWithoutValidation("Accept-Datetime", moment);
        }

        using var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        var headers = response
            .Headers.Concat(response.Content.Headers)
            .Where(header => header.Key != "Date")
            .OrderBy(header => header.Key, StringComparer.Ordinal);
        return new(
            (int)response.StatusCode,
            string.Join('\n', headers.Select(header => $"{header.Key}: {string.Join(" | ", header.Value)}")),
            await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)
        );
    }

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>
    /// The same answer had it been asked with another name of the same length in the place of this one; without the digest, which
    /// follows the body.
    /// </summary>
    public Answer Renamed(string name, string other) =>
        new(
            Status,
            string.Join('\n', Headers.Split('\n').Where(part => !part.StartsWith("Repr-Digest", StringComparison.Ordinal)))
                .Replace(name, other, StringComparison.Ordinal),
            Encoding.UTF8.GetBytes(Text.Replace(name, other, StringComparison.Ordinal))
        );

    /// <summary>What differs from another answer; null when nothing does.</summary>
    public string? Against(Answer other)
    {
        if (Status != other.Status)
        {
            return $"status {Status}, {other.Status}";
        }

        if (Headers != other.Headers)
        {
            return $"headers: {string.Join(" / ", Lines.Except(other.Lines))}, {string.Join(" / ", other.Lines.Except(Lines))}";
        }

        return Body.AsSpan().SequenceEqual(other.Body) ? null : $"body: {Digest}, {other.Digest}";
    }

    private string[] Lines => Headers.Split('\n');

    private string Digest => Convert.ToHexStringLower(SHA256.HashData(Body))[..8];
}
