using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;

namespace PublicStats.Benchmarks.Fuzzing;

/// <summary>A request that was answered as none may be.</summary>
/// <param name="Number">With the seed, makes the request again.</param>
internal sealed record FuzzFailure(int Number, string What, FuzzRequest Request);

/// <summary>What came of a run.</summary>
/// <param name="Answers">How many answers there were of each status; 0 for requests without an answer.</param>
/// <param name="FirstAnswers">How many addresses were asked once before the run, when the server was cold.</param>
/// <param name="SlowestFirst">The slowest of those first answers.</param>
/// <param name="BareRefusals">Requests that are not HTTP, which the server refused without a body, as HTTP allows.</param>
internal sealed record FuzzResult(
    int Seed,
    int Requests,
    int FirstAnswers,
    TimeSpan SlowestFirst,
    IReadOnlyDictionary<int, int> Answers,
    int BareRefusals,
    TimeSpan Slowest,
    int SlowestNumber,
    IReadOnlyList<FuzzFailure> Failures
)
{
    /// <summary>The run in lines, failures with their raw bytes.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Requests:#,##0} requests with seed {Seed}; {Failures.Count:#,##0} failures.");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Before them, each of {FirstAnswers:#,##0} addresses was asked once. "
                + $"The slowest of these first answers took {SlowestFirst.TotalMilliseconds:0} ms."
        );
        text.AppendLine(
            "Answers: "
                + string.Join(
                    ", ",
                    Answers
                        .OrderBy(answer => answer.Key)
                        .Select(answer => $"{(answer.Key == 0 ? "none (request cut off)" : answer.Key)}: {answer.Value:#,##0}")
                )
                + "."
        );
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Not HTTP, and refused without a body: {BareRefusals:#,##0}. Slowest answer: {Slowest.TotalMilliseconds:0} ms "
                + $"(request {SlowestNumber})."
        );
        foreach (var failure in Failures.OrderBy(failure => failure.Number).Take(50))
        {
            var bytes = failure.Request.ToString();
            text.AppendLine(CultureInfo.InvariantCulture, $"Request {failure.Number}: {failure.What}")
                .AppendLine("  \"" + (bytes.Length > 3_000 ? bytes[..3_000] + "…" : bytes) + "\"");
        }

        return text.ToString();
    }
}

/// <summary>Sends seeded requests to a server over raw sockets, and holds every answer against what no answer may be.</summary>
internal static class FuzzRun
{
    private const int Connections = 4;

    /// <summary>Sends the requests.</summary>
    /// <param name="slowest">No answer may take longer; null where time is not looked at.</param>
    /// <param name="progress">Called after every tenth of the requests.</param>
    public static async Task<FuzzResult> Send(
        Uri server,
        int seed,
        int requests,
        TimeSpan? slowest,
        Action<int>? progress,
        CancellationToken cancel
    )
    {
        using var http = new HttpClient { BaseAddress = server };
        var targets = new FuzzTargets(await http.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), cancel));
        var slowestFirst = AskOnce(server, targets);
        var answers = new ConcurrentDictionary<int, int>();
        var failures = new ConcurrentBag<FuzzFailure>();
        var (next, done, bare, longest) = (-1, 0, 0, (Took: TimeSpan.Zero, Number: 0));
        var longestGuard = new Lock();
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(_ =>
                    Task.Run(
                        () =>
                        {
                            using var raw = new RawHttp(new(IPAddress.Parse(server.Host), server.Port));
                            for (
                                var number = Interlocked.Increment(ref next);
                                number < requests && !cancel.IsCancellationRequested;
                                number = Interlocked.Increment(ref next)
                            )
                            {
                                var request = FuzzRequest.Make(seed, number, targets);
                                var answer = raw.Send(request.Bytes, request.IsHead, request.IsWhole, request.KeepsOpen && request.IsValid);
                                answers.AddOrUpdate(answer.Status, 1, (_, count) => count + 1);
                                if (Wrong(request, answer, slowest) is { } what)
                                {
                                    failures.Add(new(number, what, request));
                                }

                                if (request is { IsWhole: true, IsValid: false } && answer is { Status: >= 400, BodyBytes: 0 })
                                {
                                    Interlocked.Increment(ref bare);
                                }

                                lock (longestGuard)
                                {
                                    longest = answer.Took > longest.Took ? (answer.Took, number) : longest;
                                }

                                if (Interlocked.Increment(ref done) % Math.Max(1, requests / 10) == 0)
                                {
                                    progress?.Invoke(done);
                                }
                            }
                        },
                        cancel
                    )
                )
        );
        return new(seed, requests, targets.Addresses.Count, slowestFirst, answers, bare, longest.Took, longest.Number, [.. failures]);
    }

    // A server compiles its code and opens its releases when it is first asked. That time is measured apart, so that the limit for the
    // requests of the run is one for a server that is in use.
    private static TimeSpan AskOnce(Uri server, FuzzTargets targets)
    {
        using var raw = new RawHttp(new(IPAddress.Parse(server.Host), server.Port));
        return targets.Addresses.Max(address =>
            raw.Send(
                Encoding.Latin1.GetBytes($"GET {address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
                isHead: false,
                expectsAnswer: true,
                keepsOpen: false
            ).Took
        );
    }

    private static string? Wrong(FuzzRequest request, RawAnswer answer, TimeSpan? slowest) =>
        answer switch
        {
            _ when !request.IsWhole => null,
            { Status: >= 500 } when request.IsValid || answer.Status != 505 => $"it was answered with {answer.Status}.",
            { Status: 0 } when request.IsValid => "the connection ended without an answer.",
            { Status: >= 400, BodyBytes: 0 } when request is { IsValid: true, IsHead: false } => $"the answer {answer.Status} has no body.",
            _ when answer.Took > slowest => $"the answer took {answer.Took.TotalMilliseconds:0} ms.",
            _ => null,
        };
}
