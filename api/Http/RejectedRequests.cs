using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Connections;

namespace PublicStats.Api.Http;

/// <summary>
/// The server refuses a request that is not HTTP before any middleware sees it, and sends an empty response: a character beyond ASCII in an
/// address, an address or headers that are too long. This adds the problem to that response as it is written.
/// </summary>
internal static class RejectedRequests
{
    /// <param name="json">How problems are written.</param>
    public static ConnectionDelegate Explain(ConnectionDelegate next, JsonSerializerOptions json) =>
        connection =>
        {
            var output = new ExplainingWriter(connection.Transport.Output, json);
            connection.Transport = new ExplainedTransport(connection.Transport.Input, output);
            return next(connection);
        };

    private sealed record ExplainedTransport(PipeReader Input, PipeWriter Output) : IDuplexPipe;

    private sealed class ExplainingWriter(PipeWriter inner, JsonSerializerOptions json) : PipeWriter
    {
        // The head of an empty response is shorter, so it is always written in one piece.
        private const int RoomForHead = 1024;

        private Memory<byte> memory;

        public override bool CanGetUnflushedBytes => inner.CanGetUnflushedBytes;

        public override long UnflushedBytes => inner.UnflushedBytes;

        public override Memory<byte> GetMemory(int sizeHint = 0) => memory = inner.GetMemory(Math.Max(sizeHint, RoomForHead));

        public override Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

        public override void Advance(int bytes)
        {
            if (Explained(memory.Span[..bytes]) is not { } answer)
            {
                inner.Advance(bytes);
                return;
            }

            answer.CopyTo(inner.GetMemory(answer.Length));
            inner.Advance(answer.Length);
        }

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) =>
            inner.FlushAsync(cancellationToken);

        public override void CancelPendingFlush() => inner.CancelPendingFlush();

        public override void Complete(Exception? exception = null) => inner.Complete(exception);

        public override ValueTask CompleteAsync(Exception? exception = null) => inner.CompleteAsync(exception);

        // Every refusal of our own has a body, so an empty one is the server's.
        private byte[]? Explained(ReadOnlySpan<byte> written)
        {
            var empty = "\r\nContent-Length: 0\r\n"u8;
            if (
                written.Length < 13
                || !(written.StartsWith("HTTP/1.1 4"u8) || written.StartsWith("HTTP/1.1 5"u8))
                || !written.EndsWith("\r\n\r\n"u8)
                || written.IndexOf(empty) is var at && at < 0
            )
            {
                return null;
            }

            var problem = Problems.Rejected(int.Parse(written[9..12], CultureInfo.InvariantCulture)).ToBytes(json);
            var headers =
                $"\r\nContent-Length: {problem.Length}\r\nContent-Type: {ProblemAnswer.ContentType}\r\nCache-Control: no-store\r\n"
                + "Access-Control-Allow-Origin: *\r\nX-Content-Type-Options: nosniff\r\n";
            return [.. written[..at], .. Encoding.ASCII.GetBytes(headers), .. written[(at + empty.Length)..], .. problem.Span];
        }
    }
}
